import type { AgreementPageDto, EngagementPageDto, ThreadPageDto } from '#contracts';
import { argumentsOf } from '#platform/processes';
import { EmbeddedDatabase } from '#platform/database/embedded';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoClient, demoPassword } from '../../../apps/all-in-one/src/demo-data/index.js';
import { demoAgencies, demoBusinesses } from '../../../apps/all-in-one/src/demo-data/demo-organisations.js';
import { temporaryPrefix } from '../../kafka/sweep-brokers.js';
import { startAllInOne } from '../../start/own-all-in-one.js';
import { enquiryLines, seedEngagement } from './seed-engagement.js';

/**
 * `npm run bench:engagement`: how long each read of an engagement takes that has 5,000 messages, 2,000 runs and 10,000 enquiries, and
 * how long a hundred thousand enquiries take by CSV, with what others wait for meanwhile.
 */
const values = argumentsOf('npm run bench:engagement -- [options]: the reads of a long engagement, and a big file.', {
  reads: { type: 'string', default: '200' },
  enquiries: { type: 'string', default: '100000' },
  only: { type: 'string', default: '' },
});
const [reads, enquiries] = [Number(values.reads), Number(values.enquiries)];
const warmUp = 10;
/** Only those whose path has this in it. */
const wanted = (path: string): boolean => path.includes(values.only);

async function play(url: string): Promise<void> {
  const anybody = new DemoClient(url);
  const business = (await anybody.signIn(demoBusinesses[0]!.owner.email, demoPassword))!;
  const agency = (await anybody.signIn(demoAgencies[0]!.owner.email, demoPassword))!;
  const { body: engagements } = await business.get<EngagementPageDto>('/v1/engagements');
  const { id } = engagements.items[0]!;
  const importing = (lines: string) => business.post('/v1/enquiries/import', { contentType: 'text/csv', body: lines });
  await importing(enquiryLines('kept', 10_000));
  await seedEngagement(database.url, id);
  const { body: threads } = await business.get<ThreadPageDto>(`/v1/engagements/${id}/threads`);
  const { body: agreements } = await business.get<AgreementPageDto>('/v1/agreements');
  console.log(`\n${reads} reads each, one after the other, in milliseconds${' '.repeat(28)}p50    p99`);
  const [byBusiness, byAgency] = [business, agency].map((reader) => (path: string) => readBy(reader, url, path));
  for (const path of pathsOf(id, threads.items.at(-1)!.id).filter(wanted))
    await measured(byBusiness!, 'business', path);
  for (const path of [...ofAgency(id), '/v1/today'].filter(wanted)) await measured(byAgency!, 'agency', path);
  const ofAgreement = `/v1/agreements/${agreements.items[0]!.id}`;
  if (wanted(ofAgreement)) await measured(byBusiness!, 'business', ofAgreement);
  if (enquiries > 0) await bigFile(importing, business, id);
}

const pathsOf = (id: string, threadId: string): string[] => [
  ...ofAgency(id),
  `/v1/engagements/${id}/messages?threadId=${threadId}`,
  `/v1/engagements/${id}/threads/${threadId}`,
  '/v1/enquiries',
  '/v1/enquiries?sort=-opened',
  '/v1/enquiries?state=waiting',
  '/v1/notifications',
];

const ofAgency = (id: string): string[] => [
  '/v1/engagements',
  `/v1/engagements/${id}`,
  `/v1/engagements/${id}/scorecard`,
  `/v1/engagements/${id}/duty-runs`,
  `/v1/engagements/${id}/duty-runs?sort=-starts`,
  `/v1/engagements/${id}/duty-runs?status=accepted`,
  '/v1/duty-runs?status=accepted',
  '/v1/duty-runs?status=done',
  `/v1/engagements/${id}/conversation`,
  '/v1/conversations',
  `/v1/engagements/${id}/threads`,
  `/v1/engagements/${id}/messages`,
  `/v1/engagements/${id}/messages?sort=number&limit=200`,
  `/v1/engagements/${id}/messages?text=flour`,
  '/v1/open-items',
  `/v1/engagements/${id}/response-time`,
  `/v1/engagements/${id}/suggestion-effects`,
  `/v1/engagements/${id}/absences`,
  `/v1/engagements/${id}/hours`,
  `/v1/engagements/${id}/hour-packs`,
  `/v1/engagements/${id}/channel-switches`,
  `/v1/time-entries?engagementId=${id}`,
  `/v1/agreements/${id}/quote`,
  `/v1/agreements/${id}/changes`,
  `/v1/agreements/${id}/responsibilities.html`,
];

/** Whatever it is written in: some of it is a paper in HTML. */
async function readBy(reader: DemoClient, url: string, path: string): Promise<void> {
  const answer = await fetch(`${url}${path}`, { headers: reader.headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${text}`);
}

async function measured(read: (path: string) => Promise<void>, who: string, path: string): Promise<void> {
  const waits: number[] = [];
  for (let number = -warmUp; number < reads; number += 1) {
    const before = performance.now();
    await read(path);
    if (number >= 0) waits.push(performance.now() - before);
  }
  const short = path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
  console.log(`${who.padEnd(9)}${short.padEnd(65)}${percentile(waits, 0.5)}${percentile(waits, 0.99)}`);
}

const percentile = (waits: readonly number[], part: number): string =>
  (waits.toSorted((a, b) => a - b)[Math.ceil(part * waits.length) - 1] ?? Number.NaN).toFixed(1).padStart(7);

/** What somebody else waits for a small read while the file is taken in. */
async function bigFile(importing: (lines: string) => Promise<unknown>, other: DemoClient, id: string): Promise<void> {
  const lines = enquiryLines('big', enquiries);
  const before = performance.now();
  const file = importing(lines);
  const done = file.then(() => true);
  const waits: number[] = [];
  do {
    const asked = performance.now();
    await other.get(`/v1/engagements/${id}`);
    waits.push(performance.now() - asked);
  } while (!(await Promise.race([done, Promise.resolve(false)])));
  await file;
  const seconds = ((performance.now() - before) / 1_000).toFixed(1);
  console.log(`\n${enquiries} enquiries by CSV: ${seconds} s; a read meanwhile`);
  console.log(`  p50${percentile(waits, 0.5)} ms   p99${percentile(waits, 0.99)} ms over ${waits.length} reads`);
}

const folder = await mkdtemp(join(tmpdir(), temporaryPrefix));
const database = await EmbeddedDatabase.start({
  dataDir: join(folder, 'database'),
  database: 'ajudant',
  durability: 'durable',
});
const service = await startAllInOne({ DATABASE_URL: database.url, AJUDANT_DEMO: 'yes' });
try {
  await play(service.url);
} finally {
  await service.stop();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
