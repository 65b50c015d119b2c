import { randomUUID } from 'node:crypto';
import { Kafka as CloudEventsOfKafka, type KafkaMessage as CloudEventsMessage } from 'cloudevents';
import { Kafka, logLevel } from 'kafkajs';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '#platform/database';
import { eventually, type TestDatabase } from '#platform/testing';
import { Messaging } from '../messaging.js';
import {
  openParcels,
  parcelHome,
  parcelTopic,
  parcelWeighed,
  publish,
  weighed,
  weighingConsumer,
} from '../specimen/parcels.js';
import { KafkaTransport } from './kafka-transport.js';

const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');
const kafka = new Kafka({ brokers, clientId: 'spec', logLevel: logLevel.NOTHING });

let home: TestDatabase;
let database: Database;
const running: Messaging[] = [];

/** A service with one consumer whose group is new. */
const service = async (meddle?: (version: number, grams: number) => unknown, group = `spec-${randomUUID()}`) => {
  const transport = new KafkaTransport({ brokers, clientId: 'spec', partitions: 3 });
  const messaging = new Messaging(database, '/ajudant/api', transport);
  messaging.consume(weighingConsumer(group, meddle));
  running.push(messaging);
  await messaging.start();
  return { messaging, transport, group };
};

beforeAll(async () => {
  home = await parcelHome();
  database = await openParcels(home.url, 20);
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((messaging) => messaging.stop()));
});

afterAll(async () => {
  await database.dataSource.destroy();
  await home.dispose();
});

describe('events over Kafka', () => {
  it('reach a consumer in the order of their aggregate, each once', async () => {
    const { group } = await service();
    const parcels = Array.from({ length: 7 }, () => uuidv7());
    for (let version = 1; version <= 20; version += 1) {
      for (const parcel of parcels) await publish(database, parcelWeighed(parcel, version));
    }
    const versions = Array.from({ length: 20 }, (_, index) => index + 1);
    await eventually(async () => {
      for (const parcel of parcels) expect(await weighed(database, group, parcel)).toEqual(versions);
    });
  });

  it('are CloudEvents that others can read', async () => {
    const parcel = uuidv7();
    const seen = listen();
    await service();
    await publish(database, parcelWeighed(parcel, 1, 250));
    const message = await eventually(() => seen.of(parcel)[0] ?? Promise.reject(new Error('not yet')));
    await seen.stop();
    const headers = Object.fromEntries(
      Object.entries(message.headers ?? {}).map(([name, value]) => [name, `${value}`]),
    );
    const cloudEvent = CloudEventsOfKafka.toEvent({
      key: `${message.key}`,
      value: `${message.value}`,
      headers,
    } as unknown as CloudEventsMessage);
    expect(cloudEvent).toMatchObject({
      specversion: '1.0',
      type: 'parcel.weighed.v1',
      source: '/ajudant/api',
      subject: parcel,
      aggregatetype: 'parcel',
      aggregateversion: '1',
      position: expect.stringMatching(/^\d+$/),
      correlationid: expect.any(String),
    });
    expect(JSON.parse(`${message.value}`)).toEqual({ grams: 250 });
    expect(`${message.key}`).toBe(parcel);
  });
});

/** Everything on the topic from now on and before, through a client that is not ours. */
const listen = () => {
  const consumer = kafka.consumer({ groupId: `listener-${randomUUID()}`, maxWaitTimeInMs: 100 });
  const messages: { key: Buffer | null; value: Buffer | null; headers?: object }[] = [];
  const started = (async () => {
    await consumer.connect();
    await consumer.subscribe({ topics: [parcelTopic], fromBeginning: true });
    await consumer.run({ eachMessage: async ({ message }) => void messages.push(message) });
  })();
  return {
    of: (key: string) => messages.filter((message) => `${message.key}` === key),
    stop: async () => {
      await started;
      await consumer.disconnect();
    },
  };
};
