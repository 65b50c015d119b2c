import type { Transaction } from '#platform/database';

/**
 * A place in the history of a database from which to read on: rows whose `written_by` is at or above it may be new to
 * whoever read last. It is the oldest transaction that was under way then; whatever that look could not see was written
 * by that one or a later one. Reading a row again does no harm, and the place is good in this process only.
 */
export type ReadMark = string;

/** Before anything was written. */
export const fromTheStart: ReadMark = '0';

/** To be taken before the rows are read. */
export async function takeReadMark(tx: Transaction): Promise<ReadMark> {
  const [row] = await tx.query<{ mark: ReadMark }>(`SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS mark`);
  if (row === undefined) throw new Error('the database told no snapshot');
  return row.mark;
}
