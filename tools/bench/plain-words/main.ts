import { argumentsOf, endAsMisused } from '#platform/processes';
import { catalogueLanguages } from '#domain';
import { buildSearchIndex, ownCatalogue, ownSearchIndex, rankDuties, type SearchIndex } from '#knowledge/suggesting';
import { EmbeddedDatabase } from '#platform/database/embedded';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { calibrationOf, type Said } from './calibration.js';
import {
  carriedOver,
  halves,
  type JudgedSet,
  readImportedCatalogues,
  readJudgedSets,
  type Relevant,
} from './judged-sets.js';
import { meanOf, measure, type Measures } from './measures.js';
import { PlainBm25 } from './plain-bm25.js';
import { PostgresSearch } from './postgres-search.js';
import { documentsOf, type Searcher } from './searcher.js';

/**
 * `npm run bench:plain-words -- --half tuning|sealed|final|last|newest|unheard`: how well plain words lead to duties on judged needs, of our
 * catalogue and of two imported ones, beside BM25 and PostgreSQL's full text search over the same wording of our own; and whether
 * what is said with some confidence is right as often.
 */
const rankedDuties = 20;
/** So many are looked at for the calibration: those that somebody sees. */
const shown = 5;

interface Judged {
  readonly set: string;
  readonly measures: readonly Measures[];
  /** Parts of the texts on which it abstained; none for what always answers. */
  readonly abstained?: { readonly needs: number; readonly outOfScope: number };
}

const values = argumentsOf(
  `npm run bench:plain-words -- [options]: how well plain words lead to duties; --half takes ${halves.join(', ')}.`,
  { half: { type: 'string', default: 'tuning' } },
);
const half = halves.find((known) => known === values.half);
if (!half) endAsMisused(`--half is one of ${halves.join(', ')}.`);

const sets = await readJudgedSets(half);
const imported = await readImportedCatalogues();
const source = ownCatalogue();
const { duties } = source;

const startedAt = performance.now();
const own = ownSearchIndex();
const builtIn = performance.now() - startedAt;
const ofImported = [...imported].map(([name, catalogue]) => {
  const index = buildSearchIndex({ ...source, imported: catalogue.entries, offersOwnDuties: false });
  return { name, catalogue, index };
});

console.log(`${half} half: ${sets.map(({ name, needs }) => `${needs.length} ${name}`).join(', ')}\n`);
console.log('                          nDCG@5  hit@1  recall@5   abstained: in scope  out of scope');
const waits: number[] = [];
const said: Said[] = [];
reportOurs();
await compare(new PlainBm25(documentsOf(duties)));
await withDatabase(async (database) => compare(await PostgresSearch.of(database, documentsOf(duties))));
console.log(`\na text takes ${percentilesOf(waits)}; the index ${builtIn.toFixed(0)} ms`);
console.log('\nof our own duties that are said with a confidence of    there are    right');
for (const { from, to, count, right } of calibrationOf(said)) {
  console.log(
    `${`${from.toFixed(1)} to ${to.toFixed(1)}`.padStart(54)}${String(count).padStart(13)}${percent(right).padStart(9)}`,
  );
}

function percentilesOf(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const percentile = (part: number): string =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!.toFixed(1);
  return `p50 ${percentile(0.5)} ms, p99 ${percentile(0.99)} ms`;
}

function reportOurs(): void {
  const judgedOwn: Judged[] = [];
  for (const set of sets) judgedOwn.push(judge(set, own, (relevant) => relevant));
  report('ours', judgedOwn);
  for (const { name: title, catalogue, index } of ofImported) {
    const judged: Judged[] = [];
    for (const set of sets) judged.push(judge(set, index, (relevant) => carriedOver(relevant, catalogue)));
    report(`ours, ${title}`, judged);
  }
}

function judge(set: JudgedSet, index: SearchIndex, relevantOf: (relevant: Relevant) => Relevant): Judged {
  const measures: Measures[] = [];
  const abstained = { needs: [] as boolean[], outOfScope: [] as boolean[] };
  for (const { text, relevant } of set.needs) {
    const answer = ask(text, index);
    if (index === own && !answer.abstained) {
      for (const { dutyCode, confidence } of answer.ranked.slice(0, shown)) {
        said.push({ confidence, right: (relevant[dutyCode] ?? 0) > 0 });
      }
    }
    const ids = answer.ranked.map(({ dutyCode }) => dutyCode);
    measures.push(measure(ids, relevantOf(relevant)));
    abstained.needs.push(answer.abstained);
  }
  for (const { text } of set.outOfScope) abstained.outOfScope.push(ask(text, index).abstained);
  return {
    set: set.name,
    measures,
    abstained: { needs: shareOf(abstained.needs), outOfScope: shareOf(abstained.outOfScope) },
  };
}

function shareOf(yes: readonly boolean[]): number {
  return meanOf(yes.map(Number));
}

function ask(text: string, index: SearchIndex) {
  const askedAt = performance.now();
  const answer = rankDuties(text, null, index, rankedDuties);
  waits.push(performance.now() - askedAt);
  return answer;
}

/** The others are told the language, and asked only where there is one. */
async function compare(searcher: Searcher): Promise<void> {
  const judged: Judged[] = [];
  for (const language of catalogueLanguages) {
    const measures: Measures[] = [];
    for (const { text, relevant } of sets.find(({ name }) => name === language)!.needs) {
      measures.push(measure(await searcher.search(text, language), relevant));
    }
    judged.push({ set: language, measures });
  }
  report(searcher.name, judged);
}

function report(name: string, judged: readonly Judged[]): void {
  for (const { set, measures, abstained } of judged) {
    const [ndcg5, hit1, recall5] = (['ndcg5', 'hit1', 'recall5'] as const).map((key) =>
      meanOf(measures.map((one) => one[key])).toFixed(3),
    );
    const abstentions =
      abstained && `${percent(abstained.needs).padStart(20)}${percent(abstained.outOfScope).padStart(14)}`;
    console.log(`${name.padEnd(18)}${set.padEnd(7)} ${ndcg5}  ${hit1}  ${recall5}${abstentions ?? ''}`);
  }
}

function percent(share: number): string {
  return Number.isNaN(share) ? '-' : `${(100 * share).toFixed(0)}%`;
}

async function withDatabase(work: (database: Client) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ajudant-plain-words-'));
  const database = await EmbeddedDatabase.start({ dataDir, database: 'plain_words', durability: 'throwaway' });
  const client = new Client({ connectionString: database.url });
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end();
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
