import type { Scope } from '#platform/database';

/** A condition for rows that have two parties: either of them is the scope's organisation; the marketplace sees all. */
export function ofParty<Where extends object>(
  scope: Scope,
  where: Where,
): Where | (Where & ({ agencyId: string } | { businessId: string }))[] {
  if (scope.kind !== 'organisation') return where;
  const { organisationId } = scope;
  return [
    { ...where, agencyId: organisationId },
    { ...where, businessId: organisationId },
  ];
}
