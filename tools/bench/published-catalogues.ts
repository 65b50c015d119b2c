import { argumentsOf } from '#platform/processes';
import type { DutySuggestionsDto, ImportJobDto } from '#contracts';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { demoAdministrator, DemoClient } from '../../apps/all-in-one/src/demo-data/index.js';
import { seededRandom } from '../chaos/seeded-random.js';
import { aBusiness } from '../journey/cast.js';
import { inOneProcess, type Marketplace, overKafka } from './marketplaces.js';
import { memoryOf } from './memory-of.js';
import { readJudgedSets } from './plain-words/judged-sets.js';

/**
 * `npm run bench:published-catalogues`: what two catalogues as large as O*NET's tasks and ESCO's skills cost a whole service: memory
 * of each process before, at the most and afterwards, and how long plain words take. The entries are made of the
 * words that ESCO has, with as many alternative labels and words in a description; the files of the publishers aren't ours to give out.
 */
const tasks = { source: 'onet', entries: 18_796, labelWords: 14, alternatives: 0, descriptionWords: 0 } as const;
const skills = { source: 'esco', entries: 13_939, labelWords: 4, alternatives: 6, descriptionWords: 28 } as const;
type Catalogue = typeof tasks | typeof skills;

const values = argumentsOf('npm run bench:published-catalogues -- [options]: what two large catalogues cost.', {
  /** Api and matcher as two processes over Kafka; otherwise an all-in-one. */
  kafka: { type: 'boolean', default: false },
  texts: { type: 'string', default: '200' },
});
const words = readFileSync(
  fileURLToPath(new URL('../../../libs/knowledge/data/word-vectors/words.txt', import.meta.url)),
  'utf8',
)
  .split('\n')
  .filter((word) => word.startsWith('en:'))
  .map((word) => word.slice('en:'.length));
const texts = (await readJudgedSets('tuning')).flatMap(({ needs }) => needs.map(({ text }) => text));

const marketplace = await (values.kafka ? overKafka() : inOneProcess());
try {
  console.log(marketplace.what);
  const business = await aBusiness(marketplace.url);
  await report('before', business);
  for (const catalogue of [tasks, skills]) {
    for (const [, pid] of marketplace.pids) writeFileSync(`/proc/${pid}/clear_refs`, '5');
    const took = await takeIn(marketplace, catalogue, business);
    await report(`with ${catalogue.entries} more of ${catalogue.source}, after ${took.toFixed(0)} s`, business);
  }
} finally {
  await marketplace.stop();
}

/** Returns after how many seconds its last entry was suggested. */
async function takeIn({ url }: Marketplace, catalogue: Catalogue, business: DemoClient): Promise<number> {
  const administrator = await new DemoClient(url).signIn(demoAdministrator.email, demoAdministrator.password);
  if (administrator === null) throw new Error('the administrator can’t sign in');
  const { body, last } = written(catalogue);
  const began = performance.now();
  const path = `/v1/admin/catalogue/import-jobs?source=${catalogue.source}&language=en`;
  const { body: asked } = await administrator.post<ImportJobDto>(path, { contentType: 'text/csv', body });
  let job = asked;
  while (job.finishedAt === null) {
    await sleep(500);
    ({ body: job } = await administrator.get<ImportJobDto>(`/v1/admin/catalogue/import-jobs/${asked.id}`));
  }
  if (job.status !== 'done') throw new Error(`the import is ${job.status}: ${job.problem?.detail ?? ''}`);
  console.log(`  ${catalogue.source}: ${(body.length / 1_000_000).toFixed(1)} MB, taken in after ${seconds(began)} s`);
  while (!(await ask(business, last)).items.some(({ dutyCode }) => dutyCode.startsWith(`${catalogue.source}:`))) {
    await sleep(1_000);
  }
  return (performance.now() - began) / 1_000;
}

async function ask(business: DemoClient, text: string): Promise<DutySuggestionsDto> {
  return (await business.post<DutySuggestionsDto>('/v1/duty-suggestions', { body: { text } })).body;
}

async function report(when: string, business: DemoClient): Promise<void> {
  const peaks = marketplace.pids.map(([, pid]) => memoryOf(pid, 'VmHWM'));
  const waits: number[] = [];
  for (let at = 0; at < Number(values.texts); at += 1) {
    const began = performance.now();
    await ask(business, texts[at % texts.length]!);
    waits.push(performance.now() - began);
  }
  const memory = marketplace.pids.map(
    ([name, pid], at) => `${name} ${memoryOf(pid, 'VmRSS').toFixed(0)} MB (at the most ${peaks[at]!.toFixed(0)})`,
  );
  console.log(
    `${when}: ${memory.join(', ')}; a suggestion p50 ${percentile(waits, 0.5)} ms, p99 ${percentile(waits, 0.99)} ms`,
  );
}

function percentile(waits: readonly number[], part: number): string {
  const sorted = waits.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!.toFixed(0);
}

function written({ entries, labelWords, alternatives, descriptionWords }: Catalogue): { body: string; last: string } {
  const draw = seededRandom(entries);
  const some = (count: number): string => Array.from({ length: count }, () => words[rank(draw())]).join(' ');
  const lines = ['id,en,alt_en,description_en'];
  let last = '';
  for (let id = 1; id <= entries; id += 1) {
    last = some(labelWords);
    const others = Array.from({ length: alternatives }, () => some(labelWords)).join('|');
    lines.push(`${id},${last},${others},${some(descriptionWords)}`);
  }
  return { body: lines.join('\n'), last };
}

/** Few words are said often and most of them seldom, as in any language. */
function rank(drawn: number): number {
  return Math.floor(words.length ** drawn) - 1;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1_000).toFixed(0);
}
