import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareTestCluster } from '../../libs/platform/src/testing/test-cluster.js';
import { LocalKafkaError } from './command.js';
import { LocalKafka } from './local-kafka.js';
import { sweepBrokers, temporaryPrefix } from './sweep-brokers.js';

/** The broker of the run, for the teardown, which jest runs in the same process. */
export let runningKafka: { readonly broker: LocalKafka; readonly folder: string } | null = null;

/** Before the suite that needs a broker: the one that KAFKA_BROKERS names, or one of the run's own. */
export default async function prepareKafka(): Promise<void> {
  await prepareTestCluster();
  if (process.env['KAFKA_BROKERS']) return;
  await sweepBrokers();
  const folder = await mkdtemp(path.join(tmpdir(), temporaryPrefix));
  try {
    const broker = await LocalKafka.start({ folder });
    runningKafka = { broker, folder };
    process.env['KAFKA_BROKERS'] = broker.brokers;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    // A stack trace would hide what is missing.
    if (error instanceof LocalKafkaError) error.stack = error.message;
    throw error;
  }
}

export const stopKafka = async (): Promise<void> => {
  if (runningKafka === null) return;
  await runningKafka.broker.stop();
  await rm(runningKafka.folder, { recursive: true, force: true });
};
