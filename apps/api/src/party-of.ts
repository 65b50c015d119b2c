import type { Actor } from '#access';
import type { OrganisationId, Party, UserId } from '#domain';

/** The actor as somebody who acts for one of the two sides. */
export const partyOf = ({ organisationId, userId }: Actor): Party => ({
  organisationId: organisationId as OrganisationId,
  userId: userId as UserId | null,
});
