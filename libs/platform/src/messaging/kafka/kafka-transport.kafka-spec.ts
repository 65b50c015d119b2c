import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka as CloudEventsOfKafka, type KafkaMessage as CloudEventsMessage } from 'cloudevents';
import kafkajs, { Kafka, logLevel, type Message, Partitioners } from 'kafkajs';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { type EventEnvelope, topicOf } from '#contracts/envelope';
import type { Database } from '#platform/database';
import { eventually, type TestDatabase } from '#platform/testing';
import { Messaging } from '../messaging.js';
import { blindPolls } from '../specimen/blind-polls.js';
import {
  openParcels,
  parcelHome,
  parcelTopic,
  parcelWeighed,
  publish,
  weighed,
  weighingConsumer,
} from '../specimen/parcels.js';
import { messageOf } from './kafka-message.js';
import { KafkaTopics } from './kafka-topics.js';
import { KafkaTransport } from './kafka-transport.js';

const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');
const kafka = new Kafka({ brokers, clientId: 'spec', logLevel: logLevel.NOTHING });
const stranger = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });

let home: TestDatabase;
let owner: pg.Client;
let database: Database;
const running: Messaging[] = [];

const newMessaging = (): Messaging => {
  const transport = new KafkaTransport({ brokers, clientId: 'spec', partitions: 3 });
  const messaging = new Messaging(database, '/ajudant/api', transport);
  running.push(messaging);
  return messaging;
};

/** A service with one consumer. */
const service = async (
  meddle?: (version: number, grams: number) => unknown,
  group = `spec-${randomUUID()}`,
): Promise<{ messaging: Messaging; group: string }> => {
  const messaging = newMessaging();
  messaging.consume(weighingConsumer(group, meddle));
  await messaging.start();
  return { messaging, group };
};

/** Messages that did not come out of a journal. */
const send = async (...messages: Message[]): Promise<void> => {
  await stranger.send({ topic: parcelTopic, messages });
};

const envelope = (parcel: string, version: number): EventEnvelope => ({
  ...parcelWeighed(parcel, version),
  id: uuidv7(),
  source: '/ajudant/elsewhere',
  time: '2026-03-01T08:00:00Z',
  position: version,
  correlationId: 'correlation',
  causationId: null,
  traceparent: null,
});

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

beforeAll(async () => {
  home = await parcelHome();
  owner = new pg.Client({ connectionString: home.url });
  await owner.connect();
  database = await openParcels(home.url, 20);
  await new KafkaTopics(kafka, { partitions: 3 }).ensure([parcelTopic]);
  await stranger.connect();
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((messaging) => messaging.stop()));
});

afterAll(async () => {
  await stranger.disconnect();
  await database.dataSource.destroy();
  await owner.end();
  await home.dispose();
});

describe('events over Kafka', () => {
  it('reach a consumer in the order of their aggregate, each once', async () => {
    const { group } = await service();
    const parcels = range(7).map(() => uuidv7());
    for (const version of range(20)) {
      await Promise.all(parcels.map((parcel) => publish(database, parcelWeighed(parcel, version))));
    }
    await eventually(async () => {
      for (const parcel of parcels) expect(await weighed(database, group, parcel)).toEqual(range(20));
    });
  });

  it('are published in order also when two processes try to publish', async () => {
    const [{ group }] = await Promise.all([service(), service()]);
    const parcels = range(5).map(() => uuidv7());
    for (const version of range(30)) {
      await Promise.all(parcels.map((parcel) => publish(database, parcelWeighed(parcel, version))));
    }
    await eventually(async () => {
      for (const parcel of parcels) expect(await weighed(database, group, parcel)).toEqual(range(30));
    });
  });

  it('are CloudEvents that others can read', async () => {
    const parcel = uuidv7();
    const heard = listen();
    await service();
    await publish(database, parcelWeighed(parcel, 1, 250));
    const message = await eventually(() => heard.of(parcel)[0] ?? Promise.reject(new Error('not yet')));
    await heard.stop();
    const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]);
    const cloudEvent = CloudEventsOfKafka.toEvent({
      key: String(message.key),
      value: String(message.value),
      headers: Object.fromEntries(headers),
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
    expect(JSON.parse(String(message.value))).toEqual({ grams: 250 });
    expect(String(message.key)).toBe(parcel);
  });

  it('go from the commit to the consumer without any poll of the outbox', async () => {
    const parcel = uuidv7();
    let arrived = 0;
    const { group } = await service((version) => {
      arrived = Math.max(arrived, version);
    });
    const seeAgain = blindPolls(database);
    for (const version of range(60)) {
      await publish(database, parcelWeighed(parcel, version));
      await eventually(() => expect(arrived).toBeGreaterThanOrEqual(version));
    }
    await eventually(async () => expect(await weighed(database, group, parcel)).toEqual(range(60)));
    seeAgain();
  });

  it('go on where the group was, after a restart', async () => {
    const parcel = uuidv7();
    // The group is new and hears of the parcels of other tests as well, before and after.
    const ownGrams = 4_711;
    const heard: number[] = [];
    const hear = (version: number, grams: number): void => {
      if (grams === ownGrams) heard.push(version);
    };
    const { messaging, group } = await service(hear);
    await publish(database, ...range(3).map((version) => parcelWeighed(parcel, version, ownGrams)));
    await eventually(async () => expect(await weighed(database, group, parcel)).toEqual([1, 2, 3]));
    await messaging.stop();
    await publish(database, parcelWeighed(parcel, 4, ownGrams));
    await service(hear, group);
    await eventually(async () => expect(await weighed(database, group, parcel)).toEqual([1, 2, 3, 4]));
    expect(heard).toEqual([1, 2, 3, 4]);
  });

  it('that come twice, late or out of turn change nothing', async () => {
    const parcel = uuidv7();
    const { group } = await service();
    const events = [1, 2, 3].map((version) => messageOf(envelope(parcel, version)));
    await send(...events, ...events);
    await send(...events.slice(0, 1), messageOf(envelope(parcel, 4)));
    await eventually(async () => expect(await weighed(database, group, parcel)).toContain(4));
    expect(await weighed(database, group, parcel)).toEqual([1, 2, 3, 4]);
  });

  it('that can not be read are kept as they came, and hold nobody up', async () => {
    const parcel = uuidv7();
    const good = messageOf(envelope(parcel, 1));
    const key = randomUUID();
    const { group } = await service();
    const poison: (readonly [Message, string])[] = [
      [{ ...good, key, value: Buffer.from([0xc3, 0x28, 0, 1]) }, 'the value is not JSON'],
      [{ ...good, key, value: '[1]' }, 'the value is not a JSON object'],
      [
        { ...good, key, value: `{"grams":${'['.repeat(6_000)}"]"${']'.repeat(6_000)}}` },
        'the value is nested more than 64 levels deep',
      ],
      [{ ...good, key, value: null }, 'the message has no value'],
      [{ key, value: '{}' }, 'the header ce_aggregatetype is missing'],
      [{ ...good, key, headers: { ...good.headers, ce_subject: 'me' } }, 'the header ce_subject is not a UUID'],
      [
        { ...good, key, headers: { ...good.headers, ce_aggregateversion: '0' } },
        'the header ce_aggregateversion is not a number from 1',
      ],
      [
        { ...good, key, headers: { ...good.headers, ce_aggregatetype: 'letter' } },
        'the header ce_aggregatetype is not of this topic',
      ],
      [{ ...good, key, headers: { ...good.headers, ce_type: 'a\0b' } }, 'the header ce_type is not one of ours'],
    ];
    await send(...poison.map(([message]) => message), good);
    await eventually(async () => {
      const { rows } = await owner.query(
        'SELECT cause, raw, message_key, status FROM api.dead_letter WHERE consumer = $1 AND message_key = $2',
        [group, key],
      );
      expect(rows.map(({ cause }) => cause).toSorted()).toEqual(poison.map(([, cause]) => cause).toSorted());
      const bytes = rows.find(({ cause }) => cause === 'the value is not JSON');
      expect(bytes).toMatchObject({ raw: Buffer.from([0xc3, 0x28, 0, 1]), message_key: key, status: 'dead' });
    });
    await eventually(async () => expect(await weighed(database, group, parcel)).toEqual([1]));
  });

  it('are read in whatever form the broker keeps them', async () => {
    const admin = kafka.admin();
    await admin.connect();
    const keepAs = (form: string) =>
      admin.alterConfigs({
        validateOnly: false,
        resources: [
          {
            type: kafkajs.ConfigResourceTypes.TOPIC,
            name: parcelTopic,
            configEntries: [{ name: 'compression.type', value: form }],
          },
        ],
      });
    const parcel = uuidv7();
    const { group } = await service();
    const forms = ['gzip', 'snappy', 'lz4', 'zstd', 'producer'];
    for (const [index, form] of forms.entries()) {
      await keepAs(form);
      await publish(database, ...range(50).map((version) => parcelWeighed(parcel, index * 50 + version)));
      await eventually(async () =>
        expect([form, ...(await weighed(database, group, parcel))]).toEqual([form, ...range((index + 1) * 50)]),
      );
    }
    await admin.disconnect();
  });

  it('wait for the database without becoming dead letters', async () => {
    const parcel = uuidv7();
    let cuts = 3;
    const { messaging, group } = await service(async (version) => {
      if (version !== 2 || cuts === 0) return;
      cuts -= 1;
      await owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
    });
    await send(...[1, 2, 3].map((version) => messageOf(envelope(parcel, version))));
    await eventually(async () => expect(await weighed(database, group, parcel)).toEqual([1, 2, 3]));
    expect(cuts).toBe(0);
    const { rowCount } = await owner.query('SELECT FROM api.dead_letter WHERE aggregate_id = $1', [parcel]);
    expect(rowCount).toBe(0);
    await eventually(() => {
      for (const { failingSince } of messaging.transport.progress()) expect(failingSince).toBeNull();
    });
  });

  it('come from the beginning, at every start, to who keeps no place', async () => {
    const parcel = uuidv7();
    await send(...[1, 2].map((version) => messageOf(envelope(parcel, version))));
    for (let start = 0; start < 2; start += 1) {
      const heard: number[] = [];
      const messaging = newMessaging();
      messaging.follow({
        consumer: 'index',
        topics: [parcelTopic],
        durable: false,
        handle: async (event) => void (event.aggregateId === parcel && heard.push(event.aggregateVersion)),
        handleUnreadable: () => Promise.resolve(),
      });
      await messaging.start();
      await eventually(() => {
        const progress = messaging.transport.progress().find(({ consumer }) => consumer === 'index');
        expect(progress).toMatchObject({ lag: 0, failingSince: null, stalled: false });
        expect(heard).toEqual([1, 2]);
      });
    }
  });

  it('find their topic made, with its partitions, whoever comes first', async () => {
    const topic = topicOf(`spec-${randomUUID()}`);
    await Promise.all([1, 2, 3].map(() => new KafkaTopics(kafka, { partitions: 5 }).ensure([topic, parcelTopic])));
    const admin = kafka.admin();
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    await admin.disconnect();
    expect(topics[0]?.partitions).toHaveLength(5);
  });

  it('leave with the process that stops: what was committed before is sent', async () => {
    const parcel = uuidv7();
    const heard = listen();
    const { messaging } = await service();
    await publish(database, ...range(200).map((version) => parcelWeighed(parcel, version)));
    await messaging.stop();
    await eventually(() => expect(heard.of(parcel)).toHaveLength(200));
    await sleep(100);
    await heard.stop();
  });
});

/** Everything on the topic, through a client that is not ours. */
const listen = () => {
  const consumer = kafka.consumer({ groupId: `listener-${randomUUID()}`, maxWaitTimeInMs: 100 });
  const messages: { key: Buffer | null; value: Buffer | null; headers?: object }[] = [];
  const started = (async () => {
    await consumer.connect();
    await consumer.subscribe({ topics: [parcelTopic], fromBeginning: true });
    await consumer.run({ eachMessage: async ({ message }) => void messages.push(message) });
  })();
  return {
    of: (key: string) => messages.filter((message) => String(message.key) === key),
    stop: async () => {
      await started;
      await consumer.disconnect();
    },
  };
};
