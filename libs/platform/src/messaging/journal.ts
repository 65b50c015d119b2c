import { type EventEnvelope, topicOf } from '#contracts/envelope';
import type { Database } from '../database/index.js';
import { Follower } from './follower.js';

/** Rows moved or read at a time. */
const batchSize = 500;

interface JournalRow {
  readonly position: string | number;
  readonly event_id: string;
  readonly type: string;
  readonly aggregate_type: string;
  readonly aggregate_id: string;
  readonly aggregate_version: number;
  readonly audience: string[];
  readonly occurred_at: Date;
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly traceparent: string | null;
  readonly data: object;
}

const columns = `event_id, type, aggregate_type, aggregate_id, aggregate_version, audience, occurred_at, correlation_id,
  causation_id, traceparent, data`;

/**
 * The events of one schema in the order in which they are published. The sequencer in here moves what use cases left in
 * the outbox; only one of any number of processes moves at a time, so positions become visible in their order and a
 * reader's cursor never skips an event.
 */
export class Journal {
  private readonly listeners = new Set<() => void>();
  private readonly sequencer = new Follower(async () => (await this.moveBatch()) === batchSize);
  private stopListening: () => void = () => undefined;

  constructor(
    readonly database: Database,
    /** The CloudEvents source, e.g. `/ajudant/api`. */
    readonly source: string,
  ) {}

  /** Starts moving events; a hint follows every commit that appended some. */
  start(): void {
    this.stopListening = this.database.onEventsCommitted(() => this.sequencer.hint());
    this.sequencer.start();
  }

  /** Moves what is left, and stops. */
  async stop(): Promise<void> {
    this.stopListening();
    await this.sequencer.stop();
    while ((await this.moveBatch().catch(() => 0)) === batchSize);
  }

  /** Calls back when the journal has grown; only a hint. */
  onGrown(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Moves at most 500 events from the outbox to the journal, in order; returns how many. */
  async moveBatch(): Promise<number> {
    const { schema } = this.database;
    const moved = await this.database.transaction({ kind: 'marketplace' }, async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`${schema}.journal`]);
      const rows = await tx.query<{ position: string | number }>(
        `WITH moved AS (
           DELETE FROM ${schema}.outbox WHERE id IN (SELECT id FROM ${schema}.outbox ORDER BY id LIMIT ${batchSize})
           RETURNING *)
         INSERT INTO ${schema}.journal (${columns}) SELECT ${columns} FROM moved ORDER BY id RETURNING position`,
      );
      if (rows.length > 0) await tx.query(`SELECT ${schema}.extend_journal()`);
      return rows.length;
    });
    if (moved > 0) for (const listener of this.listeners) listener();
    return moved;
  }

  /** Events after a position, of the given topics, in order. */
  async read(after: number, topics: readonly string[], limit = batchSize): Promise<EventEnvelope[]> {
    const rows = await this.database.transaction({ kind: 'marketplace' }, (tx) =>
      tx.query<JournalRow>(
        `SELECT position, ${columns} FROM ${this.database.schema}.journal
          WHERE position > $1 AND aggregate_type = ANY ($2) ORDER BY position LIMIT $3`,
        [after, topics.map((topic) => topic.slice(topicOf('').length)), limit],
      ),
    );
    return rows.map((row) => envelopeOf(row, this.source));
  }
}

export function envelopeOf(row: JournalRow, source: string): EventEnvelope {
  return {
    id: row.event_id,
    source,
    type: row.type,
    time: row.occurred_at.toISOString(),
    position: Number(row.position),
    aggregateType: row.aggregate_type,
    aggregateId: row.aggregate_id,
    aggregateVersion: row.aggregate_version,
    audience: row.audience,
    correlationId: row.correlation_id,
    causationId: row.causation_id,
    traceparent: row.traceparent,
    data: row.data,
  };
}
