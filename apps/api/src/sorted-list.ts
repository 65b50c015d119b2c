import { DomainError } from '#domain';
import { Keyset, type Page, type PageRequest, readInPortions } from '#platform/http';

/** What a list is ordered by: an SQL expression that is never null, and the type in which its values are compared. */
export interface Sort {
  readonly by: string;
  readonly type: 'timestamptz' | 'date' | 'bigint' | 'uuid';
  readonly descending: boolean;
}

/** A condition in SQL with a `?` for each of its values; one whose value is undefined doesn't count. */
export type Condition = readonly [sql: string, ...values: unknown[]];

/** A list as it is asked for. */
export interface SortedList<SortName extends string> {
  /** What is selected of each row; the id among it. */
  readonly columns: string;
  /** The tables, and the id in them by which rows of the same key are ordered. */
  readonly from: string;
  readonly id: string;
  readonly conditions: readonly Condition[];
  readonly sorts: Readonly<Record<SortName, Sort>>;
  readonly sort: SortName;
}

/** A page of a list that tells how long the list is. */
export interface CountedPage<Item> extends Page<Item> {
  /** Of the whole list, counted no further than 1,000. */
  readonly total: number;
  /** False where there are more than `total`. */
  readonly totalIsExact: boolean;
}

type Query = <Row>(sql: string, params: readonly unknown[]) => Promise<Row[]>;

const maxCounted = 1_000;
const byKey = new Keyset<{ sort: string; key: string; id: string }>({ sort: 'string', key: 'string', id: 'uuid' });

/** The same list in both directions: by name, and downwards by `-name`. */
export const bothWays = <Name extends string>(
  name: Name,
  by: string,
  type: Sort['type'],
): Record<Name | `-${Name}`, Sort> =>
  ({ [name]: { by, type, descending: false }, [`-${name}`]: { by, type, descending: true } }) as Record<
    Name | `-${Name}`,
    Sort
  >;

/** Ids are given out in the order of time. */
export const byCreation = bothWays('created', 'id', 'uuid');

/**
 * Reads a page of a sorted list by its keys, and counts the list as far as that is cheap.
 * @throws DomainError `page.bad-cursor`, also for a cursor that was given for another sort
 */
export async function sortedPage<Row extends { readonly id: string }, Item>(
  query: Query,
  list: SortedList<string>,
  request: PageRequest,
  toItem: (row: Row) => Item,
): Promise<CountedPage<Item>> {
  const after = byKey.after(request);
  if (after !== null && after.sort !== list.sort) {
    throw new DomainError('page.bad-cursor', { parameter: 'after', detail: `The cursor is not of ${list.sort}.` });
  }
  const { by, type, descending } = list.sorts[list.sort]!;
  const [direction, beyond] = descending ? ['DESC', '<'] : ['ASC', '>'];
  const wanted = list.conditions.filter((condition) => !condition.includes(undefined));
  const { rows, shown } = await readInPortions(
    request.limit,
    after,
    (place, limit) => {
      const behind: Condition[] =
        place === null ? [] : [[`(${by}, ${list.id}) ${beyond} (?::${type}, ?::uuid)`, place.key, place.id]];
      const page = whereOf([...wanted, ...behind]);
      return query<Row & { key: string }>(
        `SELECT ${list.columns}, (${by})::text AS key FROM ${list.from} ${page.sql}
          ORDER BY ${by} ${direction}, ${list.id} ${direction} LIMIT ${limit}`,
        page.params,
      );
    },
    ({ key, id }) => ({ sort: list.sort, key, id }),
  );
  const all = whereOf(wanted);
  const [counted] = await query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT FROM ${list.from} ${all.sql} LIMIT ${maxCounted + 1}) AS counted`,
    all.params,
  );
  const count = counted?.count ?? 0;
  return {
    ...byKey.cut(
      rows.map((row) => ({ ...row, sort: list.sort })),
      shown,
      toItem,
    ),
    total: Math.min(count, maxCounted),
    totalIsExact: count <= maxCounted,
  };
}

function whereOf(conditions: readonly Condition[]): { readonly sql: string; readonly params: readonly unknown[] } {
  const params: unknown[] = [];
  const parts = conditions.map(([sql, ...values]) => {
    params.push(...values);
    let place = params.length - values.length;
    return `(${sql.replaceAll('?', () => `$${(place += 1)}`)})`;
  });
  return { sql: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', params };
}
