import { setTimeout as sleep } from 'node:timers/promises';
import { topicOf } from '#contracts';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { Client } from 'pg';
import type { ComposedServices, LaunchedService } from '../journey/composed-services.js';
import type { LocalKafka } from '../kafka/local-kafka.js';
import type { FaultProxy } from './fault-proxy.js';

/** What can be broken. */
export interface Surroundings {
  readonly services: ComposedServices;
  readonly running: { api: LaunchedService; matcher: LaunchedService };
  readonly kafka: LocalKafka;
  /** Between clients and the api. */
  readonly http: FaultProxy;
  /** Between the services and PostgreSQL. */
  readonly database: FaultProxy;
  /** As its owner, past the proxy. */
  readonly databaseUrl: string;
}

/** Breaks something, waits, and mends it. */
export type Fault = (around: Surroundings) => Promise<void>;

const restart = async ({ services, running }: Surroundings, name: 'api' | 'matcher', how: 'kill' | 'stop') => {
  if (how === 'stop') await running[name].process.stop();
  else {
    running[name].process.kill();
    await running[name].process.ended;
  }
  running[name] = await services.launch(name);
  await running[name].ready();
};

const during = async (proxy: FaultProxy, mood: 'mute' | 'losing-replies', milliseconds: number): Promise<void> => {
  proxy.mood = mood;
  await sleep(milliseconds);
  proxy.mood = 'passing';
  proxy.cut();
};

const withClient = async <T>({ kafka }: Surroundings, work: (client: Kafka) => Promise<T>): Promise<T> =>
  work(new Kafka({ brokers: [kafka.brokers], clientId: 'chaos', logLevel: logLevel.NOTHING }));

/** Topics on which nonsense is sent: those that the matcher reads. */
const nonsenseTopics = ['need', 'booking', 'assistant'].map(topicOf);

const sendNonsense: Fault = (around) =>
  withClient(around, async (kafka) => {
    const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    const values = [
      null,
      'nothing of ours',
      Buffer.from([0xc3, 0x28, 0, 1]),
      `{"a":${'['.repeat(6_000)}${']'.repeat(6_000)}}`,
      JSON.stringify({ a: '\u0000\ud800' }),
    ];
    for (const topic of nonsenseTopics) {
      await producer.send({
        topic,
        messages: values.map((value) => ({ key: 'chaos', value, headers: { ce_id: 'x' } })),
      });
    }
    await producer.disconnect();
  });

const deleteTopic: Fault = (around) =>
  withClient(around, async (kafka) => {
    const admin = kafka.admin();
    await admin.connect();
    // Nothing that is checked travels there; all consumers of it have to find their way back.
    await admin.deleteTopics({ topics: [topicOf('business')] }).catch(() => undefined);
    await admin.disconnect();
  });

const terminateBackends: Fault = async ({ databaseUrl }) => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  await client.end();
};

export const faults: Readonly<Record<string, Fault>> = {
  'the api is killed': (around) => restart(around, 'api', 'kill'),
  'the api is told to end': (around) => restart(around, 'api', 'stop'),
  'the matcher is killed': (around) => restart(around, 'matcher', 'kill'),
  'the broker is killed': async ({ kafka }) => {
    kafka.kill();
    await sleep(2_000);
    await kafka.startAgain();
  },
  'a topic is deleted': deleteTopic,
  'nonsense is sent': sendNonsense,
  'replies are lost': async ({ http }) => during(http, 'losing-replies', 2_000),
  'all backends are terminated': terminateBackends,
  'the connections to the database are cut': async ({ database }) => database.cut(),
  'the database does not answer': async ({ database }) => during(database, 'mute', 20_000),
};
