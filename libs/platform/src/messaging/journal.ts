import type { Database } from '../database/index.js';
import type { EventBatch, ReadBatch } from './event-batch.js';
import { failpoint } from './failpoints.js';
import { envelopeOf, eventColumns, type JournalRow } from './journal-row.js';
import { type JournalVerdict, lastSealed, sealAdded, verifyJournal } from './journal-seals.js';
import { partitionSize } from './messaging-tables.js';
import { Notifications } from './notifications.js';
import { PollLoop, pollDelays } from '../scheduling/index.js';

/** Rows moved or read at a time. */
const batchSize = 500;
/** Rows moved at a time while many wait. */
const backlogBatchSize = 2_000;
const marketplace = { kind: 'marketplace' } as const;

type MovedRow = JournalRow & { readonly after: number | string | null };

/** Is told when the journal has grown: what this process appended, or null where others may have appended something. */
export type AppendListener = (appended: EventBatch | null) => void;

/**
 * The events of one schema in the order in which they are published. The sequencer in here moves what use cases left in
 * the outbox; only one of any number of processes moves at a time, so positions become visible in their order and a
 * reader's cursor never skips an event.
 */
export class Journal {
  private readonly listeners = new Set<AppendListener>();
  private readonly sequencer: PollLoop;
  private readonly notifications: Notifications;
  private stopListening: () => void = () => undefined;
  /** The last position that listeners know of. */
  private announcedEnd = -1;
  /** Whether more waited last time than was moved. */
  private hasBacklog = false;

  constructor(
    readonly database: Database,
    /** The CloudEvents source, e.g. `/ajudant/api`. */
    readonly source: string,
  ) {
    this.sequencer = new PollLoop(`sequencer of ${source}`, async (woken) => {
      if (!woken && !(await this.poll())) return 'idle';
      await this.moveBatch();
      return this.hasBacklog ? pollDelays.none : 'idle';
    });
    this.notifications = new Notifications(database, () => this.announce(null));
  }

  /** Starts moving events; every commit that appended some wakes the sequencer. */
  start(): void {
    this.stopListening = this.database.onEventsCommitted(() => this.sequencer.wake());
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
    do await this.moveBatch();
    while (this.hasBacklog);
  }

  /** Calls back when the journal has grown; only a hint, though what it brings may be relied on. */
  onAppended(listener: AppendListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Moves at most 500 events from the outbox to the journal, in order, and hands them on; of a backlog 2,000, which whoever
   * wants them reads at its own pace.
   */
  private async moveBatch(): Promise<void> {
    const { schema } = this.database;
    const size = this.hasBacklog ? backlogBatchSize : batchSize;
    const results = await this.database.script(marketplace, [
      // Waited for and not tried: what woke us may be later than what the other process sees.
      `SELECT pg_advisory_xact_lock(hashtext('${schema}.journal'))`,
      `SELECT ${schema}.extend_journal()`,
      `WITH moved AS (
         DELETE FROM ${schema}.outbox WHERE id IN (SELECT id FROM ${schema}.outbox ORDER BY id LIMIT ${size})
         RETURNING *),
       added AS (
         INSERT INTO ${schema}.journal (${eventColumns}) SELECT ${eventColumns} FROM moved ORDER BY id
         RETURNING position, ${eventColumns}),
       sealed AS (${sealAdded(schema)})
       ${this.hasBacklog ? 'SELECT count(*) AS moved FROM added' : `SELECT (${lastSealed(schema)}) AS after, added.* FROM added ORDER BY position`}`,
    ]);
    const rows = results[2]!;
    const moved = this.hasBacklog ? Number(rows[0]?.['moved']) : rows.length;
    const appended = this.hasBacklog ? null : this.batchOf(rows as unknown as readonly MovedRow[]);
    this.hasBacklog = moved === size;
    if (moved === 0) return;
    failpoint('between-commit-and-publish');
    this.announce(appended);
    this.notifications.notify();
  }

  private batchOf(rows: readonly MovedRow[]): EventBatch | null {
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return null;
    const events = rows.map((row) => envelopeOf(row, this.source));
    return { after: Number(first.after ?? 0), events, end: Number(last.position) };
  }

  /** The events after a position, in order: those of the given topics, or all. */
  async read(after: number, topics: readonly string[] | 'all', limit = batchSize): Promise<ReadBatch> {
    const types = topics === 'all' ? null : topics.map((topic) => topic.slice(topic.indexOf('.') + 1));
    // The last row comes in any case, because it says where the batch ends.
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<JournalRow & { wanted: boolean; scanned: number | string }>(
        `WITH batch AS (
           SELECT position, ${eventColumns}, ($2::text[] IS NULL OR aggregate_type = ANY ($2::text[])) AS wanted
           FROM ${this.database.schema}.journal WHERE position > $1 ORDER BY position LIMIT $3)
         SELECT *, (SELECT count(*) FROM batch) AS scanned FROM batch
         WHERE wanted OR position = (SELECT max(position) FROM batch) ORDER BY position`,
        [after, types, limit],
      ),
    );
    const last = rows.at(-1);
    return {
      after,
      events: rows.filter((row) => row.wanted).map((row) => envelopeOf(row, this.source)),
      end: last === undefined ? after : Number(last.position),
      hasMore: Number(last?.scanned ?? 0) === limit,
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

  /** Where it ends now; 0 when it is empty. */
  async end(): Promise<number> {
    const [last]: { end: number | string | null }[] = await this.database.dataSource.query(
      `SELECT (${lastSealed(this.database.schema)}) AS end`,
    );
    return Number(last?.end ?? 0);
  }

  /** Whether something waits in the outbox; tells listeners if others have added to the journal. */
  private async poll(): Promise<boolean> {
    const { schema, dataSource } = this.database;
    const [found]: { waiting: boolean; end: number | string | null }[] = await dataSource.query(
      `SELECT EXISTS (SELECT FROM ${schema}.outbox) AS waiting, (${lastSealed(schema)}) AS end`,
    );
    const end = Number(found?.end ?? 0);
    if (end > this.announcedEnd) {
      this.announcedEnd = end;
      this.announce(null);
    }
    return found?.waiting === true;
  }

  private announce(appended: EventBatch | null): void {
    if (appended !== null && appended.after <= this.announcedEnd)
      this.announcedEnd = Math.max(this.announcedEnd, appended.end);
    for (const listener of this.listeners) listener(appended);
  }
}
