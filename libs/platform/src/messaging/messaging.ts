import { Logger } from '@nestjs/common';
import type { Database } from '../database/index.js';
import { consumersWithRetries } from './dead-letter-store.js';
import { type ConsumerDefinition, EventConsumer } from './event-consumer.js';
import type { EventTransport, Subscription } from './event-transport.js';
import { Journal } from './journal.js';
import { JournalVerification, type LastVerification } from './journal-verification.js';
import { type MessagingFigures, messagingFigures } from './messaging-figures.js';
import { type NextPoll, PeriodicTask, PollLoop } from '../scheduling/index.js';
import { ReplayRequests } from './replay-requests.js';

const pruneSeconds = 3_600;
/** Whether a verification is due is looked up that often; it is one statement. */
const verifySeconds = 300;
const dayMs = 86_400_000;

/** What is done about a journal beside filling it. */
export interface JournalCare {
  /** Days after which events that every reader has read may be dropped; 0 keeps all. */
  readonly retentionDays?: number;
  /** Hours between verifications, whichever process does them; 0 for none. */
  readonly verificationHours?: number;
}

/** The messaging of one app: its journal, and the consumers that its features registered. */
export class Messaging {
  readonly journal: Journal;
  private readonly consumers = new Map<string, EventConsumer>();
  private readonly others: Subscription[] = [];
  private readonly pruning: PeriodicTask;
  private readonly verification: JournalVerification;
  private readonly verifying: PeriodicTask;
  private readonly retries: PollLoop;
  private readonly asked = new Set<Promise<unknown>>();
  private readonly logger = new Logger('Messaging');

  constructor(
    private readonly database: Database,
    source: string,
    readonly transport: EventTransport,
    private readonly care: JournalCare = {},
  ) {
    this.journal = new Journal(database, source);
    this.verification = new JournalVerification(database, this.journal, care.verificationHours ?? 0);
    this.verifying = new PeriodicTask(`verification of ${source}`, verifySeconds, () =>
      this.verification.verifyIfDue(),
    );
    this.pruning = new PeriodicTask(`retention of ${source}`, pruneSeconds, () => this.prune());
    this.retries = new PollLoop(`retries of ${source}`, () => this.wakeRetriers());
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
    this.retries.start();
    if (this.retentionDays > 0) this.pruning.start();
    if ((this.care.verificationHours ?? 0) > 0) this.verifying.start();
    for (const subscription of [...this.others, replays, ...this.consumers.values()]) {
      await this.transport.subscribe(subscription);
    }
  }

  /** Consumers first, so that nothing new is written; then what is left in the outbox goes on its way. */
  async stop(): Promise<void> {
    await this.transport.stop();
    await Promise.all([this.pruning.stop(), this.verifying.stop(), ...this.asked]);
    await this.retries.stop();
    await Promise.all([...this.consumers.values()].map(({ deadLetters }) => deadLetters.stop()));
    await this.journal.stop();
  }

  /** Returns how many partitions were dropped. */
  private prune(): Promise<number> {
    return this.journal.dropBefore(new Date(Date.now() - this.retentionDays * dayMs));
  }

  /** Each consumer knows of what it put aside in this process; what others left is looked for once for all of them. */
  private async wakeRetriers(): Promise<NextPoll> {
    for (const consumer of await consumersWithRetries(this.database, [...this.consumers.keys()])) {
      this.consumers.get(consumer)?.deadLetters.wake();
    }
    return 'idle';
  }

  private get retentionDays(): number {
    return this.care.retentionDays ?? 0;
  }

  /** What the last verification of the journal found, by whichever process; null before the first. */
  lastVerification(): Promise<LastVerification | null> {
    return this.verification.last();
  }

  /** Begins a verification that somebody asked for; what it finds is the last one's then. */
  verifySoon(): void {
    const verification = this.verification
      .verifyNow()
      .catch((error: unknown) => this.logger.error(`a verification that was asked for failed: ${String(error)}`))
      .finally(() => this.asked.delete(verification));
    this.asked.add(verification);
  }

  async figures(): Promise<MessagingFigures> {
    const jumps = [...this.consumers.values()].reduce((sum, { versionJumps }) => sum + versionJumps, 0);
    return { ...(await messagingFigures(this.database)), versionJumps: jumps };
  }
}
