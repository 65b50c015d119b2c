import { argumentsOf } from '#platform/processes';
import type { ShortlistDto } from '#contracts';
import { aBusiness, draftNeed } from '../journey/cast.js';
import { inOneProcess, type Marketplace, overKafka } from './marketplaces.js';
import { memoryOf } from './memory-of.js';
import { seedInBulk } from './seed-in-bulk.js';
import { seedAssistants } from './seeding.js';

/**
 * `npm run bench:shortlist`: how long a business waits from the answer to POST /posting to the answer of GET /shortlist
 * with Prefer: wait=5, one need after the other.
 */
const warmUp = 10;
const values = argumentsOf('npm run bench:shortlist -- [options]: how long from a need posted to its shortlist.', {
  url: { type: 'string' },
  kafka: { type: 'boolean', default: false },
  assistants: { type: 'string', default: '1000' },
  /** Writes them into the matcher's tables instead of listing them over HTTP. */
  bulk: { type: 'boolean', default: false },
  needs: { type: 'string', default: '200' },
});
const [assistants, needs] = [Number(values.assistants), Number(values.needs)];
const step = (text: string): void => console.log(`  ${text}`);

const marketplace = await open();
try {
  const before = performance.now();
  await seed();
  step(`seeded in ${((performance.now() - before) / 1000).toFixed(1)} s`);
  const { waits, asked, considered } = await measure(marketplace.url);
  report(waits, asked, considered);
} finally {
  await marketplace.stop();
}

async function seed(): Promise<void> {
  if (assistants === 0) return;
  if (!values.bulk) return seedAssistants(marketplace.url, assistants, step);
  if (marketplace.databaseUrl === null) throw new Error('--bulk writes into a database of its own, and takes no --url');
  await seedInBulk(marketplace.databaseUrl, assistants, step);
}

function open(): Promise<Marketplace> {
  if (values.url !== undefined) {
    return Promise.resolve({
      what: values.url,
      url: values.url,
      databaseUrl: null,
      pids: [],
      stop: () => Promise.resolve(),
    });
  }
  return values.kafka ? overKafka() : inOneProcess();
}

async function measure(url: string): Promise<{ waits: number[]; asked: number; considered: number }> {
  const business = await aBusiness(url);
  const waits: number[] = [];
  let [asked, considered] = [0, 0];
  for (let number = -warmUp; number < needs; number += 1) {
    const needId = await draftNeed(business, variant(number + warmUp));
    await business.post(`/v1/needs/${needId}/posting`);
    const postedAt = performance.now();
    let shortlist: ShortlistDto;
    do {
      ({ body: shortlist } = await business.get<ShortlistDto>(`/v1/needs/${needId}/shortlist`, { prefer: 'wait=5' }));
      if (number >= 0) asked += 1;
    } while (shortlist.status !== 'prepared');
    if (number >= 0) waits.push(performance.now() - postedAt);
    considered = shortlist.considered;
    if (number === -warmUp) step(`the first shortlist took ${(performance.now() - postedAt).toFixed(0)} ms`);
  }
  return { waits, asked, considered };
}

/** Hours and zones differ, so that no ranking can live on what the one before has computed. */
function variant(number: number): Parameters<typeof draftNeed>[1] {
  const from = 7 + (number % 8);
  const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
  const weekly = [1, 2, 3, 4, 5]
    .slice(number % 3)
    .map((weekday) => ({ weekday, start: clock(from), end: clock(from + 3) }));
  return {
    hours: { kind: 'weekly', timeZone: ['Europe/Madrid', 'Europe/London', 'America/New_York'][number % 3]!, weekly },
  };
}

function report(waits: number[], asked: number, considered: number): void {
  const sorted = waits.toSorted((one, other) => one - other);
  const percentile = (part: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN).toFixed(1);
  console.log(`\n${marketplace.what}: ${considered} assistants considered, ${needs} needs one after the other`);
  console.log('from POST /v1/needs/:id/posting answered to GET /v1/needs/:id/shortlist (Prefer: wait=5) answered');
  console.log(`  p50 ${percentile(0.5)} ms   p90 ${percentile(0.9)} ms   p99 ${percentile(0.99)} ms`);
  console.log(`  slowest ${percentile(1)} ms; ${asked} GETs for ${waits.length} shortlists`);
  for (const [name, pid] of marketplace.pids)
    console.log(`  resident memory of ${name}: ${memoryOf(pid, 'VmRSS').toFixed(0)} MB`);
}
