import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { topicOf } from '#contracts';
import { eventually, testDatabase, type TestDatabase } from '#platform/testing';
import { DemoClient } from '../../apps/all-in-one/src/demo-data/index.js';
import { LocalKafka } from '../kafka/local-kafka.js';
import { temporaryPrefix } from '../kafka/sweep-brokers.js';
import { aBusiness, agreeAtOnce, anAgency, day, listCleared, postNeed, registerBusiness, tireless } from './cast.js';
import { ComposedServices } from './composed-services.js';
import { Broker, Effects } from './effects.js';

const outageMs = 30_000;
const patienceMs = 60_000;
const kinds = ['business', 'need', 'booking'];

let folder: string;
let kafka: LocalKafka;
let database: TestDatabase;
let services: ComposedServices;
let effects: Effects;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), temporaryPrefix));
  [kafka, database] = await Promise.all([
    LocalKafka.start({ folder }),
    testDatabase({ template: 'services', migrate: () => Promise.resolve() }),
  ]);
  services = await ComposedServices.around({ databaseUrl: database.url, brokers: kafka.brokers });
  await Promise.all([services.start('api'), services.start('matcher')]);
  effects = await Effects.in(database.url);
}, 150_000);

afterAll(async () => {
  await services?.stop();
  await effects?.close();
  await database?.dispose();
  await kafka?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** Does something every so often, without waiting for the one before, until told to stop; then all of it has to have worked. */
const keepDoing = (everyMs: number, work: (turn: number) => Promise<unknown>) => {
  const stopping = new AbortController();
  const slowest = { ms: 0 };
  const timed = async (turn: number): Promise<void> => {
    const before = performance.now();
    await work(turn);
    slowest.ms = Math.max(slowest.ms, performance.now() - before);
  };
  const done = (async () => {
    const begun: Promise<PromiseSettledResult<void>[]>[] = [];
    while (!stopping.signal.aborted) {
      begun.push(Promise.allSettled([timed(begun.length)]));
      await sleep(everyMs);
    }
    return (await Promise.all(begun)).flat();
  })();
  return async () => {
    stopping.abort();
    const outcomes = await done;
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    return { count: outcomes.length, slowestMs: slowest.ms };
  };
};

describe('thirty seconds without a broker', () => {
  it('fail no request, and afterwards every event arrives, once and in the order of its aggregate', async () => {
    const anybody = new DemoClient(services.url);
    const agency = await anAgency(services.url);
    const business = await aBusiness(services.url);
    const assistantId = await listCleared(agency, tireless);
    const needs = [await postNeed(business)];
    const agreementId = await agreeAtOnce(business, needs[0]!, assistantId);
    const firstStart = Date.parse(`${day(2)}T00:00:00Z`);
    const book = (turn: number) => {
      const startAt = new Date(firstStart + turn * 900_000).toISOString();
      const endAt = new Date(firstStart + (turn + 1) * 900_000).toISOString();
      return business.post('/v1/bookings', { body: { agreementId, slots: [{ startAt, endAt }], confirm: true } });
    };
    const finish = [
      keepDoing(200, book),
      keepDoing(700, () => registerBusiness(anybody)),
      keepDoing(500, async () => needs.push(await postNeed(business))),
    ];
    await sleep(2_000);
    await kafka.stop();
    await sleep(outageMs);
    await kafka.startAgain();
    await sleep(1_000);
    const [bookings, registrations, posted] = await Promise.all(finish.map((end) => end()));
    for (const { count, slowestMs } of [bookings!, registrations!, posted!]) {
      expect(count).toBeGreaterThan(20);
      expect(slowestMs).toBeLessThan(5_000);
    }

    const { heard, stop } = await new Broker(kafka.brokers).listen(kinds.map(topicOf));
    await eventually(async () => {
      const arrived = Object.fromEntries([...heard].map(([key, ids]) => [key, [...ids]]));
      expect(arrived).toEqual(await effects.journal(kinds));
    }, patienceMs);
    await stop();
    const once = Object.fromEntries(needs.map((id) => [id, [1]]));
    await eventually(async () => {
      expect(Object.keys(await effects.shownFor(needs))).toHaveLength(needs.length);
      expect(await effects.bookingsKnown([assistantId])).toEqual({ [assistantId]: bookings?.count });
    }, patienceMs);
    expect(await effects.preparedFor(needs)).toEqual(once);
    expect(await effects.deadLetters()).toEqual([]);
  }, 240_000);
});
