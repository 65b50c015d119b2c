import type { Database } from '#platform/database';
import { EmbeddedDatabase } from '#platform/database/embedded';
import { Messaging } from '#platform/messaging';
import { KafkaTransport } from '#platform/messaging/kafka';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrateParcels, openParcels } from '../../../libs/platform/src/messaging/specimen/parcels.js';
import { LocalKafka } from '../../kafka/local-kafka.js';
import { temporaryPrefix } from '../../kafka/sweep-brokers.js';
import { commitToConsumed } from '../held-rate.js';
import { percentile } from '../matching/figures.js';
import { processorMs } from './processor-time.js';
import type { Findings, Part } from './conclusion.js';
import { table } from './table.js';

const partitions = 6;
/** Behind by more than this at the end, a rate is not held. */
const heldMs = 1_000;

/** How long from the commit of an event until its consumer has it, at rates that are held: through outbox, journal and Kafka. */
export async function eventGrowth(
  rates: readonly number[],
  seconds: number,
  step: (text: string) => void,
): Promise<Part> {
  const folder = await mkdtemp(join(tmpdir(), temporaryPrefix));
  const kafka = await LocalKafka.start({ folder: join(folder, 'kafka') });
  const dataDir = join(folder, 'database');
  const embedded = await EmbeddedDatabase.start({ dataDir, database: 'ajudant', durability: 'durable' });
  await migrateParcels(embedded.url);
  const database = await openParcels(embedded.url, 20);
  try {
    const rows: string[][] = [];
    let most: Findings['events'];
    for (const rate of rates) {
      step(`${rate} events a second`);
      const { cells, isHeld, p99 } = await held(database, kafka, embedded, rate, seconds);
      rows.push(cells);
      if (isHeld) most = { perSecond: rate, p99 };
    }
    const head = ['events a second', 'p50', 'p99', 'slowest', 'held', 'cores: service, postgres, kafka'];
    return { table: table(head, rows), found: most === undefined ? {} : { events: most } };
  } finally {
    await database.dataSource.destroy();
    await embedded.stop();
    await kafka.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function held(
  database: Database,
  kafka: LocalKafka,
  embedded: EmbeddedDatabase,
  rate: number,
  seconds: number,
): Promise<{ readonly cells: string[]; readonly isHeld: boolean; readonly p99: number }> {
  const used = () => [ownMs(), processorMs(embedded.pid), processorMs(kafka.pid!)];
  const transport = new KafkaTransport({ brokers: [kafka.brokers], clientId: 'scale', partitions });
  const messaging = new Messaging(database, '/ajudant/api', transport);
  let before: number[] = [];
  let from = 0;
  const { waits, lateMs } = await commitToConsumed(database, messaging, { rate, seconds }, () => {
    [before, from] = [used(), performance.now()];
  });
  const took = performance.now() - from;
  const cores = used().map((ms, place) => ((ms - before[place]!) / took).toFixed(2));
  // What is told anew from the beginning to whoever comes next would be measured with it.
  await sleep(500);
  const isHeld = lateMs < heldMs;
  const cellsOf = [
    String(rate),
    ...[0.5, 0.99, 1].map((part) => `${percentile(waits, part).toFixed(0)} ms`),
    isHeld ? 'yes' : `no, ${(lateMs / 1_000).toFixed(1)} s late`,
    cores.join(', '),
  ];
  return { cells: cellsOf, isHeld, p99: percentile(waits, 0.99) };
}

/** Of this process alone, whose children PostgreSQL and the broker may be. */
function ownMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
