import { type EventEnvelope, topicOf } from '#contracts/envelope';
import { v7 as uuidv7 } from 'uuid';
import type { Database, Transaction } from '../database/index.js';
import type { UnreadableMessage } from './event-transport.js';

/** The last two are over: `resolved_at` says when. */
export type DeadLetterStatus = 'retrying' | 'dead' | 'parked' | 'replayed' | 'discarded';

export interface DeadLetter {
  readonly id: string;
  /** Number of the events about it. */
  readonly version: number;
  readonly status: DeadLetterStatus;
  readonly attempts: number;
  readonly envelope: EventEnvelope;
}

/** As it is, or as bytes where PostgreSQL can't read it. */
interface StoredEnvelope {
  readonly envelope: EventEnvelope | null;
  readonly raw: Buffer | null;
}

export interface AggregateKey {
  readonly aggregateType: string;
  readonly aggregateId: string;
}

/** What is told of a letter that was given up; null where it could not be read as an event. */
export interface DiscardedLetter {
  readonly topic: string;
  readonly eventId: string | null;
  readonly eventType: string | null;
  readonly eventVersion: number | null;
  readonly aggregateType: string | null;
  readonly aggregateId: string | null;
}

export interface RetryingAggregate extends AggregateKey {
  /** Negative when it is overdue. */
  readonly dueInMs: number;
}

/** Letters of one aggregate that one replay looks at, and aggregates that one round of retries does. */
const maxWaiting = 1_000;
const maxDue = 20;

/** One consumer's rows in `dead_letter`. */
export class DeadLetterStore {
  private readonly table: string;

  constructor(
    private readonly database: Database,
    private readonly consumer: string,
  ) {
    this.table = `${database.schema}.dead_letter`;
  }

  /** Putting aside and replaying of one aggregate take turns, so that nothing is parked behind what is just being resolved. */
  async lockAggregate(tx: Transaction, { aggregateType, aggregateId }: AggregateKey): Promise<void> {
    await tx.takeTurn(`dead-letter ${this.consumer} ${aggregateType} ${aggregateId}`);
  }

  /** Whether the event waits itself, or one before it does. */
  async hasWaiting(tx: Transaction, { aggregateType, aggregateId, aggregateVersion }: EventEnvelope): Promise<boolean> {
    const find = `SELECT FROM ${this.table} WHERE ${ofAggregate} AND resolved_at IS NULL AND aggregate_version <= $4 LIMIT 1`;
    return (await tx.query(find, [this.consumer, aggregateType, aggregateId, aggregateVersion])).length > 0;
  }

  /** What waits of an aggregate, in its order. */
  async waiting(tx: Transaction, { aggregateType, aggregateId }: AggregateKey): Promise<DeadLetter[]> {
    const rows = await tx.query<Omit<DeadLetter, 'envelope'> & StoredEnvelope>(
      `SELECT id, version, status, attempts, envelope, raw FROM ${this.table}
       WHERE ${ofAggregate} AND resolved_at IS NULL ORDER BY aggregate_version LIMIT ${maxWaiting}`,
      [this.consumer, aggregateType, aggregateId],
    );
    return rows.map(({ envelope, raw, ...letter }) => ({
      ...letter,
      envelope: envelope ?? (JSON.parse(String(raw)) as EventEnvelope),
    }));
  }

  /**
   * Null when this very event was put aside before, or was handled after all.
   * @param as `bytes` for what can't be written as JSON, or what PostgreSQL doesn't take as such
   */
  async insert(
    tx: Transaction,
    envelope: EventEnvelope,
    letter: Pick<DeadLetter, 'status' | 'attempts'> & { readonly cause: string },
    retryInMs: number | null = null,
    as: 'json' | 'bytes' = 'json',
  ): Promise<string | null> {
    const { aggregateType, aggregateId, aggregateVersion } = envelope;
    const text = as === 'json' ? JSON.stringify(envelope) : textOf(envelope);
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO ${this.table} (id, consumer, topic, aggregate_type, aggregate_id, aggregate_version, envelope, raw, cause,
                                  attempts, status, next_attempt_at)
       SELECT $4, $1, $5, $2, $3::uuid, $6::int, $7::json, $12::bytea, $8, $9, $10, now() + $11::int * interval '1 ms'
        WHERE NOT EXISTS (SELECT FROM ${this.database.schema}.inbox WHERE ${ofAggregate} AND last_version >= $6::int)
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        this.consumer,
        aggregateType,
        aggregateId,
        uuidv7(),
        topicOf(aggregateType),
        aggregateVersion,
        as === 'json' ? text : null,
        letter.cause,
        letter.attempts,
        letter.status,
        retryInMs,
        as === 'bytes' ? Buffer.from(text) : null,
      ],
    );
    return row?.id ?? null;
  }

  /** Null when the same message at the same offset was put aside before. */
  async insertUnreadable(tx: Transaction, message: UnreadableMessage): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO ${this.table} (id, consumer, topic, place, message_key, raw, cause, attempts, status)
       SELECT $1, $2, $3, $4, $5, $6, $7, 1, 'dead'
        WHERE NOT EXISTS (SELECT FROM ${this.table} WHERE consumer = $2 AND topic = $3 AND place = $4 AND raw = $6)
       RETURNING id`,
      [uuidv7(), this.consumer, message.topic, message.offset, message.key, message.raw, message.cause],
    );
    return row?.id ?? null;
  }

  /** Puts it aside for good, whether it could be read or not; null when there is none, or it is over already. */
  async discard(tx: Transaction, id: string): Promise<DiscardedLetter | null> {
    const [letter] = await tx.query<DiscardedLetter>(
      `UPDATE ${this.table} SET status = 'discarded', resolved_at = now(), next_attempt_at = NULL
       WHERE id = $1 AND consumer = $2 AND resolved_at IS NULL
       RETURNING topic, (envelope->>'id')::uuid AS "eventId", envelope->>'type' AS "eventType",
         aggregate_version AS "eventVersion", aggregate_type AS "aggregateType",
         coalesce(aggregate_id::text, message_key) AS "aggregateId"`,
      [id, this.consumer],
    );
    return letter ?? null;
  }

  async resolve(tx: Transaction, id: string): Promise<void> {
    await tx.execute(
      `UPDATE ${this.table} SET status = 'replayed', resolved_at = now(), next_attempt_at = NULL WHERE id = $1`,
      [id],
    );
  }

  /** Notes another failed attempt; with null it is the last one that isn't asked for. */
  async keepWaiting(tx: Transaction, id: string, cause: string, retryInMs: number | null): Promise<void> {
    await tx.execute(
      `UPDATE ${this.table} SET status = $2, cause = $3, attempts = attempts + 1,
              next_attempt_at = now() + $4::int * interval '1 ms' WHERE id = $1`,
      [id, retryInMs === null ? 'dead' : 'retrying', cause, retryInMs],
    );
  }

  /** Counts an event about the letter and returns which one it is. */
  async nextVersion(tx: Transaction, id: string): Promise<number> {
    const count = `UPDATE ${this.table} SET version = version + 1 WHERE id = $1 RETURNING version`;
    const [row] = await tx.query<{ version: number }>(count, [id]);
    if (row === undefined) throw new Error(`there is no dead letter ${id}`);
    return row.version;
  }

  /** Aggregates of which a letter is to be tried again by itself, those first that are next. */
  retrying(tx: Transaction): Promise<RetryingAggregate[]> {
    return tx.query<RetryingAggregate>(
      `SELECT aggregate_type AS "aggregateType", aggregate_id AS "aggregateId",
              (extract(epoch FROM next_attempt_at - now()) * 1000)::float8 AS "dueInMs" FROM ${this.table}
       WHERE consumer = $1 AND status = 'retrying' ORDER BY next_attempt_at LIMIT ${maxDue}`,
      [this.consumer],
    );
  }
}

/** Of the named consumers those that have letters to be tried again by themselves. */
export const consumersWithRetries = async (database: Database, consumers: readonly string[]): Promise<string[]> => {
  const rows = await database.read({ kind: 'marketplace' }, (tx) =>
    tx.query<{ consumer: string }>(
      `SELECT DISTINCT consumer FROM ${database.schema}.dead_letter WHERE status = 'retrying' AND consumer = ANY ($1)`,
      [consumers],
    ),
  );
  return rows.map(({ consumer }) => consumer);
};

/** Without its data where that can't be written: the event's place in its aggregate is what those behind it need. */
const textOf = (envelope: EventEnvelope): string => {
  try {
    return JSON.stringify(envelope);
  } catch {
    return JSON.stringify({ ...envelope, data: {} });
  }
};

const ofAggregate = 'consumer = $1 AND aggregate_type = $2 AND aggregate_id = $3::uuid';
