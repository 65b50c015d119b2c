import type { Consumer, ConsumerGroupJoinEvent, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Subscription } from '../event-transport.js';
import { failpoint } from '../failpoints.js';
import { BatchHeartbeat } from './batch-heartbeat.js';
import { envelopeOf, UnreadableError } from './kafka-message.js';
import type { PartitionOffsets } from './partition-offsets.js';

/** What a session tells the consumer to which it belongs. */
export interface SessionListener {
  /** It looked for messages, or handled one. */
  progressed(): void;
  /** The event in hand can't be handled now. */
  failed(error: unknown): void;
}

const firstPauseMs = 50;
const longestPauseMs = 2_000;
const closeMs = 8_000;

/** One membership in a group, until it breaks or is closed. */
export class KafkaSession {
  private readonly consumer: Consumer;
  private closing = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly groupId: string,
    private readonly subscription: Subscription,
    private readonly offsets: PartitionOffsets,
    private readonly listener: SessionListener,
  ) {
    this.consumer = kafka.consumer({
      groupId,
      allowAutoTopicCreation: false,
      // A process that is killed is missed after this long.
      sessionTimeout: 10_000,
      heartbeatInterval: 1_000,
      rebalanceTimeout: 30_000,
      // Messages are handed out as soon as there is one; this is only how long an empty answer may take, and a stop.
      minBytes: 1,
      maxWaitTimeInMs: 500,
      metadataMaxAge: 30_000,
      // What to do about a crash is decided by whoever opened the session.
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5, restartOnFailure: async () => false },
    });
  }

  /** Joins the group and handles what comes; the promise in the answer fails when the session breaks. */
  async open(): Promise<{ broken: Promise<never> }> {
    const { CRASH, FETCH, GROUP_JOIN } = this.consumer.events;
    const broken = new Promise<never>((_, reject) => {
      this.consumer.on(CRASH, ({ payload }) => reject(payload.error));
    });
    broken.catch(() => undefined);
    this.consumer.on(FETCH, () => this.listener.progressed());
    this.consumer.on(GROUP_JOIN, (event) => this.joined(event));
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: [...this.subscription.topics], fromBeginning: true });
    await this.consumer.run({
      autoCommit: this.subscription.durable,
      autoCommitInterval: 1_000,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 3,
      eachBatch: (payload) => this.handleBatch(payload),
    });
    return { broken };
  }

  /** Leaves the group after the event in hand. It may wait for an answer that never comes: so not for long. */
  async close(): Promise<void> {
    this.closing = true;
    const closed = this.consumer.disconnect().catch(() => undefined);
    await Promise.race([closed, sleep(closeMs, undefined, { ref: false })]);
  }

  private joined({ payload }: ConsumerGroupJoinEvent): void {
    const assigned = Object.entries(payload.memberAssignment).flatMap(([topic, partitions]) =>
      partitions.map((partition) => [topic, partition] as const),
    );
    this.offsets.assign(assigned);
    if (!this.subscription.durable) this.goOn(assigned);
    void this.lookAround(assigned).catch(() => undefined);
  }

  // Nobody but this process knows its offset: after a broken session it reads on from there, and not from the beginning.
  private goOn(assigned: readonly (readonly [string, number])[]): void {
    for (const [topic, partition] of assigned) {
      const next = this.offsets.next(topic, partition);
      if (next !== null) this.consumer.seek({ topic, partition, offset: String(next) });
    }
  }

  /** Asks how much there is to read: no message comes from a partition that is empty or read to its end. */
  private async lookAround(assigned: readonly (readonly [string, number])[]): Promise<void> {
    const topics = [...new Set(assigned.map(([topic]) => topic))];
    const admin = this.kafka.admin();
    try {
      await admin.connect();
      const committed = this.subscription.durable ? await admin.fetchOffsets({ groupId: this.groupId, topics }) : [];
      for (const topic of topics) {
        const starts = new Map(
          committed.find((one) => one.topic === topic)?.partitions.map((one) => [one.partition, BigInt(one.offset)]),
        );
        for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
          const start = starts.get(partition) ?? -1n;
          this.offsets.observed(topic, partition, start < 0n ? BigInt(low) : start, BigInt(high));
        }
      }
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }

  private async handleBatch(payload: EachBatchPayload): Promise<void> {
    const { batch, resolveOffset, commitOffsetsIfNecessary } = payload;
    const { topic, partition } = batch;
    const first = batch.messages[0];
    if (first !== undefined) this.offsets.observed(topic, partition, BigInt(first.offset), BigInt(batch.highWatermark));
    const heartbeat = new BatchHeartbeat(payload.heartbeat);
    try {
      for (const message of batch.messages) {
        if (!(await this.handleInTheEnd(payload, message, heartbeat))) break;
        failpoint('between-effect-and-offset');
        resolveOffset(message.offset);
        this.offsets.handled(topic, partition, BigInt(message.offset));
        this.listener.progressed();
        await commitOffsetsIfNecessary();
      }
    } finally {
      heartbeat.stop();
    }
  }

  /** Tries until it works, or until the partition is no longer ours to handle: then the answer is no. */
  private async handleInTheEnd(
    { batch, isRunning, isStale }: EachBatchPayload,
    message: KafkaMessage,
    heartbeat: BatchHeartbeat,
  ): Promise<boolean> {
    for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
      heartbeat.check();
      if (this.closing || !isRunning() || isStale()) return false;
      try {
        await this.handle(batch.topic, batch.partition, message);
        return true;
      } catch (error) {
        this.listener.failed(error);
        await sleep(pause);
      }
    }
  }

  private handle(topic: string, partition: number, message: KafkaMessage): Promise<void> {
    let envelope;
    try {
      envelope = envelopeOf(topic, message);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      return this.subscription.handleUnreadable({
        topic,
        offset: `${partition}:${message.offset}`,
        key: message.key?.toString().replaceAll('\0', '') ?? null,
        raw: message.value ?? Buffer.alloc(0),
        cause: error.message,
      });
    }
    return this.subscription.handle(envelope);
  }
}
