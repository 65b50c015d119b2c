import type { ConsumerProgress, EventTransport, Subscription } from './event-transport.js';
import { failpoint } from './failpoints.js';
import { Follower } from './follower.js';
import type { Journal } from './journal.js';
import { JournalCursor } from './journal-cursor.js';

interface Flow {
  readonly consumer: string;
  readonly follower: Follower;
}

/**
 * Reads journals straight out of PostgreSQL: the transport of the all-in-one, where there is no broker. Each consumer
 * keeps one durable cursor per journal.
 */
export class PostgresJournalTransport implements EventTransport {
  private readonly journals: Journal[] = [];
  private readonly subscriptions: Subscription[] = [];
  private readonly flows: Flow[] = [];

  async publishFrom(journal: Journal): Promise<void> {
    this.journals.push(journal);
    for (const subscription of this.subscriptions) this.connect(journal, subscription);
  }

  async subscribe(subscription: Subscription): Promise<void> {
    this.subscriptions.push(subscription);
    for (const journal of this.journals) this.connect(journal, subscription);
  }

  progress(): readonly ConsumerProgress[] {
    return this.flows.map(({ consumer, follower }) => ({ consumer, lag: null, failingSince: follower.failingSince }));
  }

  async stop(): Promise<void> {
    await Promise.all(this.flows.map(({ follower }) => follower.stop()));
  }

  private connect(journal: Journal, subscription: Subscription): void {
    const cursor = new JournalCursor(journal.database, `consumer:${subscription.consumer}`);
    let position: number | null = subscription.durable ? null : 0;
    const follower: Follower = new Follower(async () => {
      position ??= await cursor.read();
      const events = await journal.read(position, subscription.topics);
      const before = position;
      try {
        for (const event of events) {
          if (follower.isStopping) break;
          await subscription.handle(event);
          position = event.position;
        }
      } finally {
        if (subscription.durable && position > before) {
          failpoint('between-effect-and-offset');
          await cursor.save(position);
        }
      }
      return events.length > 0;
    });
    journal.onGrown(() => follower.hint());
    follower.start();
    this.flows.push({ consumer: subscription.consumer, follower });
  }
}
