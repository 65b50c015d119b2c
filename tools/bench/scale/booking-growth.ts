import type { ShortlistDto } from '#contracts';
import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DemoClient, daysFromNow } from '../../../apps/all-in-one/src/demo-data/index.js';
import { aBusiness, agreeAtOnce, anAgency, listCleared, postNeed, tireless } from '../../journey/cast.js';
import { percentile } from '../matching/figures.js';
import type { Findings, Part } from './conclusion.js';
import { saidOf, Surroundings, usedForEach } from './surroundings.js';
import { table } from './table.js';

const hourMs = 3_600_000;
const assistants = 8;
/** Hours before the first that is booked. */
const aheadHours = 48;
/** What was done has its consequences some seconds after the last of it. */
const settlingMs = 3_000;
const warmUp = 20;
/** Long enough for all that is booked under one agreement, and within what assistants are cleared for. */
const term = { startsOn: daysFromNow(0), endsOn: daysFromNow(360) };

/** Runs one of what is measured, and gives its milliseconds. */
type Work = () => Promise<number>;

/**
 * Bookings held and confirmed a second over HTTP, and such with all that leads to one (need, shortlist, agreement), when so many people are
 * at it at the same time; and what each takes of whom.
 */
export async function bookingGrowth(
  people: readonly number[],
  seconds: number,
  step: (text: string) => void,
): Promise<Part> {
  const around = await Surroundings.start();
  const counting = new Client({ connectionString: around.database.url });
  try {
    await Promise.all([around.startApi(), around.startMatcher()]);
    await counting.connect();
    const work = await worksOf(around.url);
    const rows: string[][] = [];
    let last: Findings['bookings'];
    for (const [what, once] of Object.entries(work)) {
      for (let count = 0; count < warmUp; count += 1) await once();
      for (const count of people) {
        step(`${what}, ${count} people`);
        const { cells, found } = await pressed(around, counting, count, seconds, once);
        rows.push([what, String(count), ...cells]);
        last = found;
      }
    }
    const head = ['what', 'people at once', 'a second', 'p50', 'p99', 'events', 'handled', 'processor for each, ms'];
    return { table: table(head, rows), found: last === undefined ? {} : { bookings: last } };
  } finally {
    await counting.end();
    await around.stop();
  }
}

async function worksOf(url: string): Promise<Readonly<Record<string, Work>>> {
  const agency = await anAgency(url);
  const business = await aBusiness(url);
  const listed: { readonly assistantId: string; readonly agreementId: string }[] = [];
  for (let count = 0; count < assistants; count += 1) {
    const assistantId = await listCleared(agency, tireless);
    listed.push({ assistantId, agreementId: await agreeAtOnce(business, await postNeed(business, term), assistantId) });
  }
  let booked = 0;
  /** Each the next free hour of the next assistant. */
  const next = () => {
    const [hour, whose] = [Math.floor(booked / assistants), booked % assistants];
    booked += 1;
    const start = (Math.ceil(Date.now() / hourMs) + aheadHours + hour) * hourMs;
    const [startAt, endAt] = [start, start + hourMs].map((at) => new Date(at).toISOString());
    return { ...listed[whose]!, slots: [{ startAt, endAt }] };
  };
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const from = performance.now();
    await work();
    return performance.now() - from;
  };
  return {
    'a booking': () =>
      timed(() => {
        const { agreementId, slots } = next();
        return business.post('/v1/bookings', { body: { agreementId, slots, confirm: true } });
      }),
    'with need, shortlist and agreement': () =>
      timed(async () => {
        const needId = await postNeed(business);
        await readShortlist(business, needId);
        const { assistantId, slots } = next();
        const agreementId = await agreeAtOnce(business, needId, assistantId);
        await business.post('/v1/bookings', { body: { agreementId, slots, confirm: true } });
      }),
  };
}

async function readShortlist(business: DemoClient, needId: string): Promise<void> {
  const read = () => business.get<ShortlistDto>(`/v1/needs/${needId}/shortlist`, { prefer: 'wait=5' });
  while ((await read()).body.status !== 'prepared');
}

async function pressed(
  around: Surroundings,
  counting: Client,
  people: number,
  seconds: number,
  once: Work,
): Promise<{ readonly cells: string[]; readonly found: NonNullable<Findings['bookings']> }> {
  const [used, before] = [around.used(), await counted(counting)];
  const waits: number[] = [];
  const started = performance.now();
  const work = async (): Promise<void> => {
    while (performance.now() - started < seconds * 1_000) waits.push(await once());
  };
  await Promise.all(Array.from({ length: people }, work));
  const took = (performance.now() - started) / 1_000;
  await sleep(settlingMs);
  const after = await counted(counting);
  const found = {
    perSecond: waits.length / took,
    events: (after.events - before.events) / waits.length,
    handled: (after.handled - before.handled) / waits.length,
    used: usedForEach(used, around.used(), waits.length),
  };
  const cells = [
    found.perSecond.toFixed(1),
    ...[0.5, 0.99].map((part) => `${percentile(waits, part).toFixed(0)} ms`),
    found.events.toFixed(1),
    found.handled.toFixed(1),
    saidOf(found.used),
  ];
  return { cells, found };
}

/** Events in the journals, and those that consumers have noted as handled, each for itself. */
async function counted(client: Client): Promise<{ readonly events: number; readonly handled: number }> {
  const { rows } = await client.query<{ events: string; handled: string }>(
    `SELECT (SELECT count(*) FROM api.journal) + (SELECT count(*) FROM matcher.journal) AS events,
       (SELECT sum(last_version) FROM (SELECT last_version FROM api.inbox UNION ALL SELECT last_version FROM matcher.inbox) AS noted) AS handled`,
  );
  return { events: Number(rows[0]?.events), handled: Number(rows[0]?.handled) };
}
