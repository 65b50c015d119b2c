import { Follower, rests } from './follower.js';
import type { Journal, Stretch } from './journal.js';

/**
 * Follows the end of a journal for all readers of this process. What the process added itself is passed on as it is;
 * what others added is read once, whoever wants it.
 */
export class JournalTail {
  private readonly listeners = new Set<(stretch: Stretch) => void>();
  private readonly follower: Follower;
  /** Null until it was looked up. */
  private position: number | null = null;
  private stopListening: () => void = () => undefined;

  constructor(private readonly journal: Journal) {
    this.follower = new Follower(`end of ${journal.source}`, () => this.step());
  }

  start(): void {
    this.stopListening = this.journal.onGrown((added) => this.hear(added));
    this.follower.start();
  }

  async stop(): Promise<void> {
    this.stopListening();
    await this.follower.stop();
  }

  /** Calls back with all that comes, in order and without gaps. Returns how to stop. */
  onStretch(listener: (stretch: Stretch) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private hear(added: Stretch | null): void {
    if (added === null || this.position === null || added.after > this.position) this.follower.hint();
    else this.pass(added);
  }

  private async step(): Promise<number> {
    if (this.position === null) {
      this.position = await this.journal.end();
      // Who is behind that finds out.
      this.pass({ after: this.position, events: [], end: this.position });
    }
    const found = await this.journal.read(this.position, 'all');
    this.pass(found);
    return found.full ? rests.none : rests.untilHinted;
  }

  private pass(stretch: Stretch): void {
    if (this.position !== null && stretch.end < this.position) return;
    this.position = stretch.end;
    for (const listener of this.listeners) listener(stretch);
  }
}
