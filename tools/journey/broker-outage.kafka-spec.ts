import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { topicOf } from '#contracts';
import { eventually, testDatabase, type TestDatabase } from '#platform/testing';
import { daysFromNow, DemoClient } from '../../apps/all-in-one/src/demo-data/index.js';
import { LocalKafka } from '../kafka/local-kafka.js';
import { temporaryPrefix } from '../kafka/sweep-brokers.js';
import { aBusiness, agreeAtOnce, anAgency, listCleared, postNeed, registerBusiness, tireless } from './cast.js';
import { ComposedServices } from './composed-services.js';
import { Broker, Effects } from './effects.js';

const outageMs = 30_000;
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
});

afterAll(async () => {
  await services?.stop();
  await effects?.close();
  await database?.dispose();
  await kafka?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Does something every so often, without waiting for the one before, until told to stop; then all of it has to have worked. */
const keepDoing = (everyMs: number, work: (turn: number) => Promise<unknown>) => {
  const stopping = new AbortController();
  const progress = { finished: 0 };
  const counted = async (turn: number): Promise<void> => {
    await work(turn);
    progress.finished += 1;
  };
  const done = (async () => {
    const begun: Promise<PromiseSettledResult<void>[]>[] = [];
    while (!stopping.signal.aborted) {
      begun.push(Promise.allSettled([counted(begun.length)]));
      await sleep(everyMs);
    }
    return (await Promise.all(begun)).flat();
  })();
  const end = async (): Promise<number> => {
    stopping.abort();
    const outcomes = await done;
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    return outcomes.length;
  };
  return { progress, end };
};

describe('thirty seconds without a broker', () => {
  it('fail no request, and afterwards every event arrives, once and in the order of its aggregate', async () => {
    const anybody = new DemoClient(services.url);
    const agency = await anAgency(services.url);
    const business = await aBusiness(services.url);
    const assistantId = await listCleared(agency, tireless);
    const needs = [await postNeed(business)];
    const agreementId = await agreeAtOnce(business, needs[0]!, assistantId);
    const firstStart = Date.parse(`${daysFromNow(2)}T00:00:00Z`);
    const book = (turn: number) => {
      const startAt = new Date(firstStart + turn * 900_000).toISOString();
      const endAt = new Date(firstStart + (turn + 1) * 900_000).toISOString();
      return business.post('/v1/bookings', { body: { agreementId, slots: [{ startAt, endAt }], confirm: true } });
    };
    const busy = [
      keepDoing(200, book),
      keepDoing(700, () => registerBusiness(anybody)),
      keepDoing(500, async () => needs.push(await postNeed(business))),
    ];
    const eachFinishes = async (more: number): Promise<void> => {
      const reached = busy.map(({ progress }) => progress.finished + more);
      await eventually(() => {
        for (const [index, { progress }] of busy.entries()) expect(progress.finished).toBeGreaterThan(reached[index]!);
      });
    };
    await eachFinishes(1);
    await kafka.stop();
    // Requests are answered meanwhile, however long it lasts.
    await Promise.all([sleep(outageMs), eachFinishes(20)]);
    await kafka.startAgain();
    await eachFinishes(1);
    const [bookings] = await Promise.all(busy.map(({ end }) => end()));

    const { heard, stop } = await new Broker(kafka.brokers).listen(kinds.map(topicOf));
    await eventually(async () => {
      const arrived = Object.fromEntries([...heard].map(([key, ids]) => [key, [...ids]]));
      expect(arrived).toEqual(await effects.journal(kinds));
    });
    await stop();
    const once = Object.fromEntries(needs.map((id) => [id, [1]]));
    await eventually(async () => {
      expect(Object.keys(await effects.shownFor(needs))).toHaveLength(needs.length);
      expect(await effects.bookingsKnown([assistantId])).toEqual({ [assistantId]: bookings });
    });
    expect(await effects.preparedFor(needs)).toEqual(once);
    expect(await effects.deadLetters()).toEqual([]);
  });
});
