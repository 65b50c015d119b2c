import type { ConsumerProgress, Subscription } from './event-transport.js';
import { failpoint } from './failpoints.js';
import { Follower, rests } from './follower.js';
import type { Journal } from './journal.js';
import { JournalCursor } from './journal-cursor.js';

/** How long the place of a reader that had nothing to handle may stay behind in the database, in ms. */
const keepPlaceMs = 1_000;

/** One consumer's way through one journal. */
export class JournalReader {
  private readonly follower: Follower;
  private readonly cursor: JournalCursor;
  /** Null until it was looked up. */
  private position: number | null;
  private keptPosition: number | null = null;
  private keptAt = 0;
  private caughtUp = false;
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly journal: Journal,
    private readonly subscription: Subscription,
  ) {
    const { consumer, durable } = subscription;
    this.follower = new Follower(`consumer ${consumer} of ${journal.source}`, () => this.step());
    this.cursor = new JournalCursor(journal.database, `consumer:${consumer}`);
    this.position = durable ? null : 0;
  }

  start(): void {
    const { topics } = this.subscription;
    this.stopListening = this.journal.onGrown((grown) => {
      // Who isn't concerned passes by with the next poll: waking everybody for each event would slow down those who are.
      if (grown === 'any' || topics.some((topic) => grown.has(topic))) this.follower.hint();
    });
    this.follower.start();
  }

  async stop(): Promise<void> {
    this.stopListening();
    await this.follower.stop();
  }

  get progress(): ConsumerProgress {
    return {
      consumer: this.subscription.consumer,
      lag: this.caughtUp ? 0 : null,
      failingSince: this.follower.failingSince,
      lastProgressAt: this.follower.lastProgressAt,
      stalled: false,
    };
  }

  private async step(): Promise<number> {
    const before = (this.position ??= await this.storedPosition());
    const { events, end, full } = await this.journal.read(before, this.subscription.topics);
    this.caughtUp &&= events.length === 0;
    try {
      for (const event of events) {
        if (this.follower.isStopping) return rests.idle;
        await this.subscription.handle(event);
        this.position = event.position;
      }
      this.position = end;
    } finally {
      await this.keepPlace(events.length > 0);
    }
    this.caughtUp ||= !full;
    return full ? rests.none : rests.idle;
  }

  private async storedPosition(): Promise<number> {
    this.keptPosition = await this.cursor.read();
    return this.keptPosition;
  }

  /** Moving past what others are concerned with is written down from time to time only. */
  private async keepPlace(hasHandled: boolean): Promise<void> {
    if (!this.subscription.durable || this.position === null || this.position === this.keptPosition) return;
    if (!hasHandled && performance.now() - this.keptAt < keepPlaceMs) return;
    if (hasHandled) failpoint('between-effect-and-offset');
    await this.cursor.save(this.position);
    this.keptPosition = this.position;
    this.keptAt = performance.now();
  }
}
