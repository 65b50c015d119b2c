import type { OrganisationId, Party, UserId } from '#domain';
import type { Actor } from '#platform/security';

/** The actor as somebody who acts for one of the two sides. */
export const partyOf = ({ organisationId, userId }: Actor): Party => ({
  organisationId: organisationId as OrganisationId,
  userId: userId as UserId | null,
});
