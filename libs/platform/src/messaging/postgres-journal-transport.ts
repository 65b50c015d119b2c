import type { ConsumerProgress, EventTransport, Subscription } from './event-transport.js';
import type { Journal } from './journal.js';
import { JournalReader } from './journal-reader.js';

/**
 * Reads journals straight out of PostgreSQL: the transport of the all-in-one, where there is no broker. Each consumer
 * keeps one durable cursor per journal.
 */
export class PostgresJournalTransport implements EventTransport {
  private readonly journals: Journal[] = [];
  private readonly subscriptions: Subscription[] = [];
  private readonly readers: JournalReader[] = [];
  private stopped: Promise<void> | null = null;

  async publishFrom(journal: Journal): Promise<void> {
    this.journals.push(journal);
    for (const subscription of this.subscriptions) this.connect(journal, subscription);
  }

  async subscribe(subscription: Subscription): Promise<void> {
    this.subscriptions.push(subscription);
    for (const journal of this.journals) this.connect(journal, subscription);
  }

  progress(): readonly ConsumerProgress[] {
    return this.readers.map((reader) => reader.progress);
  }

  stop(): Promise<void> {
    this.stopped ??= Promise.all(this.readers.map((reader) => reader.stop())).then(() => undefined);
    return this.stopped;
  }

  private connect(journal: Journal, subscription: Subscription): void {
    const reader = new JournalReader(journal, subscription);
    this.readers.push(reader);
    reader.start();
  }
}
