import path from 'node:path';
import { parseArgs } from 'node:util';
import { LocalKafkaError } from './command.js';
import { kafkaFolder } from './jars.js';
import { LocalKafka } from './local-kafka.js';

/** `npm run kafka`: a broker alone on this machine until Ctrl-C, with what was sent kept in `.kafka/`. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '9092' } } });
  console.log('starting Kafka (the first time fetches 44 MB)');
  const kafka = await LocalKafka.start({ folder: path.join(kafkaFolder, 'local'), port: Number(values.port) });
  console.log(`Kafka is ready: KAFKA_BROKERS=${kafka.brokers}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void kafka.stop().then(() => process.exit(0)));
  }
};

main().catch((error: unknown) => {
  if (!(error instanceof LocalKafkaError)) throw error;
  console.error(error.message);
  process.exit(1);
});
