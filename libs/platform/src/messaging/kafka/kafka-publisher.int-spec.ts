import type { Kafka, ProducerBatch } from 'kafkajs';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '#platform/database';
import { eventually, statementsSentBy, type TestDatabase } from '#platform/testing';
import { Journal } from '../journal.js';
import { openParcels, parcelHome, parcelWeighed, publish } from '../specimen/parcels.js';
import { KafkaPublisher } from './kafka-publisher.js';
import { KafkaTopics } from './kafka-topics.js';

let home: TestDatabase;
let database: Database;
let journal: Journal;

beforeEach(async () => {
  home = await parcelHome();
  database = await openParcels(home.url, 4);
  journal = new Journal(database, '/ajudant/api');
});
afterEach(async () => {
  await database.dataSource.destroy();
  await home.dispose();
});

/** Brokers that take a batch when they are told to. */
class SlowBrokers {
  readonly sent: number[][] = [];
  private readonly waiting: (() => void)[] = [];

  readonly kafka = {
    producer: () => ({
      connect: async () => undefined,
      disconnect: async () => undefined,
      sendBatch: (batch: ProducerBatch) => {
        this.sent.push(positionsOf(batch));
        return new Promise<void>((resolve) => this.waiting.push(resolve));
      },
    }),
    admin: () => ({
      connect: async () => undefined,
      disconnect: async () => undefined,
      listTopics: async () => ['ajudant.parcel'],
    }),
  } as unknown as Kafka;

  take(): void {
    this.waiting.shift()?.();
  }
}

const positionsOf = ({ topicMessages = [] }: ProducerBatch): number[] =>
  topicMessages.flatMap(({ messages }) => messages.map(({ headers }) => Number(headers?.['ce_position'])));

const appendOne = async (): Promise<void> => {
  await publish(database, parcelWeighed(uuidv7(), 1));
  await journal.drain();
};

const cursor = async (): Promise<number> => {
  const [row] = (await database.dataSource.query(`SELECT position FROM api.cursor WHERE reader = 'kafka'`)) as {
    position: string | number;
  }[];
  return Number(row?.position);
};

describe('what is sent to Kafka', () => {
  it('takes along what is appended meanwhile, without letting go of its place in between', async () => {
    const brokers = new SlowBrokers();
    const publisher = new KafkaPublisher(brokers.kafka, new KafkaTopics(brokers.kafka, { partitions: 1 }), journal);
    publisher.start();
    const statements = await statementsSentBy(async () => {
      await appendOne();
      await eventually(() => expect(brokers.sent).toEqual([[1]]));
      await appendOne();
      await appendOne();
      brokers.take();
      await eventually(() => expect(brokers.sent).toEqual([[1], [2, 3]]));
      expect(await cursor()).toBe(0);
      brokers.take();
      await eventually(async () => expect(await cursor()).toBe(3));
    });
    const advances = statements.filter(({ text }) => text.startsWith('UPDATE api.cursor'));
    expect(advances.map(({ values }) => values)).toEqual([['kafka', 3]]);
    await publisher.stop();
  });
});
