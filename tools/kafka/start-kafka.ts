import path from 'node:path';
import { argumentsOf, onEndSignal } from '#platform/processes';
import { LocalKafkaError } from './command.js';
import { kafkaFolder } from './jars.js';
import { LocalKafka } from './local-kafka.js';

/** `npm run kafka`: a broker alone on this machine until Ctrl-C, with what was sent kept in `.kafka/`. */
const main = async (): Promise<void> => {
  const values = argumentsOf(
    'npm run kafka -- [options]: a broker alone on this machine until Ctrl-C; needs Java 17 and Maven.',
    { port: { type: 'string', default: '9092' } },
  );
  console.log('starting Kafka (the first time fetches 44 MB)');
  const kafka = await LocalKafka.start({ folder: path.join(kafkaFolder, 'local'), port: Number(values.port) });
  console.log(`Kafka is ready: KAFKA_BROKERS=${kafka.brokers}`);
  onEndSignal({
    inOrder: () => void kafka.stop().then(() => process.exit(0)),
    atOnce: () => process.exit(1),
  });
};

main().catch((error: unknown) => {
  if (!(error instanceof LocalKafkaError)) throw error;
  console.error(error.message);
  process.exit(1);
});
