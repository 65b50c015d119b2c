import type { EventEnvelope } from '#contracts/envelope';
import type { Database } from '../database/index.js';
import { failpoint } from './failpoints.js';
import { Follower, rests } from './follower.js';
import { envelopeOf, eventColumns, type JournalRow } from './journal-row.js';
import { type JournalVerdict, lastSealed, sealAdded, verifyJournal } from './journal-seals.js';
import { partitionSize } from './messaging-tables.js';
import { Notifications } from './notifications.js';

/** Rows moved or read at a time. */
const batchSize = 500;
const marketplace = { kind: 'marketplace' } as const;

/** A part of the journal without gaps: whoever has come as far as `after` has with it come as far as `end`. */
export interface Stretch {
  readonly after: number;
  /** Those of the topics asked for, in order. */
  readonly events: readonly EventEnvelope[];
  readonly end: number;
}

/** What was found by reading on. */
export interface FoundStretch extends Stretch {
  /** Whether there may be more right away. */
  readonly full: boolean;
}

/** Hears of the journal's growth: what this process added at its end, or null where others may have added something. */
export type GrowthListener = (added: Stretch | null) => void;

/**
 * The events of one schema in the order in which they are published. The sequencer in here moves what use cases left in
 * the outbox; only one of any number of processes moves at a time, so positions become visible in their order and a
 * reader's cursor never skips an event.
 */
export class Journal {
  private readonly listeners = new Set<GrowthListener>();
  private readonly sequencer: Follower;
  private readonly notifications: Notifications;
  private stopListening: () => void = () => undefined;
  /** How far listeners were told that it goes. */
  private toldEnd = -1;

  constructor(
    readonly database: Database,
    /** The CloudEvents source, e.g. `/ajudant/api`. */
    readonly source: string,
  ) {
    this.sequencer = new Follower(`sequencer of ${source}`, async (hinted) => {
      if (!hinted && !(await this.look())) return rests.idle;
      return (await this.moveBatch()) === batchSize ? rests.none : rests.idle;
    });
    this.notifications = new Notifications(database, () => this.grown(null));
  }

  /** Starts moving events; a hint follows every commit that appended some. */
  start(): void {
    this.stopListening = this.database.onEventsCommitted(() => this.sequencer.hint());
    this.sequencer.start();
    this.notifications.start();
  }

  /** Moves what is left, and stops. */
  async stop(): Promise<void> {
    this.stopListening();
    await this.sequencer.stop();
    await this.drain().catch(() => undefined);
    await this.notifications.stop();
  }

  /** Moves everything that is visible in the outbox now. */
  async drain(): Promise<void> {
    while ((await this.moveBatch()) === batchSize);
  }

  /** Calls back when the journal has grown; only a hint, though what it brings may be relied on. */
  onGrown(listener: GrowthListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Moves at most 500 events from the outbox to the journal, in order; returns how many. */
  async moveBatch(): Promise<number> {
    const { schema } = this.database;
    const results = await this.database.script(marketplace, [
      // Waited for and not tried: what we are hinted of may be later than what the other process sees.
      `SELECT pg_advisory_xact_lock(hashtext('${schema}.journal'))`,
      `SELECT ${schema}.extend_journal()`,
      `WITH moved AS (
         DELETE FROM ${schema}.outbox WHERE id IN (SELECT id FROM ${schema}.outbox ORDER BY id LIMIT ${batchSize})
         RETURNING *),
       added AS (
         INSERT INTO ${schema}.journal (${eventColumns}) SELECT ${eventColumns} FROM moved ORDER BY id
         RETURNING position, ${eventColumns}),
       sealed AS (${sealAdded(schema)})
       SELECT (${lastSealed(schema)}) AS after, added.* FROM added ORDER BY position`,
    ]);
    const rows = results[2] as unknown as readonly (JournalRow & { after: number | string | null })[];
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return 0;
    failpoint('between-commit-and-publish');
    const events = rows.map((row) => envelopeOf(row, this.source));
    this.grown({ after: Number(first.after ?? 0), events, end: Number(last.position) });
    this.notifications.notify();
    return rows.length;
  }

  /** The events after a position, in order: those of the given topics, or all. */
  async read(after: number, topics: readonly string[] | 'all', limit = batchSize): Promise<FoundStretch> {
    const types = topics === 'all' ? null : topics.map((topic) => topic.slice(topic.indexOf('.') + 1));
    // The last row comes in any case, because it says where the stretch ends.
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<JournalRow & { wanted: boolean; scanned: number | string }>(
        `WITH stretch AS (
           SELECT position, ${eventColumns}, ($2::text[] IS NULL OR aggregate_type = ANY ($2::text[])) AS wanted
           FROM ${this.database.schema}.journal WHERE position > $1 ORDER BY position LIMIT $3)
         SELECT *, (SELECT count(*) FROM stretch) AS scanned FROM stretch
         WHERE wanted OR position = (SELECT max(position) FROM stretch) ORDER BY position`,
        [after, types, limit],
      ),
    );
    const last = rows.at(-1);
    return {
      after,
      events: rows.filter((row) => row.wanted).map((row) => envelopeOf(row, this.source)),
      end: last === undefined ? after : Number(last.position),
      full: Number(last?.scanned ?? 0) === limit,
    };
  }

  /** Whether what it holds is what was moved into it: see `JournalVerdict`. Takes some seconds for a million events. */
  verify(): Promise<JournalVerdict> {
    return verifyJournal(this.database, partitionSize);
  }

  /**
   * Drops partitions whose events are all older than an instant and read by all who keep a cursor; returns how many. Who
   * reads from the beginning finds less afterwards.
   */
  async dropBefore(instant: Date): Promise<number> {
    const drop = `SELECT ${this.database.schema}.drop_journal_before($1) AS dropped`;
    const [row] = await this.database.transaction(marketplace, (tx) => tx.query<{ dropped: number }>(drop, [instant]));
    return row?.dropped ?? 0;
  }

  /** Everything of the given topics, from the very first event that is kept to the last one there is. */
  async *replay(topics: readonly string[] | 'all'): AsyncGenerator<EventEnvelope> {
    let stretch = await this.read(0, topics);
    yield* stretch.events;
    while (stretch.full) {
      stretch = await this.read(stretch.end, topics);
      yield* stretch.events;
    }
  }

  /** Where it ends now; 0 when it is empty. */
  async end(): Promise<number> {
    const [last]: { end: number | string | null }[] = await this.database.dataSource.query(
      `SELECT (${lastSealed(this.database.schema)}) AS end`,
    );
    return Number(last?.end ?? 0);
  }

  /** Whether something waits in the outbox; tells listeners if others have added to the journal. */
  private async look(): Promise<boolean> {
    const { schema, dataSource } = this.database;
    const [found]: { waiting: boolean; end: number | string | null }[] = await dataSource.query(
      `SELECT EXISTS (SELECT FROM ${schema}.outbox) AS waiting, (${lastSealed(schema)}) AS end`,
    );
    const end = Number(found?.end ?? 0);
    if (end > this.toldEnd) {
      this.toldEnd = end;
      this.grown(null);
    }
    return found?.waiting === true;
  }

  private grown(added: Stretch | null): void {
    if (added !== null && added.after <= this.toldEnd) this.toldEnd = Math.max(this.toldEnd, added.end);
    for (const listener of this.listeners) listener(added);
  }
}
