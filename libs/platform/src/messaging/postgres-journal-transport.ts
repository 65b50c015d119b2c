import type { ConsumerProgress, EventTransport, Subscription } from './event-transport.js';
import type { Journal } from './journal.js';
import { CursorCheckpoints } from './cursor-checkpoints.js';
import { JournalReader } from './journal-reader.js';
import { JournalBroadcast } from './journal-broadcast.js';

interface Source {
  readonly journal: Journal;
  readonly broadcast: JournalBroadcast;
  readonly checkpoints: CursorCheckpoints;
}

/**
 * Reads journals straight out of PostgreSQL: the transport of the all-in-one, where there is no broker. Each consumer
 * has one durable cursor per journal, and each journal is followed once for all of them.
 */
export class PostgresJournalTransport implements EventTransport {
  private readonly followed: Source[] = [];
  private readonly subscriptions: Subscription[] = [];
  private readonly readers: JournalReader[] = [];
  private stopped: Promise<void> | null = null;

  async publishFrom(journal: Journal): Promise<void> {
    const source = {
      journal,
      broadcast: new JournalBroadcast(journal),
      checkpoints: new CursorCheckpoints(journal.database),
    };
    this.followed.push(source);
    source.broadcast.start();
    for (const subscription of this.subscriptions) this.connect(source, subscription);
  }

  async subscribe(subscription: Subscription): Promise<void> {
    this.subscriptions.push(subscription);
    for (const source of this.followed) this.connect(source, subscription);
  }

  progress(): readonly ConsumerProgress[] {
    return this.readers.map((reader) => reader.progress);
  }

  stop(): Promise<void> {
    this.stopped ??= this.stopInOrder();
    return this.stopped;
  }

  private async stopInOrder(): Promise<void> {
    await Promise.all(this.readers.map((reader) => reader.stop()));
    await Promise.all(this.followed.flatMap(({ broadcast, checkpoints }) => [broadcast.stop(), checkpoints.stop()]));
  }

  private connect({ journal, broadcast, checkpoints }: Source, subscription: Subscription): void {
    const reader = new JournalReader(journal, broadcast, checkpoints, subscription);
    this.readers.push(reader);
    reader.start();
  }
}
