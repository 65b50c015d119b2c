import { argumentsOf, endAsMisused } from '#platform/processes';
import { catalogueLanguages } from '#domain';
import { buildSearchIndex, ownCatalogue, ownSearchIndex, rankDuties, type SearchIndex } from '#knowledge/suggesting';
import { EmbeddedDatabase } from '#platform/database/embedded';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { loadEnglishEncoder } from '../../../apps/matcher/src/suggesting/english-encoder.js';
import { EnglishMeanings } from '../../../apps/matcher/src/suggesting/english-meanings.js';
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
 * `npm run bench:plain-words -- --half tuning|sealed [--encoder]`: how well plain words lead to duties on judged needs,
 * of our catalogue and of two imported ones, and how well with the encoder of English, beside BM25 and PostgreSQL's full text
 * search over the same wording of our own.
 */
const rankedDuties = 20;

interface Judged {
  readonly set: string;
  readonly measures: readonly Measures[];
  /** Parts of the texts on which it abstained; none for what always answers. */
  readonly abstained?: { readonly needs: number; readonly outOfScope: number };
}

const values = argumentsOf(
  'npm run bench:plain-words -- [options]: how well plain words lead to duties; --half takes tuning or sealed.',
  { half: { type: 'string', default: 'tuning' }, encoder: { type: 'boolean', default: false } },
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
let waits: number[] = [];
await reportOurs('ours', null);
const waitsOfOurs = waits;
waits = [];
if (values.encoder) {
  const english = new EnglishMeanings(await loadEnglishEncoder(), source);
  await english.prepare();
  await reportOurs('encoder', english);
}
await compare(new PlainBm25(documentsOf(duties)));
await withDatabase(async (database) => compare(await PostgresSearch.of(database, documentsOf(duties))));
console.log(`\na text takes ${percentilesOf(waitsOfOurs)}; the index ${builtIn.toFixed(0)} ms`);
if (values.encoder) console.log(`with the encoder it takes ${percentilesOf(waits)}`);

function percentilesOf(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const percentile = (part: number): string =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!.toFixed(1);
  return `p50 ${percentile(0.5)} ms, p99 ${percentile(0.99)} ms`;
}

/** @param english what understands English by its meaning too; null for words alone */
async function reportOurs(name: string, english: EnglishMeanings | null): Promise<void> {
  const judgedOwn: Judged[] = [];
  for (const set of sets) judgedOwn.push(await judge(set, own, english, (relevant) => relevant));
  report(name, judgedOwn);
  for (const { name: title, catalogue, index } of ofImported) {
    const judged: Judged[] = [];
    for (const set of sets) {
      judged.push(await judge(set, index, english, (relevant) => carriedOver(relevant, catalogue)));
    }
    report(`${name}, ${title}`, judged);
  }
}

async function judge(
  set: JudgedSet,
  index: SearchIndex,
  english: EnglishMeanings | null,
  relevantOf: (relevant: Relevant) => Relevant,
): Promise<Judged> {
  const measures: Measures[] = [];
  const abstained = { needs: [] as boolean[], outOfScope: [] as boolean[] };
  for (const { text, relevant } of set.needs) {
    const answer = await ask(text, index, english);
    const ids = answer.ranked.map(({ dutyCode }) => dutyCode);
    measures.push(measure(ids, relevantOf(relevant)));
    abstained.needs.push(answer.abstained);
  }
  for (const { text } of set.outOfScope) abstained.outOfScope.push((await ask(text, index, english)).abstained);
  return {
    set: set.name,
    measures,
    abstained: { needs: shareOf(abstained.needs), outOfScope: shareOf(abstained.outOfScope) },
  };
}

function shareOf(yes: readonly boolean[]): number {
  return meanOf(yes.map(Number));
}

async function ask(text: string, index: SearchIndex, english: EnglishMeanings | null) {
  const askedAt = performance.now();
  const meanings = english && (await english.of(text, null, index));
  const answer = rankDuties(text, null, index, rankedDuties, meanings);
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
  const percent = (share: number): string => (Number.isNaN(share) ? '-' : `${(100 * share).toFixed(0)}%`);
  for (const { set, measures, abstained } of judged) {
    const [ndcg5, hit1, recall5] = (['ndcg5', 'hit1', 'recall5'] as const).map((key) =>
      meanOf(measures.map((one) => one[key])).toFixed(3),
    );
    const abstentions =
      abstained && `${percent(abstained.needs).padStart(20)}${percent(abstained.outOfScope).padStart(14)}`;
    console.log(`${name.padEnd(18)}${set.padEnd(7)} ${ndcg5}  ${hit1}  ${recall5}${abstentions ?? ''}`);
  }
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
