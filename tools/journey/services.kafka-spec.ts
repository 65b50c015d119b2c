import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually, testDatabase, type TestDatabase, TraceCollector } from '#platform/testing';
import { demoAdministrator, type DemoClient } from '../../apps/all-in-one/src/demo-data/index.js';
import { readComposeFile } from '../compose/compose-file.js';
import { someEnvironment } from '../compose/some-environment.js';
import { playJourney } from '../demo/journey.js';
import { aBusiness, anAgency, listCleared, postNeed, tireless } from './cast.js';
import { ComposedServices, type LaunchedService } from './composed-services.js';
import { Broker, Effects } from './effects.js';
import { Stranger } from './stranger.js';

const brokers = process.env['KAFKA_BROKERS'] ?? '';
const broker = new Broker(brokers);

let database: TestDatabase;
let services: ComposedServices;
let effects: Effects;
let api: LaunchedService;
let matcher: LaunchedService;
let business: DemoClient;
let failpointFolder: string;
let collector: TraceCollector;

beforeAll(async () => {
  failpointFolder = await mkdtemp(path.join(tmpdir(), 'ajudant-failpoints-'));
  // Empty: the services make their schemas themselves, as in a first `docker compose up`.
  database = await testDatabase({ template: 'services', migrate: () => Promise.resolve() });
  services = await ComposedServices.around({ databaseUrl: database.url, brokers });
  collector = await TraceCollector.listening();
  [api, matcher] = await Promise.all([
    services.launch('api', collector.environment),
    services.launch('matcher', collector.environment),
  ]);
  await Promise.all([api.ready(), matcher.ready()]);
  effects = await Effects.in(database.url);
});

afterAll(async () => {
  await services?.stop();
  await collector?.close();
  await effects?.close();
  await database?.dispose();
  await rm(failpointFolder, { recursive: true, force: true });
});

const dyingAt = (...failpoints: string[]) => ({
  AJUDANT_FAILPOINTS: failpoints.join(','),
  AJUDANT_FAILPOINT_DIR: failpointFolder,
});

const each = <Value>(ids: readonly string[], value: Value): Record<string, Value> =>
  Object.fromEntries(ids.map((id) => [id, value]));

const times = <T>(count: number, work: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, () => work()));

/** One shortlist for each time that the need was posted or edited, published once and shown by the api. */
const expectShortlists = async (needIds: readonly string[], versions: readonly number[]): Promise<void> => {
  await eventually(async () => {
    expect(await effects.shownFor(needIds)).toEqual(each(needIds, versions.at(-1)));
  });
  expect(await effects.preparedFor(needIds)).toEqual(each(needIds, versions));
};

describe('api and matcher, two processes with Kafka between them', () => {
  it('are told what docker-compose.yml tells them', () => {
    const { services: composed } = readComposeFile(
      new URL('../../../docker-compose.yml', import.meta.url),
      someEnvironment,
    );
    expect(composed['api']?.command).toEqual(['node', 'dist/apps/api/src/main.js']);
    expect(composed['matcher']?.command).toEqual(['node', '--max-semi-space-size=4', 'dist/apps/matcher/src/main.js']);
    for (const name of ['api', 'matcher'] as const) {
      const told = services.environmentOf(name, 8080);
      expect(Object.keys(told)).toEqual(expect.arrayContaining(Object.keys(composed[name]?.environment ?? {})));
    }
  });

  it('play the whole journey', async () => {
    const { log } = console;
    console.log = () => undefined;
    try {
      await playJourney(services.url, demoAdministrator);
    } finally {
      console.log = log;
    }
  });

  it('show one trace from a request through outbox, Kafka and matcher to the shortlist, and back to the api', async () => {
    business = await aBusiness(services.url);
    collector.spans.length = 0;
    await postNeed(business);
    const ofTrace = [
      'ajudant-api POST /v1/needs/:id/posting',
      'ajudant-api INSERT',
      'ajudant-api send ajudant.need',
      'ajudant-matcher process ajudant.need',
      'ajudant-matcher send ajudant.shortlist',
      'ajudant-api process ajudant.shortlist',
    ];
    await eventually(() => {
      const [trace = []] = collector.tracesWith('POST /v1/needs/:id/posting');
      const told = trace.map(({ service, name }) => `${service} ${name}`);
      expect(told).toEqual(expect.arrayContaining(ofTrace));
      // Each but the first has its reason in the same trace.
      const ids = new Set(trace.map(({ spanId }) => spanId));
      expect(trace.filter(({ parentSpanId }) => !ids.has(parentSpanId)).map(({ name }) => name)).toEqual([
        'POST /v1/needs/:id/posting',
      ]);
    });
  });

  it('tell a stranger all of a topic who has nothing of us but docs/asyncapi.json', async () => {
    const stranger = new Stranger(new URL('../../../docs/asyncapi.json', import.meta.url), brokers);
    try {
      await stranger.listen('booking');
      await eventually(() =>
        expect(stranger.heard.map(({ type }) => type)).toEqual(
          expect.arrayContaining(['booking.held.v1', 'booking.confirmed.v1']),
        ),
      );
      expect(stranger.heard.flatMap(({ faults }) => faults)).toEqual([]);
      const versions = new Map<string, number>();
      for (const { key, headers } of stranger.heard) {
        expect(key).toBe(headers['ce_subject']);
        const version = Number(headers['ce_aggregateversion']);
        // As the document says: without gaps, and what isn't above the last one was there before.
        expect(version).toBeLessThanOrEqual((versions.get(key!) ?? 0) + 1);
        versions.set(key!, Math.max(version, versions.get(key!) ?? 0));
      }
    } finally {
      await stranger.leave();
    }
  });

  it('give every need one shortlist when the api dies after a commit, before the event is published', async () => {
    business = await aBusiness(services.url);
    const before = await postNeed(business);
    await api.process.stop();
    api = await services.start('api', dyingAt('between-commit-and-publish'));
    // Whether it still answers depends on who is quicker.
    await postNeed(business).catch(() => undefined);
    expect(await api.process.ended).toMatch('SIGKILL');
    api = await services.start('api', dyingAt('between-commit-and-publish'));
    const { body } = await business.get<{ items: { id: string; status: string }[] }>('/v1/needs');
    const interrupted = body.items.map(({ id }) => id).filter((id) => id !== before);
    expect(interrupted).toHaveLength(1);
    if (body.items.some(({ status }) => status === 'draft')) await business.post(`/v1/needs/${interrupted[0]}/posting`);
    await expectShortlists([before, ...interrupted], [1]);
  });

  it('do nothing twice and leave nothing out when the matcher dies between inbox and effect, and before its offset is kept', async () => {
    const agency = await anAgency(services.url);
    await matcher.process.stop();
    const assistants = await times(3, () => listCleared(agency, tireless));
    const needs = await times(6, () => postNeed(business));
    const dying = dyingAt('between-inbox-and-effect', 'between-effect-and-offset');
    for (let death = 0; death < 2; death += 1) {
      matcher = await services.launch('matcher', dying);
      expect(await matcher.process.ended).toMatch('SIGKILL');
    }
    matcher = await services.launch('matcher', dying);
    await expectShortlists(needs, [1]);
    await eventually(async () => {
      expect((await effects.offered(agency.id)).toSorted()).toEqual(assistants.toSorted());
    });
    for (const consumer of ['matcher-supply', 'matcher-ranking']) {
      expect(await effects.noted('matcher', consumer, needs)).toEqual(each(needs, 2));
    }
    expect((await readdir(failpointFolder)).toSorted()).toEqual([
      'between-commit-and-publish',
      'between-effect-and-offset',
      'between-inbox-and-effect',
    ]);
  });

  it('share the needs among two and three matchers, and lose none when one of three is killed, and one of two', async () => {
    const atWork = (count: number): Promise<void> =>
      eventually(async () => {
        expect(await broker.membersAtWork('matcher-ranking', 'ajudant.need')).toBe(count);
      });
    const second = await services.start('matcher');
    await atWork(2);
    const byTwo = await times(8, () => postNeed(business));
    await expectShortlists(byTwo, [1]);

    const third = await services.start('matcher');
    await atWork(3);
    const cap = { amountMinor: 2_400, currency: 'EUR' };
    await Promise.all(
      byTwo.map((id) => business.patch(`/v1/needs/${id}`, { etag: '*', body: { hourlyRateCap: cap } })),
    );
    const byThree = await times(8, () => postNeed(business));
    second.process.kill();
    const afterwards = await times(8, () => postNeed(business));
    await expectShortlists(byTwo, [1, 2]);
    await expectShortlists([...byThree, ...afterwards], [1]);

    await atWork(2);
    const byTwoAgain = await times(8, () => postNeed(business));
    third.process.kill();
    const byOne = await times(8, () => postNeed(business));
    await expectShortlists([...byTwoAgain, ...byOne], [1]);
    expect(await effects.deadLetters()).toEqual([]);
  });
});
