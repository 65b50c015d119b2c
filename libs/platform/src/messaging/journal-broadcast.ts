import type { EventBatch } from './event-batch.js';
import type { Journal } from './journal.js';
import { PollLoop, pollDelays } from '../scheduling/index.js';

/**
 * Hands what comes at the end of a journal to all readers of this process. What the process appended itself is passed on
 * as it is; what others appended is read once, whoever wants it.
 */
export class JournalBroadcast {
  private readonly listeners = new Set<(batch: EventBatch) => void>();
  private readonly loop: PollLoop;
  /** Null until it was looked up. */
  private position: number | null = null;
  private stopListening: () => void = () => undefined;

  constructor(private readonly journal: Journal) {
    this.loop = new PollLoop(`end of ${journal.source}`, () => this.readOn());
  }

  /** Where the journal ends, as far as listeners were told; null until that is known. */
  get end(): number | null {
    return this.position;
  }

  start(): void {
    this.stopListening = this.journal.onAppended((appended) => this.receive(appended));
    this.loop.start();
  }

  async stop(): Promise<void> {
    this.stopListening();
    await this.loop.stop();
  }

  /** Calls back with all that comes, in order and without gaps. Returns how to stop. */
  onBatch(listener: (batch: EventBatch) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private receive(appended: EventBatch | null): void {
    if (appended === null || this.position === null || appended.after > this.position) this.loop.wake();
    else this.broadcast(appended);
  }

  private async readOn(): Promise<number> {
    if (this.position === null) {
      this.position = await this.journal.end();
      // Who is behind that finds out.
      this.broadcast({ after: this.position, events: [], end: this.position });
    }
    const batch = await this.journal.read(this.position, 'all');
    this.broadcast(batch);
    return batch.hasMore ? pollDelays.none : pollDelays.untilWoken;
  }

  private broadcast(batch: EventBatch): void {
    if (this.position !== null && batch.end < this.position) return;
    this.position = batch.end;
    for (const listener of this.listeners) listener(batch);
  }
}
