import { setTimeout as sleep } from 'node:timers/promises';
import type { EventTransport } from '../event-transport.js';
import { Messaging } from '../messaging.js';
import { PostgresJournalTransport } from '../postgres-journal-transport.js';
import { openParcels, weighingConsumer } from './parcels.js';

/** What the process is told on its command line. */
export interface ParcelProcessSettings {
  readonly url: string;
  readonly group: string;
  /** Null for the transport without a broker. */
  readonly brokers: string | null;
}

/** A service in a process of its own, for specs that kill it. It says `ready` and runs until it is ended. */
const main = async ({ url, group, brokers }: ParcelProcessSettings): Promise<void> => {
  const messaging = new Messaging(await openParcels(url, 5), '/ajudant/api', await transportOver(brokers));
  messaging.consume(weighingConsumer(group, () => sleep(2)));
  await messaging.start();
  console.log('ready');
  process.once('SIGTERM', () => void messaging.stop().then(() => process.exit(0)));
};

/** What only one of them needs is not read for the other: these processes are started often. */
async function transportOver(brokers: string | null): Promise<EventTransport> {
  if (brokers === null) return new PostgresJournalTransport();
  const { KafkaTransport } = await import('../kafka/kafka-transport.js');
  return new KafkaTransport({ brokers: brokers.split(','), clientId: 'parcel-process', partitions: 3 });
}

await main(JSON.parse(process.argv[2] ?? '{}'));
