import { EmbeddedDatabase } from '#platform/database/embedded';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ComposedServices } from '../journey/composed-services.js';
import { LocalKafka } from '../kafka/local-kafka.js';
import { temporaryPrefix } from '../kafka/sweep-brokers.js';
import { startAllInOne } from '../start/own-all-in-one.js';

/** What benches ask: services of their own with a database of their own, or somebody else's. */
export interface Marketplace {
  readonly what: string;
  readonly url: string;
  /** Null where it isn't ours. */
  readonly databaseUrl: string | null;
  readonly pids: readonly (readonly [name: string, pid: number])[];
  stop(): Promise<void>;
}

export async function inOneProcess(): Promise<Marketplace> {
  const folder = await mkdtemp(join(tmpdir(), temporaryPrefix));
  const dataDir = join(folder, 'database');
  const database = await EmbeddedDatabase.start({ dataDir, database: 'ajudant', durability: 'durable' });
  const { url, pid, stop } = await startAllInOne({ DATABASE_URL: database.url });
  return {
    what: 'an all-in-one',
    url,
    databaseUrl: database.url,
    pids: [['all-in-one', pid]],
    stop: async () => {
      await stop();
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Api and matcher as processes of their own. */
export async function overKafka(): Promise<Marketplace> {
  const folder = await mkdtemp(join(tmpdir(), temporaryPrefix));
  const kafka = await LocalKafka.start({ folder });
  const dataDir = join(folder, 'database');
  const database = await EmbeddedDatabase.start({ dataDir, database: 'ajudant', durability: 'durable' });
  const services = await ComposedServices.around({ databaseUrl: database.url, brokers: kafka.brokers });
  const stop = async (): Promise<void> => {
    await services.stop();
    await database.stop();
    await kafka.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const [api, matcher] = await Promise.all([services.start('api'), services.start('matcher')]);
    const pids = [['api', api.process.pid!] as const, ['matcher', matcher.process.pid!] as const];
    return { what: 'api and matcher over Kafka', url: services.url, databaseUrl: database.url, pids, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
