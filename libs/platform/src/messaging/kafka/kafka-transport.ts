import { setTimeout as sleep } from 'node:timers/promises';
import type { ConsumerProgress, EventTransport, Subscription } from '../event-transport.js';
import type { Journal } from '../journal.js';
import { newKafka } from './kafka-client.js';
import { KafkaConsumer } from './kafka-consumer.js';
import { KafkaPublisher } from './kafka-publisher.js';
import type { KafkaSettings } from './kafka-settings.js';
import { KafkaTopics } from './kafka-topics.js';

/** A publisher holds a transaction open while it sends: it has to give up before the database does. */
const publishTimeoutMs = 4_000;
const consumeTimeoutMs = 10_000;
const drainMs = 3_000;

/** Carries events over Kafka: the transport between the services. */
export class KafkaTransport implements EventTransport {
  private readonly publishers: KafkaPublisher[] = [];
  private readonly consumers: KafkaConsumer[] = [];
  private readonly journals: Journal[] = [];
  private stopped: Promise<void> | null = null;

  constructor(private readonly settings: KafkaSettings) {}

  async publishFrom(journal: Journal): Promise<void> {
    const kafka = newKafka(this.settings, publishTimeoutMs);
    const publisher = new KafkaPublisher(kafka, new KafkaTopics(kafka, this.settings), journal);
    this.journals.push(journal);
    this.publishers.push(publisher);
    publisher.start();
  }

  async subscribe(subscription: Subscription): Promise<void> {
    const connect = (onTopicGone: () => void) => newKafka(this.settings, consumeTimeoutMs, onTopicGone);
    const consumer = new KafkaConsumer(connect, this.settings, subscription);
    this.consumers.push(consumer);
    consumer.start();
  }

  progress(): readonly ConsumerProgress[] {
    return this.consumers.map((consumer) => consumer.progress);
  }

  stop(): Promise<void> {
    this.stopped ??= this.stopInOrder();
    return this.stopped;
  }

  private async stopInOrder(): Promise<void> {
    await Promise.all(this.consumers.map((consumer) => consumer.stop()));
    const drained = Promise.all(this.journals.map((journal) => journal.drain().catch(() => undefined)));
    await Promise.race([drained, sleep(drainMs, undefined, { ref: false })]);
    await Promise.all(this.publishers.map((publisher) => publisher.stop()));
  }
}
