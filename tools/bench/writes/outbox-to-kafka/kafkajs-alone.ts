import { type Kafka, type Message, Partitioners, type Producer } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../../../../libs/platform/src/messaging/kafka/kafka-message.js';
import { KafkaTopics } from '../../../../libs/platform/src/messaging/kafka/kafka-topics.js';
import { atRate, usualData } from '../../held-rate.js';

const topic = 'held';
const partitions = 6;

/** A producer as the publisher has it, for a topic that is there. */
export async function connectedProducer(client: Kafka, topicOfMessages: string): Promise<Producer> {
  await new KafkaTopics(client, { partitions }).ensure([topicOfMessages]);
  const producer = client.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  return producer;
}

/** As large as those of most events. */
export const messageAlone = (position: number): Message =>
  messageOf({
    id: randomUUID(),
    source: '/ajudant/api',
    type: 'parcel.weighed.v1',
    time: '2027-03-01T08:00:00.000Z',
    position,
    aggregateType: 'parcel',
    aggregateId: randomUUID(),
    aggregateVersion: 1,
    audience: [randomUUID(), randomUUID()],
    correlationId: randomUUID(),
    causationId: null,
    traceparent: null,
    data: usualData,
  });

/**
 * Milliseconds from when each message is there to be sent to its consumer, with kafkajs and nothing else: what comes while others are on
 * their way is sent behind them, together.
 */
export async function sentToConsumed(
  client: Kafka,
  held: { readonly rate: number; readonly seconds: number },
): Promise<number[]> {
  const producer = await connectedProducer(client, topic);
  const consumed = new Map<string, number>();
  const stop = await follow(client, consumed);
  const due = new Map<string, number>();
  const waiting: Message[] = [];
  let sending: Promise<void> | null = null;
  const sendWaiting = async (): Promise<void> => {
    while (waiting.length > 0) {
      const messages = waiting.splice(0);
      await producer.sendBatch({ acks: -1, topicMessages: [{ topic, messages }] });
    }
    sending = null;
  };
  await atRate(
    held,
    () => undefined,
    async (isCounted) => {
      const message = messageAlone(1);
      if (isCounted) due.set(String(message.key), performance.now());
      waiting.push(message);
      await (sending ??= sendWaiting());
    },
  );
  while ([...due.keys()].some((key) => !consumed.has(key))) await sleep(50);
  await stop();
  await producer.disconnect();
  return [...due].map(([key, at]) => consumed.get(key)! - at);
}

/** Notes when each message came, by its key, in a group of its own. Returns how to stop. */
async function follow(client: Kafka, consumed: Map<string, number>): Promise<() => Promise<void>> {
  const consumer = client.consumer({ groupId: randomUUID(), minBytes: 1, maxWaitTimeInMs: 500 });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic] });
  const joined = new Promise((resolve) => {
    consumer.on(consumer.events.GROUP_JOIN, resolve);
  });
  await consumer.run({
    autoCommit: false,
    partitionsConsumedConcurrently: 3,
    eachBatch: async ({ batch }) => {
      for (const { key } of batch.messages) consumed.set(String(key), performance.now());
    },
  });
  await joined;
  return () => consumer.disconnect();
}
