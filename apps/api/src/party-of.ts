import type { Actor } from '#access';
import type { OrganisationId, Party, UserId } from '#domain';

/** The actor as somebody who acts for one of the two sides. */
export const partyOf = ({ organisationId, userId }: Pick<Actor, 'organisationId' | 'userId'>): Party => ({
  organisationId: organisationId as OrganisationId,
  userId: userId as UserId | null,
});
