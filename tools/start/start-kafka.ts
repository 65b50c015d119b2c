import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyEnvFile, tokenSecretOf } from '#platform/config';
import { EmbeddedDatabase } from '#platform/database/embedded';
import { argumentsOf, onEndSignal } from '#platform/processes';
import { loadAllInOneConfig } from '../../apps/all-in-one/src/all-in-one-config.js';
import {
  demoAdministrator,
  DemoClient,
  demoPlan,
  ensureDemoData,
  printWelcome,
} from '../../apps/all-in-one/src/demo-data/index.js';
import { freePort } from '../kafka/broker-properties.js';
import { LocalKafka } from '../kafka/local-kafka.js';
import { endAbandoned } from '../kafka/sweep-brokers.js';
import { keepAlive } from './kept-alive.js';
import { ServiceProcess } from './service-process.js';

/**
 * `npm run start:kafka`: api and matcher as two processes, with Kafka between them. Database and broker are those of
 * DATABASE_URL and KAFKA_BROKERS; what isn't named there is started here, with its data in AJUDANT_DATA_DIR.
 */
argumentsOf(
  'npm run start:kafka: api and matcher as two processes over Kafka, until Ctrl-C. .env.example has the variables that they read.',
  {},
);
applyEnvFile();
const { api: config, demo } = loadAllInOneConfig(process.env);
const plan = demoPlan({ ...config, ...demo });
const administrator =
  config.administratorEmail === null || config.administratorPassword === null
    ? plan.isWanted
      ? demoAdministrator
      : null
    : { email: config.administratorEmail, password: config.administratorPassword };
/** What has to be stopped, in the order in which it was started. */
const running: { stop(): Promise<void> }[] = [];
let ending: Promise<void> | undefined;

/** Aborted when everything is to end. */
const endingSignal = new AbortController();

const say = (text: string): void => console.log(`${'start'.padEnd(8)}| ${text}`);

const end = (exitCode: number): Promise<void> => {
  endingSignal.abort();
  ending ??= (async () => {
    for (const part of running.toReversed()) await part.stop();
    process.exit(exitCode);
  })();
  return ending;
};

onEndSignal({
  inOrder: () => {
    say('ending');
    void end(0);
  },
  // At exit everything is killed.
  atOnce: () => process.exit(1),
});

try {
  await start();
} catch (error) {
  if (ending === undefined) say(error instanceof Error ? error.message : String(error));
  await end(1);
}

async function start(): Promise<void> {
  const databaseUrl = config.databaseUrl ?? (await startDatabase());
  const brokers = config.kafkaBrokers.length > 0 ? config.kafkaBrokers.join(',') : await startBroker();
  const apiPort = config.httpPort === 0 ? await freePort() : config.httpPort;
  const matcherPort = config.httpPort === 0 ? await freePort() : config.httpPort + 1;
  const matcherOperations = config.operationsPort === null ? null : config.operationsPort + 1;
  const shared = {
    DATABASE_URL: databaseUrl,
    KAFKA_BROKERS: brokers,
    AJUDANT_TOKEN_SECRET: await tokenSecretOf(config),
    AJUDANT_LOG_LEVEL: config.logLevel ?? 'warn',
    // Nobody shares out requests to them.
    AJUDANT_DRAIN_SECONDS: '0',
    ...(administrator !== null && {
      AJUDANT_ADMIN_EMAIL: administrator.email,
      AJUDANT_ADMIN_PASSWORD: administrator.password,
    }),
  };
  const startMatcher = (): ServiceProcess =>
    startService('matcher', {
      ...shared,
      AJUDANT_HTTP_PORT: String(matcherPort),
      ...(matcherOperations !== null && { AJUDANT_OPERATIONS_PORT: String(matcherOperations) }),
    });
  const api = startService('api', { ...shared, AJUDANT_HTTP_PORT: String(apiPort) });
  // Nobody gets anywhere without it.
  void api.ended.then((how) => {
    if (ending === undefined) say(how);
    return end(1);
  });
  const matcher = startMatcher();
  const url = localUrl(apiPort);
  await Promise.all([api.ready(url), matcher.ready(localUrl(matcherPort))]);
  // The api takes what comes while there is no matcher, and what waits for one is done once it is back.
  void keepAlive(matcher, { startAnew: startMatcher, say, signal: endingSignal.signal });
  say(`api and matcher are ready, with Kafka at ${brokers} between them`);
  if (plan.isWanted && administrator !== null) await ensureDemoData(new DemoClient(url), administrator, say);
  printWelcome(url, plan.isWanted ? administrator : null);
  if (plan.warning !== null) say(`warning: ${plan.warning}`);
}

async function startDatabase(): Promise<string> {
  const { dataDir } = config;
  const database = await EmbeddedDatabase.start({
    dataDir,
    database: 'ajudant',
    durability: 'durable',
    onProgress: say,
  });
  running.push(database);
  return database.url;
}

async function startBroker(): Promise<string> {
  say('starting Kafka (the first time fetches 44 MB)');
  const folder = path.resolve(config.dataDir, 'kafka');
  await endAbandoned(folder);
  const broker = await LocalKafka.start({ folder, ownGroup: true });
  running.push(broker);
  return broker.brokers;
}

function startService(name: 'api' | 'matcher', environment: Readonly<Record<string, string>>): ServiceProcess {
  const program = fileURLToPath(new URL(`../../apps/${name}/src/main.js`, import.meta.url));
  const service = new ServiceProcess(name, program, environment);
  running.push(service);
  return service;
}

function localUrl(port: number): string {
  const host = config.httpHost === '0.0.0.0' ? '127.0.0.1' : config.httpHost;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
