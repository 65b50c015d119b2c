import type { ConsumerProgress, Subscription } from './event-transport.js';
import { failpoint } from './failpoints.js';
import { Follower, rests } from './follower.js';
import type { Journal } from './journal.js';
import { JournalCursor } from './journal-cursor.js';

/** One consumer's way through one journal. */
export class JournalReader {
  private readonly follower: Follower;
  private readonly cursor: JournalCursor;
  /** Null until it was looked up. */
  private position: number | null;
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
    this.stopListening = this.journal.onGrown(() => this.follower.hint());
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
    const before = (this.position ??= await this.cursor.read());
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
      await this.keepPlace(before);
    }
    this.caughtUp ||= !full;
    return full ? rests.none : rests.idle;
  }

  private async keepPlace(before: number): Promise<void> {
    if (!this.subscription.durable || this.position === null || this.position === before) return;
    failpoint('between-effect-and-offset');
    await this.cursor.save(this.position);
  }
}
