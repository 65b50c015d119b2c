import type { Database } from '../database/index.js';

/** How messaging of one schema is doing, in numbers of events. */
export interface MessagingFigures {
  /** Committed and not yet in the journal; counted up to 100,000. */
  readonly outboxDepth: number;
  readonly journalPosition: number;
  /** By reader, how far its cursor is behind the journal's end, at most: positions may have gaps. */
  readonly cursorLags: Readonly<Record<string, number>>;
  /** Put aside until somebody asks for them. */
  readonly deadLetters: number;
  /** Put aside and about to be tried again by themselves. */
  readonly retrying: number;
  /** Waiting behind one of those. */
  readonly parked: number;
  /** Put aside since the process started because they were far ahead of their aggregates. */
  readonly versionJumps: number;
}

const maxCounted = 100_000;

interface FigureRow {
  readonly outbox: number | string;
  readonly position: number | string;
  readonly cursors: Readonly<Record<string, number>>;
  readonly letters: Readonly<Record<string, number>>;
}

export const messagingFigures = async (database: Database): Promise<Omit<MessagingFigures, 'versionJumps'>> => {
  const { schema } = database;
  const [row] = await database.transaction({ kind: 'marketplace' }, (tx) =>
    tx.query<FigureRow>(
      `SELECT (SELECT count(*) FROM (SELECT FROM ${schema}.outbox LIMIT ${maxCounted}) AS waiting) AS outbox,
              (SELECT coalesce(max(position), 0) FROM ${schema}.journal) AS position,
              (SELECT coalesce(jsonb_object_agg(reader, position), '{}') FROM ${schema}.cursor) AS cursors,
              (SELECT coalesce(jsonb_object_agg(status, letters), '{}') FROM (
                 SELECT status, count(*) AS letters FROM ${schema}.dead_letter WHERE resolved_at IS NULL GROUP BY status
               ) AS counted) AS letters`,
    ),
  );
  if (row === undefined) throw new Error('a query without FROM gives one row');
  const journalPosition = Number(row.position);
  const lags = Object.entries(row.cursors).map(([reader, position]) => [
    reader,
    Math.max(journalPosition - position, 0),
  ]);
  return {
    outboxDepth: Number(row.outbox),
    journalPosition,
    cursorLags: Object.fromEntries(lags),
    deadLetters: row.letters['dead'] ?? 0,
    retrying: row.letters['retrying'] ?? 0,
    parked: row.letters['parked'] ?? 0,
  };
};
