import { type Kafka, Partitioners, type Producer, type TopicMessages } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Transaction } from '../../database/index.js';
import type { Journal } from '../journal.js';
import { JournalCursor } from '../journal-cursor.js';
import { PollLoop, pollDelays } from '../../scheduling/index.js';
import { EventBatchBuffer } from '../event-batch-buffer.js';
import type { KafkaTopics } from './kafka-topics.js';
import { type OutgoingBatch, outgoingOf, readOutgoing } from './outgoing-batch.js';
import { sendingSpans } from './sending-spans.js';

/** Batches of one transaction, which shouldn't be open for long. */
const maxBatches = 8;
const drainMs = 5_000;
/** A crash that loses the last cursor sends some events twice, which changes nothing; to wait for the disk would take longer than to send. */
const withoutDisk = 'SET LOCAL synchronous_commit = off';

/**
 * Sends a journal to Kafka in order. It holds the cursor's row while it sends, so that of any number of processes one
 * sends at a time. A broker that is away is waited for; nobody who writes events notices.
 */
export class KafkaPublisher {
  private readonly loop: PollLoop;
  private readonly cursor: JournalCursor;
  private readonly buffer = new EventBatchBuffer();
  private isRegistered = false;
  private producer: Producer | null = null;
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly topics: KafkaTopics,
    private readonly journal: Journal,
  ) {
    this.loop = new PollLoop(`publishing of ${journal.source}`, () => this.step());
    this.cursor = new JournalCursor(journal.database, 'kafka');
  }

  start(): void {
    this.stopListening = this.journal.onAppended((appended) => {
      if (appended !== null) this.buffer.add(appended);
      this.loop.wake();
    });
    this.loop.start();
  }

  /** Sends what the journal holds, for at most 5 s, and disconnects. What is left goes out after the next start. */
  async stop(): Promise<void> {
    this.stopListening();
    await this.loop.stop();
    const deadline = Date.now() + drainMs;
    while (Date.now() < deadline && (await this.step().catch(() => pollDelays.relaxed)) === pollDelays.none);
    await this.giveUpProducer();
  }

  private async step(): Promise<number> {
    // Before anything is sent: while the broker is away, what waits for it has to be seen and kept.
    if (!this.isRegistered) await this.cursor.register();
    this.isRegistered = true;
    const producer = await this.connected();
    const publish = async (tx: Transaction): Promise<number> => {
      const position = await this.cursor.tryLock(tx);
      if (position === null) return pollDelays.contended;
      const buffered = this.appendedAfter(position);
      const first = buffered ?? (await readOutgoing(tx, this.journal, position));
      const reached = await this.sendAll(tx, producer, first);
      if (reached.last === null) return pollDelays.relaxed;
      this.cursor.advance(tx, reached.last);
      // What this process appends is in the buffer, so there is nothing more to look for.
      return buffered !== null && !reached.hasMore ? pollDelays.relaxed : pollDelays.none;
    };
    return this.journal.database.transaction({ kind: 'marketplace' }, publish, [withoutDisk]);
  }

  /**
   * Sends a batch and those behind it, each read while the one before is sent; returns the last that was sent. What this process
   * appends meanwhile goes out with them: to take the cursor anew for it takes as long as to send it.
   */
  private async sendAll(tx: Transaction, producer: Producer, first: OutgoingBatch): Promise<OutgoingBatch> {
    let batch = first;
    for (let sent = 1; batch.last !== null; sent += 1) {
      const goesOn = sent < maxBatches;
      const [read] = await Promise.all([
        goesOn && batch.hasMore ? readOutgoing(tx, this.journal, batch.last) : null,
        this.send(producer, batch.topicMessages),
      ]);
      const next = goesOn ? (read ?? this.appendedAfter(batch.last)) : null;
      if (next === null || next.last === null) break;
      batch = next;
    }
    return batch;
  }

  private appendedAfter(position: number): OutgoingBatch | null {
    const appended = this.buffer.take(position);
    return appended === null ? null : outgoingOf(appended);
  }

  private async send(producer: Producer, topicMessages: TopicMessages[]): Promise<void> {
    const spans = sendingSpans(topicMessages);
    try {
      await this.topics.ensure(topicMessages.map(({ topic }) => topic));
      await producer.sendBatch({ acks: -1, timeout: 4_000, topicMessages });
      for (const span of spans) span.end();
    } catch (error) {
      for (const span of spans) span.end({}, error instanceof Error ? error.name : 'Error');
      // A topic may be gone, and is made again. Its sequence numbers may no longer be the broker's; a new one starts from none.
      this.topics.forget();
      await this.giveUpProducer();
      throw error;
    }
  }

  private async connected(): Promise<Producer> {
    if (this.producer !== null) return this.producer;
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { initialRetryTime: 100, maxRetryTime: 500, retries: 1 },
    });
    try {
      await producer.connect();
    } catch (error) {
      await disconnect(producer);
      throw error;
    }
    this.producer = producer;
    return producer;
  }

  private async giveUpProducer(): Promise<void> {
    const producer = this.producer;
    this.producer = null;
    if (producer !== null) await disconnect(producer);
  }
}

// It may wait for an answer that never comes.
const disconnect = (producer: Producer): Promise<unknown> =>
  Promise.race([producer.disconnect().catch(() => undefined), sleep(1_000, undefined, { ref: false })]);
