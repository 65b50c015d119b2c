import type { ConsumerProgress, Subscription } from './event-transport.js';
import { Follower, rests } from './follower.js';
import type { Journal, Stretch } from './journal.js';
import { JournalCursor } from './journal-cursor.js';
import type { JournalPlaces } from './journal-places.js';
import type { JournalTail } from './journal-tail.js';
import { StretchBuffer } from './stretch-buffer.js';

/** One consumer's way through one journal: what it missed it reads there, and what comes it is told. */
export class JournalReader {
  private readonly follower: Follower;
  private readonly told: StretchBuffer;
  private readonly name: string;
  private readonly aggregateTypes: ReadonlySet<string>;
  /** Null until it was looked up. */
  private position: number | null;
  private isAtWork = false;
  private caughtUp = false;
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly journal: Journal,
    private readonly tail: JournalTail,
    private readonly places: JournalPlaces,
    private readonly subscription: Subscription,
  ) {
    const { consumer, durable, topics } = subscription;
    this.name = `consumer:${consumer}`;
    this.follower = new Follower(`consumer ${consumer} of ${journal.source}`, () => this.step());
    this.aggregateTypes = new Set(topics.map(aggregateTypeOf));
    this.told = new StretchBuffer(({ aggregateType }) => this.aggregateTypes.has(aggregateType));
    this.position = durable ? null : 0;
  }

  start(): void {
    this.stopListening = this.tail.onStretch((stretch) => this.hear(stretch));
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

  private hear(stretch: Stretch): void {
    const isConcerned = stretch.events.some(({ aggregateType }) => this.aggregateTypes.has(aggregateType));
    if (!isConcerned && !this.isAtWork && this.position !== null && stretch.after <= this.position) {
      // Waking everybody for each event would slow down those who are concerned.
      this.moveTo(Math.max(this.position, stretch.end));
      return;
    }
    this.told.add(stretch);
    this.follower.hint();
  }

  private async step(): Promise<number> {
    this.isAtWork = true;
    try {
      const before = (this.position ??= await this.storedPosition());
      const told = this.told.take(before);
      if (told !== null) {
        await this.handle(told);
        return rests.untilHinted;
      }
      const found = await this.journal.read(before, this.subscription.topics);
      await this.handle(found);
      this.caughtUp ||= !found.full;
      if (found.full) return rests.none;
      // What lies in between is there to read by now; unless it is gone for good.
      if (this.told.isBeyond(found.end)) this.told.forget();
      return rests.untilHinted;
    } finally {
      this.isAtWork = false;
    }
  }

  private async handle({ events, end }: Stretch): Promise<void> {
    for (const event of events) {
      if (this.follower.isStopping) return;
      await this.subscription.handle(event);
      this.moveTo(event.position);
    }
    this.moveTo(end);
  }

  private moveTo(position: number): void {
    if (position === this.position) return;
    this.position = position;
    if (this.subscription.durable) this.places.reached(this.name, position);
  }

  private async storedPosition(): Promise<number> {
    return new JournalCursor(this.journal.database, this.name).read();
  }
}

const aggregateTypeOf = (topic: string): string => topic.slice(topic.indexOf('.') + 1);
