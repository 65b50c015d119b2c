import type { Database } from '../database/index.js';
import { type ConsumerDefinition, EventConsumer } from './event-consumer.js';
import type { EventTransport, Subscription } from './event-transport.js';
import { Journal } from './journal.js';
import { type MessagingFigures, messagingFigures } from './messaging-figures.js';
import { ReplayRequests } from './replay-requests.js';

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

  /** Names it among others in one process. */
  get service(): string {
    return this.database.schema;
  }

  /** Registers a consumer; features do so while the application is put together. */
  consume(definition: ConsumerDefinition): EventConsumer {
    const { consumer } = definition;
    if (this.consumers.has(consumer)) throw new Error(`There is a consumer "${consumer}" already`);
    const made = new EventConsumer(this.database, definition);
    this.consumers.set(consumer, made);
    return made;
  }

  /** Registers something that follows topics for itself alone, such as an index in memory. */
  follow(subscription: Subscription): void {
    this.others.push(subscription);
  }

  async start(): Promise<void> {
    this.journal.start();
    await this.transport.publishFrom(this.journal);
    const replays = new ReplayRequests(this.database.schema, (name) => this.consumers.get(name)?.deadLetters);
    for (const { deadLetters } of this.consumers.values()) deadLetters.start();
    for (const subscription of [...this.others, replays, ...this.consumers.values()]) {
      await this.transport.subscribe(subscription);
    }
  }

  /** Consumers first, so that nothing new is written; then what is left in the outbox goes on its way. */
  async stop(): Promise<void> {
    await this.transport.stop();
    await Promise.all([...this.consumers.values()].map(({ deadLetters }) => deadLetters.stop()));
    await this.journal.stop();
  }

  figures(): Promise<MessagingFigures> {
    return messagingFigures(this.database);
  }
}
