import type { Database } from '../database/index.js';
import { topicOf } from '#contracts/envelope';
import { ReplayAskedV1 } from '#contracts/messages';
import { type ConsumerDefinition, EventConsumer, on } from './event-consumer.js';
import type { EventTransport, Subscription } from './event-transport.js';
import { Journal } from './journal.js';

export interface MessagingFigures {
  readonly outboxDepth: number;
  readonly journalPosition: number;
  readonly deadLetters: number;
  readonly parked: number;
}

/** The messaging of one app: its journal, and the consumers that its features registered. */
export class Messaging {
  readonly journal: Journal;
  private readonly consumers = new Map<string, EventConsumer>();
  private readonly others: Subscription[] = [];

  constructor(
    private readonly database: Database,
    source: string,
    readonly transport: EventTransport,
  ) {
    this.journal = new Journal(database, source);
  }

  /** Registers a consumer; features do so while the application is put together. */
  consume(definition: ConsumerDefinition): void {
    this.consumers.set(definition.consumer, new EventConsumer(this.database, definition));
  }

  /** Registers something that follows topics for itself alone, such as an index in memory. */
  follow(subscription: Subscription): void {
    this.others.push(subscription);
  }

  async start(): Promise<void> {
    this.consume(this.replays());
    this.journal.start();
    await this.transport.publishFrom(this.journal);
    for (const subscription of [...this.others, ...this.consumers.values()])
      await this.transport.subscribe(subscription);
  }

  /** Consumers first, so that nothing new is written; then what is left in the outbox goes on its way. */
  async stop(): Promise<void> {
    await this.transport.stop();
    await this.journal.stop();
  }

  async figures(): Promise<MessagingFigures> {
    const { schema } = this.database;
    const [row] = await this.database.transaction({ kind: 'marketplace' }, (tx) =>
      tx.query<Record<keyof MessagingFigures, string | number>>(
        `SELECT (SELECT count(*) FROM ${schema}.outbox) AS "outboxDepth",
                (SELECT coalesce(max(position), 0) FROM ${schema}.journal) AS "journalPosition",
                (SELECT count(*) FROM ${schema}.dead_letter WHERE status = 'dead') AS "deadLetters",
                (SELECT count(*) FROM ${schema}.dead_letter WHERE status = 'parked') AS "parked"`,
      ),
    );
    return {
      outboxDepth: Number(row?.outboxDepth ?? 0),
      journalPosition: Number(row?.journalPosition ?? 0),
      deadLetters: Number(row?.deadLetters ?? 0),
      parked: Number(row?.parked ?? 0),
    };
  }

  /** Administrators ask over an event, because the dead letters of a service are its own. */
  private replays(): ConsumerDefinition {
    return {
      consumer: `${this.database.schema}-replays`,
      topics: [topicOf('replay')],
      handlers: {
        [ReplayAskedV1.type]: on(ReplayAskedV1, async ({ data }, tx) => {
          const consumer = this.consumers.get(data.consumer);
          if (data.service !== this.database.schema || consumer === undefined) return;
          // After the commit, because a replay is one transaction for each event.
          tx.afterCommit(
            () => void consumer.deadLetters.replay(data.aggregateType, data.aggregateId).catch(() => undefined),
          );
        }),
      },
    };
  }
}
