import { marketplace } from '#access';
import { Clock } from '#platform/clock';
import type { Transaction } from '#platform/database';
import { failpoint, JournalCursor, type Messaging, messagingToken } from '#platform/messaging';
import { type NextPoll, Polling, PollLoop, pollDelays } from '#platform/scheduling';
import { Inject, Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { WebhookQueue } from './webhook-queue.js';

const batchSize = 500;
/** So long events gather. */
const gatheringMs = 50;
/** Retention alone asks how far nothing waits any more, and counts in days. */
const settleEveryMs = 60_000;
/** What happens while an endpoint is paused waits for it for so long. */
const keptForPausedDays = 30;

/**
 * Puts events of the journal into the queue of each endpoint that wants to hear of them. The place in the journal moves in the
 * transaction that fills the queues, so each event is in each queue once, in the order of the journal.
 */
@Injectable()
export class WebhookQueueing extends Polling {
  protected readonly loop = new PollLoop('queueing webhooks', () => this.step());
  private readonly cursor: JournalCursor;
  /** How far nothing waits any more: what does, the journal keeps. */
  private readonly settled: JournalCursor;
  private isRegistered = false;
  /** Whether anybody wants to hear of events, as far as this process knows; otherwise they wait for the next poll. */
  private isHeard = true;
  private settledAt = -Infinity;

  constructor(
    private readonly database: ApiDatabase,
    @Inject(messagingToken('api')) { journal }: Messaging,
    private readonly queue: WebhookQueue,
    private readonly clock: Clock,
  ) {
    super();
    this.cursor = new JournalCursor(database, 'webhooks');
    this.settled = new JournalCursor(database, 'webhooks-waiting');
    journal.onAppended(() => this.isHeard && this.loop.wakeIn(gatheringMs));
    queue.onOpened(() => {
      this.isHeard = true;
      this.loop.wake();
    });
  }

  private async step(): Promise<NextPoll> {
    if (!this.isRegistered) for (const cursor of [this.cursor, this.settled]) await cursor.register();
    this.isRegistered = true;
    return this.database.transaction(marketplace, async (tx) => {
      const position = await this.cursor.tryLock(tx);
      if (position === null) return pollDelays.contended;
      const { end, scanned, queued, isHeard } = await this.fill(tx, position);
      this.isHeard = isHeard;
      if (end === null) return 'idle';
      failpoint('webhooks-while-queueing');
      this.cursor.advance(tx, Number(end));
      await this.settleFromTimeToTime(tx, Number(end));
      if (queued > 0) tx.afterCommit(() => this.queue.tellAdded());
      return scanned === batchSize ? pollDelays.none : 'idle';
    });
  }

  private async settleFromTimeToTime(tx: Transaction, end: number): Promise<void> {
    const now = performance.now();
    if (now - this.settledAt < settleEveryMs) return;
    this.settled.advance(tx, (await firstWaiting(tx)) ?? end);
    tx.afterCommit(() => (this.settledAt = now));
  }

  private async fill(tx: Transaction, position: number): Promise<Filled> {
    const [filled] = await tx.query<Filled>(
      `WITH batch AS (
         SELECT position, event_id, type, occurred_at, audience FROM api.journal
          WHERE position > $1 ORDER BY position LIMIT ${batchSize}),
       wanted AS (
         SELECT e.id AS endpoint_id, e.organisation_id, b.position, b.event_id, b.type, b.occurred_at,
                row_number() OVER (PARTITION BY e.id ORDER BY b.position) AS nth
           FROM batch b
           JOIN api.webhook_endpoint e ON e.organisation_id = ANY (b.audience)
           JOIN api.webhook_queue q ON q.endpoint_id = e.id AND q.since_position < b.position
          WHERE (e.status = 'active' OR e.paused_at > $2::timestamptz - make_interval(days => ${keptForPausedDays}))
            AND (e.types = '{}' OR b.type = ANY (e.types))),
       longer AS (
         UPDATE api.webhook_queue q SET last_queued = q.last_queued + more.count
           FROM (SELECT endpoint_id, max(nth) AS count FROM wanted GROUP BY endpoint_id) AS more
          WHERE q.endpoint_id = more.endpoint_id
         RETURNING q.endpoint_id, q.last_queued - more.count AS before),
       added AS (
         INSERT INTO api.webhook_delivery (endpoint_id, organisation_id, place, position, event_id, event_type, happened_at,
                                           queued_at, again)
         SELECT endpoint_id, organisation_id, before + nth, position, event_id, type, occurred_at, $2, false
           FROM wanted JOIN longer USING (endpoint_id)
         RETURNING 1)
       SELECT (SELECT max(position) FROM batch) AS end, (SELECT count(*)::int FROM batch) AS scanned,
              (SELECT count(*)::int FROM added) AS queued, EXISTS (SELECT FROM api.webhook_queue) AS "isHeard"`,
      [position, this.clock.now()],
    );
    return filled!;
  }
}

/** The place before the first event that waits for an endpoint; null where none does. */
async function firstWaiting(tx: Transaction): Promise<number | null> {
  const [first] = await tx.query<{ position: string | number | null }>(
    `SELECT min(position) - 1 AS position FROM api.webhook_delivery WHERE status = 'waiting'`,
  );
  return first === undefined || first.position === null ? null : Number(first.position);
}

interface Filled {
  /** Up to where the journal was looked through; null where it has nothing more. */
  readonly end: string | number | null;
  readonly scanned: number;
  readonly queued: number;
  /** Whether there is any queue. */
  readonly isHeard: boolean;
}
