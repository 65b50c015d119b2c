import { catalogueDuties, CalendarCache, type Candidate, marketplaceQualityOf, normaliseInstant, rank } from '#domain';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { referenceRates } from '../../../apps/matcher/src/supply/reference-rates.js';
import { readJsonLines, type Rejection } from '../json-lines.js';
import { answerOf } from './answer-line.js';
import { LineIds } from './line-ids.js';
import { needOf } from './need-line.js';
import { candidateOf } from './supply-line.js';

/**
 * `npm run --silent rank:batch -- --supply FILE --needs FILE`: ranks assistants for needs without a server and without a
 * database. JSON Lines in and out, in the form of docs/batch.md.
 */
const usage = `Usage: npm run --silent rank:batch -- --supply FILE --needs FILE
  --top N              how many are listed for each need, 1 to 10000; 20 unless said
  --near-misses N      how many near misses, 0 to 10000; 5 unless said
  --now INSTANT        what time it is (RFC 3339); the clock's unless said
  --cleared-until INSTANT  for assistants of whom nothing about a clearance is said; they count as not cleared unless said
  --newcomers          lets a close newcomer have the tenth place by lot
  --help`;

/** Wrong arguments, or a file that can't be read; the same as the shell's own. */
const misuse = 2;

class UsageError extends Error {}

function settings() {
  const { values } = parseArgs({
    options: {
      supply: { type: 'string' },
      needs: { type: 'string' },
      top: { type: 'string', default: '20' },
      'near-misses': { type: 'string', default: '5' },
      now: { type: 'string', default: new Date().toISOString() },
      'cleared-until': { type: 'string' },
      newcomers: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const { supply, needs } = values;
  if (supply === undefined || needs === undefined) throw new UsageError('--supply and --needs are needed.');
  return {
    supply,
    needs,
    now: instant('--now', values.now),
    clearedUntil: values['cleared-until'] === undefined ? null : instant('--cleared-until', values['cleared-until']),
    limits: {
      entries: count('--top', values.top, 1),
      nearMisses: count('--near-misses', values['near-misses'], 0),
      newcomerSlot: values.newcomers,
      everyCalendar: true,
    },
  };
}

function count(name: string, text: string, least: number): number {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= 10_000)) throw new UsageError(`${name} is a whole number from ${least} to 10000.`);
  return value;
}

function instant(name: string, text: string): string {
  try {
    return normaliseInstant(text);
  } catch {
    throw new UsageError(`${name} is an instant in RFC 3339, such as 2026-03-02T08:00:00Z.`);
  }
}

type Settings = NonNullable<ReturnType<typeof settings>>;

/** Tells of bad lines, and once of each name that is of no use. */
class Remarks {
  private readonly names = new Set<string>();
  rejectedLines = 0;
  private lastRejected = '';

  readonly rejected =
    (file: string) =>
    ({ line, field, code, reason }: Rejection): void => {
      if (this.lastRejected !== `${file}:${line}`) this.rejectedLines += 1;
      this.lastRejected = `${file}:${line}`;
      console.error(`${file}:${line}: ${field === '' ? '' : `${field}: `}${reason} (${code})`);
    };

  readonly leftOut =
    (file: string) =>
    (name: string): void => {
      if (this.names.has(`${file} ${name}`)) return;
      this.names.add(`${file} ${name}`);
      console.error(`${file}: \`${name}\` is of no use here and left out.`);
    };
}

async function supplyOf({ supply, now, clearedUntil }: Settings, remarks: Remarks): Promise<Candidate[]> {
  const ids = new LineIds('assistantId');
  const defaults = { now, clearedUntil, leftOut: remarks.leftOut(supply) };
  const read = (value: unknown, line: number) => candidateOf(value, line, ids, defaults);
  const candidates: Candidate[] = [];
  for await (const candidate of readJsonLines(supply, read, remarks.rejected(supply))) {
    if (candidate !== null) candidates.push(candidate);
  }
  const uncleared = candidates.filter((candidate) => candidate.clearedUntil === null).length;
  if (uncleared > 0) console.error(`${supply}: ${uncleared} without a clearance (see --cleared-until).`);
  return candidates;
}

/** @returns how many needs were ranked */
async function answer(settled: Settings, candidates: readonly Candidate[], remarks: Remarks): Promise<number> {
  const { needs, now, limits } = settled;
  const context = {
    rates: referenceRates,
    marketplaceQuality: marketplaceQualityOf(candidates.map(({ reviews }) => reviews)),
    now,
    indicativeMinutes: new Map(catalogueDuties.map((duty) => [duty.code, duty.indicativeMinutes])),
  };
  const cache = new CalendarCache(Math.max(1, candidates.length));
  const ids = new LineIds('needId');
  const read = (value: unknown, line: number) => needOf(value, line, ids, { now, leftOut: remarks.leftOut(needs) });
  let ranked = 0;
  for await (const need of readJsonLines(needs, read, remarks.rejected(needs))) {
    const excluded: { assistantId: string; reason: string }[] = [];
    const shortlist = rank(need, candidates, context, cache, limits, ({ assistantId }, reason) => {
      excluded.push({ assistantId, reason });
    });
    if (!process.stdout.write(answerOf(need, shortlist, excluded))) await once(process.stdout, 'drain');
    ranked += 1;
  }
  return ranked;
}

async function main(): Promise<number> {
  const settled = settings();
  if (settled === null) {
    console.log(usage);
    return 0;
  }
  const remarks = new Remarks();
  const candidates = await supplyOf(settled, remarks);
  const ranked = await answer(settled, candidates, remarks);
  const { rejectedLines } = remarks;
  console.error(`Needs ranked: ${ranked}. Assistants: ${candidates.length}. Lines not taken: ${rejectedLines}.`);
  return ranked > 0 ? 0 : 1;
}

// Whoever reads only the first lines has had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  const isUnreadable = 'syscall' in error;
  const isMisused = error instanceof UsageError || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  if (!isUnreadable && !isMisused) throw error;
  console.error(isUnreadable ? error.message : `${error.message}\n${usage}`);
  process.exitCode = misuse;
}
