import { Logger } from '@nestjs/common';
import type { Kafka } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConsumerProgress, Subscription } from '../event-transport.js';
import type { KafkaSettings } from './kafka-settings.js';
import { KafkaSession } from './kafka-session.js';
import { KafkaTopics } from './kafka-topics.js';
import { PartitionOffsets } from './partition-offsets.js';

/** A session that has neither looked for messages nor handled one for so long is broken, whatever it says. */
const silenceMs = 30_000;
const watchMs = 5_000;
const firstPauseMs = 200;
const longestPauseMs = 5_000;
/** Sessions in a row that broke without any progress, while the brokers could be reached, before only a new process helps. */
const maxFutileSessions = 20;

/** Follows topics in a group, and joins anew whenever its session breaks. */
export class KafkaConsumer {
  private readonly logger = new Logger('Messaging');
  private readonly stopping = new AbortController();
  private readonly offsets = new PartitionOffsets();
  private readonly groupId: string;
  private readonly kafka: Kafka;
  private readonly topics: KafkaTopics;
  /** Ends the session in hand. */
  private topicGone: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();
  private failing: Date | null = null;
  private progressed: Date | null = null;
  private lastSign = Date.now();
  private futileSessions = 0;

  /** @param connect makes the client, which tells when a topic is gone */
  constructor(
    connect: (onTopicGone: () => void) => Kafka,
    settings: Pick<KafkaSettings, 'partitions' | 'replicationFactor'>,
    private readonly subscription: Subscription,
  ) {
    this.kafka = connect(() => this.topicGone());
    this.topics = new KafkaTopics(this.kafka, settings);
    const { consumer, durable } = subscription;
    this.groupId = durable ? consumer : `${consumer}.${randomUUID()}`;
  }

  start(): void {
    this.running = this.run();
  }

  /** After the event in hand; its offset is committed. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  get progress(): ConsumerProgress {
    const silent = Date.now() - this.lastSign > 2 * silenceMs && this.failing === null;
    return {
      consumer: this.subscription.consumer,
      lag: this.offsets.lag,
      failingSince: this.failing?.toISOString() ?? null,
      lastProgressAt: this.progressed?.toISOString() ?? null,
      stalled: silent || this.futileSessions >= maxFutileSessions,
    };
  }

  private async run(): Promise<void> {
    let pause = firstPauseMs;
    while (!this.stopping.signal.aborted) {
      const before = this.progressed;
      try {
        await this.runSession();
      } catch (error) {
        this.failed(error);
        this.topics.forget();
        const futile = this.progressed === before;
        pause = futile ? Math.min(pause * 2, longestPauseMs) : firstPauseMs;
        if (!futile) this.futileSessions = 0;
        else if (!isUnreachable(error)) this.futileSessions += 1;
        await sleep(pause, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }

  /** Ends when told to stop; fails when the session breaks or falls silent. */
  private async runSession(): Promise<void> {
    await this.topics.ensure(this.subscription.topics);
    const session = new KafkaSession(this.kafka, this.groupId, this.subscription, this.offsets, {
      progressed: () => this.succeeded(),
      failed: (error) => this.failed(error),
    });
    this.lastSign = Date.now();
    const watch = new AbortController();
    const gone = this.lostTopic();
    try {
      const { broken } = await session.open();
      await Promise.race([broken, gone, this.silence(watch.signal), this.stopAsked(watch.signal)]);
    } finally {
      watch.abort();
      await session.close();
    }
  }

  /** Fails when a topic is gone: one that is made anew has other offsets, and is read from its beginning. */
  private lostTopic(): Promise<never> {
    const lost = new Promise<never>((_, reject) => {
      this.topicGone = () => {
        this.offsets.forget();
        reject(new Error('a topic is gone'));
      };
    });
    lost.catch(() => undefined);
    return lost;
  }

  private async silence(signal: AbortSignal): Promise<void> {
    for (;;) {
      await sleep(watchMs, undefined, { signal });
      if (Date.now() - this.lastSign > silenceMs) throw new Error(`nothing heard for ${silenceMs / 1000} s`);
    }
  }

  private stopAsked(signal: AbortSignal): Promise<void> {
    const { signal: stop } = this.stopping;
    if (stop.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      stop.addEventListener('abort', () => resolve(), { once: true, signal });
    });
  }

  private succeeded(): void {
    if (this.failing !== null) this.logger.log(`consumer ${this.subscription.consumer} works again`);
    this.failing = null;
    this.progressed = new Date();
    this.lastSign = Date.now();
  }

  private failed(error: unknown): void {
    this.lastSign = Date.now();
    if (this.failing !== null || this.stopping.signal.aborted) return;
    this.failing = new Date();
    this.logger.warn(`consumer ${this.subscription.consumer} fails and will be tried again: ${String(error)}`);
  }
}

const unreachable = new Set([
  'KafkaJSBrokerNotFound',
  'KafkaJSConnectionClosedError',
  'KafkaJSConnectionError',
  'KafkaJSGroupCoordinatorNotFound',
  'KafkaJSNoBrokerAvailableError',
  'KafkaJSRequestTimeoutError',
]);

/** Whether an error, or one behind it, says that no broker answers. */
const isUnreachable = (error: unknown): boolean =>
  error instanceof Error && (unreachable.has(error.name) || isUnreachable(error.cause));
