import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '#platform/database';
import { Messaging } from '#platform/messaging';
import { KafkaTransport } from '#platform/messaging/kafka';
import { eventually, type TestDatabase } from '#platform/testing';
import {
  openParcels,
  parcelHome,
  parcelTopic,
  parcelWeighed,
  publish,
  weighed,
  weighingConsumer,
} from '../../libs/platform/src/messaging/specimen/parcels.js';
import { LocalKafka } from './local-kafka.js';

let folder: string;
let kafka: LocalKafka;
let home: TestDatabase;
let database: Database;
let messaging: Messaging;
const group = `outage-${randomUUID()}`;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ajudant-kafka-'));
  kafka = await LocalKafka.start({ folder });
  home = await parcelHome();
  database = await openParcels(home.url, 5);
  const transport = new KafkaTransport({ brokers: [kafka.brokers], clientId: 'outage', partitions: 3 });
  messaging = new Messaging(database, '/ajudant/api', transport);
  messaging.consume(weighingConsumer(group));
  await messaging.start();
});

afterAll(async () => {
  await messaging.stop();
  await database.dataSource.destroy();
  await home.dispose();
  await kafka.stop();
  await rm(folder, { recursive: true, force: true });
});

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const stop = () => kafka.stop();
const kill = async (): Promise<void> => kafka.kill();

describe('without its topic', () => {
  it('the service makes it again, and goes on', async () => {
    const parcel = uuidv7();
    await publish(database, ...range(1, 5).map((version) => parcelWeighed(parcel, version)));
    await eventually(async () => expect(await weighed(database, group, parcel)).toEqual(range(1, 5)));
    const admin = new Kafka({ brokers: [kafka.brokers], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    await admin.deleteTopics({ topics: [parcelTopic] });
    await admin.disconnect();
    for (const version of range(6, 30)) await publish(database, parcelWeighed(parcel, version));
    await eventually(async () => expect(await weighed(database, group, parcel)).toEqual(range(1, 30)));
    await eventually(() => {
      for (const progress of messaging.transport.progress()) {
        expect(progress).toMatchObject({ failingSince: null, stalled: false, lag: 0 });
      }
    });
  });
});

describe('without its broker', () => {
  it.each([
    ['stopped', stop],
    ['killed', kill],
  ])('the service goes on writing, and catches up once the broker that was %s is back', async (_, end) => {
    const parcels = range(1, 6).map(() => uuidv7());
    const write = async (versions: readonly number[]): Promise<void> => {
      for (const version of versions) {
        await publish(database, ...parcels.map((parcel) => parcelWeighed(parcel, version)));
        await sleep(10);
      }
    };
    await write(range(1, 10));
    await end();
    // While nobody answers: the broker comes back after that.
    await write(range(11, 60));
    await eventually(() => {
      expect(messaging.transport.progress().every(({ failingSince }) => failingSince !== null)).toBe(true);
    });
    expect((await messaging.figures()).cursorLags['kafka']).toBeGreaterThan(0);

    await kafka.startAgain();
    await write(range(61, 70));
    for (const parcel of parcels) {
      await eventually(async () => expect(await weighed(database, group, parcel)).toEqual(range(1, 70)));
    }
    await eventually(() => {
      for (const progress of messaging.transport.progress()) {
        expect(progress).toMatchObject({ failingSince: null, stalled: false, lag: 0 });
      }
    });
  });
});
