import type { Database, Schema } from '../database/index.js';

/** Seals that are checked at a time. */
const batchSize = 100;

/** Where the journal was found not to be what was sealed. */
export interface JournalVerdict {
  /** Last position of the last batch that is as it was sealed; 0 if there is none. */
  readonly soundUntil: number;
  /** The first batch that isn't, or whose events are gone; null if all are sound. */
  readonly broken: { readonly firstPosition: number; readonly lastPosition: number } | null;
}

/**
 * SHA-256 over everything that a row of the journal says, in an order and notation that no setting of a session changes,
 * and over all rows of a batch in their order.
 */
const digest = (rows: string): string => `
  string_agg(sha256(convert_to(jsonb_build_array(${rows}.position, ${rows}.event_id, ${rows}.type, ${rows}.aggregate_type,
    ${rows}.aggregate_id, ${rows}.aggregate_version, to_jsonb(${rows}.audience),
    (extract(epoch FROM ${rows}.occurred_at) * 1000000)::bigint, ${rows}.correlation_id, ${rows}.causation_id,
    ${rows}.traceparent, ${rows}.data)::text, 'UTF8')), ''::bytea ORDER BY ${rows}.position)`;

/** How far the journal goes: a statement that gives one row, or none for an empty one. Row-level security has no say in it. */
export const lastSealed = (schema: Schema): string =>
  `SELECT last_position FROM ${schema}.journal_seal ORDER BY last_position DESC LIMIT 1`;

/** The statement part that seals the rows which `added` names: each seal covers its batch and the seal before it. */
export const sealAdded = (schema: Schema): string => `
  INSERT INTO ${schema}.journal_seal (first_position, last_position, events, hash)
  SELECT min(added.position), max(added.position), count(*),
         sha256(coalesce((SELECT hash FROM ${schema}.journal_seal ORDER BY last_position DESC LIMIT 1), ''::bytea)
                || ${digest('added')})
  FROM added HAVING count(*) > 0`;

const findings = (schema: Schema): string => `
  SELECT seal.first_position, seal.last_position,
         coalesce(count(kept.position) = seal.events
           AND seal.hash = sha256(coalesce(seal.before, ''::bytea) || ${digest('kept')}), false) AS sound
  FROM (
    SELECT *, (SELECT hash FROM ${schema}.journal_seal AS earlier WHERE earlier.last_position < one.last_position
               ORDER BY last_position DESC LIMIT 1) AS before
    FROM ${schema}.journal_seal AS one
    WHERE last_position > $1 AND first_position >= (
      SELECT coalesce(min(substring(relname FROM '\\d+$')::bigint), 0) * $2
      FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = '${schema}.journal'::regclass)
    ORDER BY last_position LIMIT ${batchSize}
  ) AS seal
  LEFT JOIN ${schema}.journal AS kept ON kept.position BETWEEN seal.first_position AND seal.last_position
  GROUP BY seal.first_position, seal.last_position, seal.events, seal.hash, seal.before
  ORDER BY seal.last_position`;

/** Recomputes the chain of seals over what the journal holds now. Partitions that were dropped as a whole are left out. */
export const verifyJournal = async (database: Database, partitionSize: number): Promise<JournalVerdict> => {
  for (let soundUntil = 0; ;) {
    const found = await database.transaction({ kind: 'marketplace' }, (tx) =>
      tx.query<{ first_position: string | number; last_position: string | number; sound: boolean }>(
        findings(database.schema),
        [soundUntil, partitionSize],
      ),
    );
    for (const seal of found) {
      const [firstPosition, lastPosition] = [Number(seal.first_position), Number(seal.last_position)];
      if (!seal.sound) return { soundUntil, broken: { firstPosition, lastPosition } };
      soundUntil = lastPosition;
    }
    if (found.length < batchSize) return { soundUntil, broken: null };
  }
};
