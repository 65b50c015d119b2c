import { argumentsOf } from '#platform/processes';
import type { EventEnvelope } from '#contracts/envelope';
import { type Database } from '#platform/database';
import { EmbeddedDatabase } from '#platform/database/embedded';
import { Messaging } from '#platform/messaging';
import { KafkaTransport } from '#platform/messaging/kafka';
import { Kafka, logLevel, Partitioners, type Producer } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../../../../libs/platform/src/messaging/kafka/kafka-message.js';
import { KafkaTopics } from '../../../../libs/platform/src/messaging/kafka/kafka-topics.js';
import { migrateParcels, openParcels } from '../../../../libs/platform/src/messaging/specimen/parcels.js';
import { LocalKafka } from '../../../kafka/local-kafka.js';
import { temporaryPrefix } from '../../../kafka/sweep-brokers.js';
import { latencies, load, spread } from '../../matching/figures.js';

/**
 * How many events a second go from the outbox to Kafka, beside kafkajs alone with the same messages, in turns; and how long
 * it takes from an event's commit to its consumer at a rate that is held. All in one process, and so is what it is compared with.
 */
const values = argumentsOf(
  'npm run bench:writes -- outbox-to-kafka [options]: from the outbox to Kafka, beside kafkajs alone.',
  {
    events: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '5' },
    rate: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '20' },
  },
);
const [events, rounds, rate, seconds] = [values.events, values.rounds, values.rate, values.seconds].map(Number) as [
  number,
  number,
  number,
  number,
];
/** What kafkajs alone sends at a time: as many as the publisher does. */
const batchSize = 500;
const partitions = 6;
const marketplace = { kind: 'marketplace' } as const;
const warmUpSeconds = 3;

/** As large as most events are. */
const data = {
  bookingId: randomUUID(),
  agreementId: randomUUID(),
  assistantId: randomUUID(),
  slots: [2, 4, 9, 11].map((day) => ({
    startsAt: `2027-03-${String(day).padStart(2, '0')}T09:00:00Z`,
    endsAt: `2027-03-${String(day).padStart(2, '0')}T11:00:00Z`,
    timeZone: 'Europe/Madrid',
  })),
};

const folder = await mkdtemp(path.join(tmpdir(), temporaryPrefix));
const kafka = await LocalKafka.start({ folder: path.join(folder, 'kafka') });
const embedded = await EmbeddedDatabase.start({
  dataDir: path.join(folder, 'database'),
  database: 'ajudant',
  durability: 'durable',
});
const database = await openWithTables(embedded.url);
const owner = new Client({ connectionString: embedded.url });
await owner.connect();
try {
  await throughput();
  await latency();
} finally {
  await owner.end();
  await database.dataSource.destroy();
  await embedded.stop();
  await kafka.stop();
  await rm(folder, { recursive: true, force: true });
}

async function openWithTables(url: string): Promise<Database> {
  await migrateParcels(url);
  return openParcels(url, 20);
}

async function throughput(): Promise<void> {
  const alone = await producerAlone();
  const messaging = newMessaging();
  await messaging.start();
  const rates = { alone: [] as number[], outbox: [] as number[] };
  // The first of each is for compilers and caches.
  for (let round = 0; round <= rounds; round += 1) {
    const [one, other] = [await sendAlone(alone), await sendFromOutbox()];
    if (round === 0) continue;
    rates.alone.push(one);
    rates.outbox.push(other);
  }
  await messaging.stop();
  await alone.disconnect();
  console.log(`${rounds} rounds of ${events} events, least / middle / most; ${load()}`);
  console.log(`  kafkajs alone     ${spread(rates.alone, 0)} a second`);
  console.log(`  outbox to Kafka   ${spread(rates.outbox, 0)} a second`);
  console.log(
    `  of kafkajs alone  ${spread(
      rates.outbox.map((one, round) => one / rates.alone[round]!),
      2,
    )}`,
  );
}

async function producerAlone(): Promise<Producer> {
  const client = new Kafka({ brokers: [kafka.brokers], clientId: 'alone', logLevel: logLevel.NOTHING });
  await new KafkaTopics(client, { partitions }).ensure(['alone']);
  const producer = client.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  return producer;
}

async function sendAlone(producer: Producer): Promise<number> {
  const started = performance.now();
  for (let first = 0; first < events; first += batchSize) {
    const messages = Array.from({ length: batchSize }, (_, index) => messageOf(envelope(first + index + 1)));
    await producer.sendBatch({ acks: -1, topicMessages: [{ topic: 'alone', messages }] });
  }
  return perSecond(started);
}

function envelope(position: number): EventEnvelope {
  return {
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
    data,
  };
}

/** From a full outbox: through the sequencer, the journal and the publisher, until the broker has acknowledged the last event. */
async function sendFromOutbox(): Promise<number> {
  await owner.query(
    `INSERT INTO api.outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, audience, occurred_at,
       correlation_id, data)
     SELECT gen_random_uuid(), 'parcel.weighed.v1', 'parcel', gen_random_uuid(), 1,
       ARRAY[gen_random_uuid(), gen_random_uuid()], now(), gen_random_uuid()::text, $1 FROM generate_series(1, $2)`,
    [data, events],
  );
  const end = (await publishedEvents()) + events + 1;
  const started = performance.now();
  // Its commit is what the sequencer hears of.
  await commit();
  while ((await publishedEvents()) < end) await sleep(5);
  return perSecond(started);
}

async function publishedEvents(): Promise<number> {
  const { rows } = await owner.query<{ position: string }>(`SELECT position FROM api.cursor WHERE reader = 'kafka'`);
  return Number(rows[0]?.position ?? 0);
}

function newMessaging(): Messaging {
  const transport = new KafkaTransport({ brokers: [kafka.brokers], clientId: 'bench', partitions });
  return new Messaging(database, '/ajudant/api', transport);
}

function perSecond(started: number): number {
  return (events / (performance.now() - started)) * 1_000;
}

/** Events are committed at their times, whether those before have come or not. */
async function latency(): Promise<void> {
  const committed = new Map<string, number>();
  const consumed = new Map<string, number>();
  const messaging = newMessaging();
  messaging.follow({
    consumer: 'latency',
    topics: ['ajudant.parcel'],
    durable: false,
    handle: async ({ aggregateId }) => {
      consumed.set(aggregateId, performance.now());
    },
    handleUnreadable: () => Promise.resolve(),
  });
  await messaging.start();
  const isBehind = () => messaging.transport.progress().some(({ lag }) => lag !== 0);
  while (isBehind()) await sleep(50);
  const writes: Promise<void>[] = [];
  const all = rate * (seconds + warmUpSeconds);
  const started = performance.now();
  for (let number = 0; number < all; number += 1) {
    const due = started + (number / rate) * 1_000 - performance.now();
    if (due > 0) await sleep(due);
    writes.push(note(number >= rate * warmUpSeconds ? committed : new Map()));
  }
  await Promise.all(writes);
  while ([...committed.keys()].some((id) => !consumed.has(id))) await sleep(50);
  await messaging.stop();
  const waits = [...committed].map(([id, at]) => consumed.get(id)! - at);
  console.log(`commit to consumed at ${rate} a second, ${waits.length} events: ${latencies(waits)}; ${load()}`);
}

/** When something was committed, by its aggregate. */
async function note(times: Map<string, number>): Promise<void> {
  times.set(await commit(), performance.now());
}

async function commit(): Promise<string> {
  const aggregateId = randomUUID();
  const event = {
    type: 'parcel.weighed.v1',
    aggregateType: 'parcel',
    aggregateId,
    aggregateVersion: 1,
    audience: [],
    data,
  };
  await database.transaction(marketplace, (tx) => tx.append([event]));
  return aggregateId;
}
