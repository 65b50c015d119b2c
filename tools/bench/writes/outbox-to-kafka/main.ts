import { argumentsOf } from '#platform/processes';
import { type Database } from '#platform/database';
import { EmbeddedDatabase } from '#platform/database/embedded';
import { Messaging } from '#platform/messaging';
import { KafkaTransport } from '#platform/messaging/kafka';
import type { Kafka, Producer } from 'kafkajs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { newKafka } from '../../../../libs/platform/src/messaging/kafka/kafka-client.js';
import { migrateParcels, openParcels } from '../../../../libs/platform/src/messaging/specimen/parcels.js';
import { LocalKafka } from '../../../kafka/local-kafka.js';
import { temporaryPrefix } from '../../../kafka/sweep-brokers.js';
import { commitOne, commitToConsumed, usualData } from '../../held-rate.js';
import { latencies, load, percentile, spread } from '../../matching/figures.js';
import { connectedProducer, messageAlone, sentToConsumed } from './kafkajs-alone.js';

/**
 * How many events a second go from the outbox to Kafka, beside kafkajs alone with the same messages, in turns; and how long
 * it takes from an event's commit to its consumer at a rate that is held, beside what Kafka takes alone. All in one process, and so is what it is compared with.
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
const latencyTurns = 4;

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
  const alone = await connectedProducer(newClient(), 'alone');
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

async function sendAlone(producer: Producer): Promise<number> {
  const started = performance.now();
  for (let first = 0; first < events; first += batchSize) {
    const messages = Array.from({ length: batchSize }, (_, index) => messageAlone(first + index + 1));
    await producer.sendBatch({ acks: -1, topicMessages: [{ topic: 'alone', messages }] });
  }
  return perSecond(started);
}

/** From a full outbox: through the sequencer, the journal and the publisher, until the broker has acknowledged the last event. */
async function sendFromOutbox(): Promise<number> {
  await owner.query(
    `INSERT INTO api.outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, audience, occurred_at,
       correlation_id, data)
     SELECT gen_random_uuid(), 'parcel.weighed.v1', 'parcel', gen_random_uuid(), 1,
       ARRAY[gen_random_uuid(), gen_random_uuid()], now(), gen_random_uuid()::text, $1 FROM generate_series(1, $2)`,
    [usualData, events],
  );
  const end = (await publishedEvents()) + events + 1;
  const started = performance.now();
  // Its commit is what the sequencer hears of.
  await commitOne(database);
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

/** In turns, so that what else the machine does meets both. */
async function latency(): Promise<void> {
  const waits = { alone: [] as number[], outbox: [] as number[] };
  const ratios: number[] = [];
  for (let turn = 0; turn < latencyTurns; turn += 1) {
    const held = { rate, seconds: seconds / latencyTurns };
    const alone = await sentToConsumed(newClient(), held);
    const { waits: outbox } = await commitToConsumed(database, newMessaging(), held);
    waits.alone.push(...alone);
    waits.outbox.push(...outbox);
    ratios.push(percentile(outbox, 0.99) / percentile(alone, 0.99));
  }
  console.log(`at ${rate} a second, ${latencyTurns} turns of ${seconds / latencyTurns} s each; ${load()}`);
  console.log(`  kafkajs alone, sent to consumed   ${latencies(waits.alone)}`);
  console.log(`  outbox to Kafka, commit to consumed ${latencies(waits.outbox)}`);
  console.log(`  p99 by that of kafkajs alone      ${spread(ratios, 1)} times`);
}

function newClient(): Kafka {
  return newKafka({ brokers: [kafka.brokers], clientId: 'alone', partitions }, 10_000);
}
