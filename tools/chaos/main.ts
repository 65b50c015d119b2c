import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedDatabase } from '#platform/database/embedded';
import { argumentsOf, onEndSignal } from '#platform/processes';
import { aBusiness, agreeAtOnce, anAgency, listCleared, postNeed, tireless } from '../journey/cast.js';
import { ComposedServices } from '../journey/composed-services.js';
import { LocalKafka } from '../kafka/local-kafka.js';
import { sweepBrokers, temporaryPrefix } from '../kafka/sweep-brokers.js';
import { FaultProxy } from './fault-proxy.js';
import { faults, type Surroundings } from './faults.js';
import { checkAttempts, HistoryChecker } from './history-checker.js';
import { InsistentClient } from './insistent-client.js';
import { seededRandom } from './seeded-random.js';
import { bookAndCancel, type Deal } from './workload.js';

/**
 * Api and matcher over a broker and a database of their own, while people book and things around them break; afterwards what people
 * were told is held against tables and journals. Exit code 1 if something can't be.
 */
const { minutes, seed } = argumentsOf(
  'npm run chaos -- [options]: books while things break, and checks what came of it.',
  {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
);
const assistants = 3;
/** Between two faults, so that what follows a fault shows as well. */
const calmMs = 3_000;
const settleMs = 180_000;

const folder = await mkdtemp(path.join(tmpdir(), temporaryPrefix));
/** What has to be ended, the last one first. */
const ends: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
const endAll = async (code: number): Promise<never> => {
  for (const end of ends.splice(0).toReversed()) await end().catch(() => undefined);
  process.exit(code);
};
onEndSignal({ inOrder: () => void endAll(1), atOnce: () => process.exit(1) });

const say = (text: string): void => console.log(`${(performance.now() / 1_000).toFixed(1).padStart(7)} s  ${text}`);

try {
  const found = await storm();
  for (const line of found) console.log(`  ${line}`);
  console.log(
    `chaos with seed ${seed}: ${found.length === 0 ? 'nothing that can not be' : `${found.length} findings`}`,
  );
  await endAll(found.length === 0 ? 0 : 1);
} catch (error) {
  console.error(error);
  await endAll(1);
}

async function storm(): Promise<string[]> {
  const random = seededRandom(Number(seed));
  const around = await prepare();
  const { url, headers, deals } = await cast(around);
  const client = new InsistentClient(() => url, headers);
  const stopping = new AbortController();
  const givingUp = new AbortController();
  const working = bookAndCancel(client, deals, random, { until: stopping.signal, giveUp: givingUp.signal });
  const end = performance.now() + Number(minutes) * 60_000;
  const names = Object.keys(faults);
  for (let turn = 0; performance.now() < end; turn += 1) {
    await sleep(calmMs);
    // Each in its turn at first, so that a short storm has all of them.
    const name = turn < names.length ? names[turn]! : names[Math.floor(random() * names.length)]!;
    say(name);
    await faults[name]!(around);
  }
  stopping.abort();
  const late = setTimeout(() => givingUp.abort(), settleMs);
  const wishes = await working;
  clearTimeout(late);
  const statuses = new Map<string, number>();
  for (const { status, code } of client.attempts) {
    const name = `${status ?? 'no answer'} ${code ?? ''}`.trim();
    statuses.set(name, (statuses.get(name) ?? 0) + 1);
  }
  say(`${client.attempts.length} requests: ${[...statuses].map(([name, count]) => `${count} ${name}`).join(', ')}`);
  return [...checkAttempts(client.attempts), ...(await historyOf(around, wishes))];
}

async function prepare(): Promise<Surroundings> {
  await sweepBrokers();
  const kafka = await LocalKafka.start({ folder: path.join(folder, 'kafka'), ownGroup: true });
  ends.push(() => kafka.stop());
  const embedded = await EmbeddedDatabase.start({ dataDir: folder, database: 'ajudant', durability: 'throwaway' });
  ends.push(() => embedded.stop());
  const database = await FaultProxy.before('127.0.0.1', embedded.port);
  ends.push(() => database.close());
  // Not by its socket, which nothing can stand before.
  const databaseUrl = new URL(embedded.url);
  databaseUrl.hostname = '127.0.0.1';
  databaseUrl.port = String(database.port);
  const services = await ComposedServices.around(
    { databaseUrl: databaseUrl.href, brokers: kafka.brokers },
    () => undefined,
  );
  ends.push(() => services.stop());
  const [api, matcher] = await Promise.all([services.start('api'), services.start('matcher')]);
  const http = await FaultProxy.before('127.0.0.1', Number(new URL(services.url).port));
  ends.push(() => http.close());
  say('api and matcher are ready');
  return { services, running: { api, matcher }, kafka, http, database, databaseUrl: embedded.url };
}

/** A business with an agreement with each of some assistants. */
async function cast({ services, http }: Surroundings) {
  const agency = await anAgency(services.url);
  const business = await aBusiness(services.url);
  const deals: Deal[] = [];
  for (let made = 0; made < assistants; made += 1) {
    const assistantId = await listCleared(agency, tireless);
    deals.push({ assistantId, agreementId: await agreeAtOnce(business, await postNeed(business), assistantId) });
  }
  return { url: `http://127.0.0.1:${http.port}`, headers: business.headers, deals };
}

async function historyOf(around: Surroundings, wishes: Parameters<HistoryChecker['check']>[0]): Promise<string[]> {
  const checker = await HistoryChecker.in(around.databaseUrl);
  try {
    const deadline = performance.now() + settleMs;
    while (!(await checker.isSettled())) {
      if (performance.now() > deadline)
        return ['it does not settle: something is still on its way', ...(await checker.check(wishes))];
      await sleep(500);
    }
    say(`${wishes.length} wishes are checked`);
    return await checker.check(wishes);
  } finally {
    await checker.close();
  }
}
