import type { CursorCheckpoints } from './cursor-checkpoints.js';
import type { EventBatch } from './event-batch.js';
import { EventBatchBuffer } from './event-batch-buffer.js';
import type { ConsumerProgress, Subscription } from './event-transport.js';
import type { Journal } from './journal.js';
import type { JournalBroadcast } from './journal-broadcast.js';
import { PollLoop, pollDelays } from '../scheduling/index.js';

/** One consumer's way through one journal: what it missed it reads there, and what comes it gets from the broadcast. */
export class JournalReader {
  private readonly loop: PollLoop;
  private readonly buffer: EventBatchBuffer;
  private readonly name: string;
  private readonly aggregateTypes: ReadonlySet<string>;
  /** Null until it was looked up. */
  private position: number | null;
  private isHandling = false;
  private caughtUp = false;
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly journal: Journal,
    private readonly broadcast: JournalBroadcast,
    private readonly checkpoints: CursorCheckpoints,
    private readonly subscription: Subscription,
  ) {
    const { consumer, durable, topics } = subscription;
    this.name = `consumer:${consumer}`;
    this.loop = new PollLoop(`consumer ${consumer} of ${journal.source}`, () => this.handleNext());
    this.aggregateTypes = new Set(topics.map(aggregateTypeOf));
    this.buffer = new EventBatchBuffer(({ aggregateType }) => this.aggregateTypes.has(aggregateType));
    this.position = durable ? null : 0;
  }

  start(): void {
    this.stopListening = this.broadcast.onBatch((batch) => this.receive(batch));
    this.loop.start();
  }

  async stop(): Promise<void> {
    this.stopListening();
    await this.loop.stop();
  }

  get progress(): ConsumerProgress {
    return {
      consumer: this.subscription.consumer,
      lag: this.caughtUp ? 0 : null,
      failingSince: this.loop.failingSince,
      lastProgressAt: this.loop.lastProgressAt,
      stalled: false,
    };
  }

  private receive(batch: EventBatch): void {
    const isConcerned = batch.events.some(({ aggregateType }) => this.aggregateTypes.has(aggregateType));
    if (!isConcerned && !this.isHandling && this.position !== null && batch.after <= this.position) {
      // Waking everybody for each event would slow down those who are concerned.
      this.moveTo(Math.max(this.position, batch.end));
      return;
    }
    this.buffer.add(batch);
    this.loop.wake();
  }

  private async handleNext(): Promise<number> {
    this.isHandling = true;
    try {
      const before = (this.position ??= await this.checkpoints.positionOf(this.name));
      const buffered = this.buffer.take(before);
      if (buffered !== null) {
        await this.handle(buffered);
        return pollDelays.untilWoken;
      }
      if (this.isAtEnd(before)) return pollDelays.untilWoken;
      const batch = await this.journal.read(before, this.subscription.topics);
      await this.handle(batch);
      this.caughtUp ||= !batch.hasMore;
      if (batch.hasMore) return pollDelays.none;
      // What lies in between is there to read by now; unless it is gone for good.
      if (this.buffer.hasGapAfter(batch.end)) this.buffer.clear();
      return pollDelays.untilWoken;
    } finally {
      this.isHandling = false;
    }
  }

  /** Nothing to read, as most find who start again; what comes from now on is handed to it. */
  private isAtEnd(position: number): boolean {
    const { end } = this.broadcast;
    if (end === null || end > position) return false;
    this.caughtUp = true;
    return true;
  }

  private async handle({ events, end }: EventBatch): Promise<void> {
    for (const event of events) {
      if (this.loop.isStopping) return;
      await this.subscription.handle(event);
      this.moveTo(event.position);
    }
    this.moveTo(end);
  }

  private moveTo(position: number): void {
    if (position === this.position) return;
    this.position = position;
    if (this.subscription.durable) this.checkpoints.advance(this.name, position);
  }
}

const aggregateTypeOf = (topic: string): string => topic.slice(topic.indexOf('.') + 1);
