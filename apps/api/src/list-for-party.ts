import type { Database, Scope } from '#platform/database';
import { decodeCursor, encodeCursor, type Page, pageOf, type PageRequest } from '#platform/http';
import { type EntityTarget, type FindOptionsOrder, type FindOptionsWhere, MoreThan } from 'typeorm';

interface RowOfTwoParties {
  id: string;
  agencyId: string;
  businessId: string;
}

/**
 * A page of the rows of which the scope's organisation is either party, oldest first; the marketplace sees all. What is
 * undefined in the filter doesn't count.
 */
export async function listForParty<Row extends RowOfTwoParties>(
  database: Database,
  scope: Scope,
  entity: EntityTarget<Row>,
  filter: Readonly<Record<string, string | undefined>>,
  page: PageRequest,
): Promise<Page<Row>> {
  const after = page.after === null ? null : decodeCursor<{ id: string }>(page.after, { id: 'uuid' }).id;
  const where = {
    ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)),
    ...(after !== null && { id: MoreThan(after) }),
  };
  const rows = await database.transaction(scope, (tx) =>
    tx.manager.find(entity, {
      where: ofParty(scope, where) as FindOptionsWhere<Row>[],
      order: { id: 'ASC' } as FindOptionsOrder<Row>,
      take: page.limit + 1,
    }),
  );
  return pageOf(
    rows,
    page.limit,
    (row) => row,
    ({ id }) => encodeCursor({ id }),
  );
}

function ofParty(scope: Scope, where: object): object[] {
  if (scope.kind !== 'organisation') return [where];
  const { organisationId } = scope;
  return [
    { ...where, agencyId: organisationId },
    { ...where, businessId: organisationId },
  ];
}
