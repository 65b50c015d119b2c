import type { Scope } from '#platform/database';

/** Whose accounts: one's own, and for administrators those of whom they name, or else the marketplace's. */
export const partyOf = (scope: Scope, party: string | undefined): string | null =>
  party ?? (scope.kind === 'organisation' ? scope.organisationId : null);
