import type { OrganisationId, UserId } from '../ids.js';

/** Who acts for an organisation; the user is null for a machine's key. */
export interface Party {
  readonly organisationId: OrganisationId;
  readonly userId: UserId | null;
}
