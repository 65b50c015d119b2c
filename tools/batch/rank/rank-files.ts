import { CalendarCache, type Candidate, marketplaceQualityOf, type NeedToMatch, rank } from '#domain';
import { catalogueDuties } from '#knowledge/catalogue';
import { referenceRates } from '#knowledge/rates';
import { isMisuse, misuse } from '../command-line.js';
import { readJsonLines } from '../json-lines.js';
import { answerOf } from './answer-line.js';
import { LineIds } from './line-ids.js';
import { needOf } from './need-line.js';
import { Remarks } from './remarks.js';
import { type Settings, settingsFrom, usage } from './settings.js';
import { candidateOf } from './supply-line.js';

/** Where the answers and the remarks go. */
export interface Output {
  /** Takes text that ends with a line; settles when there is room for more. */
  answer(text: string): Promise<void>;
  /** Takes a line without its end. */
  remark(line: string): void;
}

const afterAllNeeds = '9999-12-31T23:59:59.000Z';

/**
 * Ranks assistants for needs without a server and without a database: JSON Lines in and out, in the form of docs/batch.md.
 * @returns the exit code
 */
export async function rankFiles(args: readonly string[], output: Output): Promise<number> {
  try {
    const settings = settingsFrom(args);
    if (settings !== null) return await rankAll(settings, output);
    await output.answer(`${usage}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const isUnreadable = 'syscall' in error;
    if (!isUnreadable && !isMisuse(error)) throw error;
    output.remark(isUnreadable ? error.message : `${error.message}\n${usage}`);
    return misuse;
  }
}

async function rankAll(settings: Settings, output: Output): Promise<number> {
  const remarks = new Remarks((text) => output.remark(text), settings.now);
  const candidates = await supplyOf(settings, remarks);
  const ranked = await answer(settings, candidates, remarks, output);
  const { rejectedLines } = remarks;
  remarks.say(`Needs ranked: ${ranked}. Assistants: ${candidates.length}. Lines not taken: ${rejectedLines}.`);
  return ranked > 0 ? 0 : 1;
}

async function supplyOf({ supply, now, clearedUntil }: Settings, remarks: Remarks): Promise<Candidate[]> {
  const ids = new LineIds('assistantId');
  let unsaid = 0;
  const whenUnsaid = (): string => {
    unsaid += 1;
    return clearedUntil ?? afterAllNeeds;
  };
  const defaults = { now, clearedUntil: whenUnsaid, leftOut: remarks.leftOut(supply) };
  const read = (value: unknown, line: number) => candidateOf(value, line, ids, defaults);
  const candidates: Candidate[] = [];
  for await (const candidate of readJsonLines(supply, read, remarks.rejected(supply))) {
    if (candidate !== null) candidates.push(candidate);
  }
  if (unsaid > 0 && clearedUntil === null) {
    remarks.say(
      `${supply}: Without a word about a clearance: ${unsaid}. It isn't held against them; see --cleared-until.`,
    );
  }
  return candidates;
}

/** @returns how many needs were ranked */
async function answer(
  { needs, now, limits }: Settings,
  candidates: readonly Candidate[],
  remarks: Remarks,
  output: Output,
): Promise<number> {
  const context = {
    rates: referenceRates(),
    marketplaceQuality: marketplaceQualityOf(candidates.map(({ reviews }) => reviews)),
    now,
    indicativeMinutes: new Map(catalogueDuties.map((duty) => [duty.code, duty.indicativeMinutes])),
  };
  const cache = new CalendarCache(Math.max(1, candidates.length));
  const ids = new LineIds('needId');
  const done = new Set(candidates.flatMap(({ dutyCodes }) => dutyCodes));
  const read = (value: unknown, line: number) => needOf(value, line, ids, { now, leftOut: remarks.leftOut(needs) });
  let ranked = 0;
  for await (const need of readJsonLines(needs, read, remarks.rejected(needs))) {
    for (const code of dutiesOf(need)) {
      if (!done.has(code)) remarks.once(`${needs}: nobody of the supply does \`${code}\`.`);
    }
    const excluded: { assistantId: string; reason: string }[] = [];
    const shortlist = rank(need, candidates, context, cache, limits, ({ assistantId }, reason) => {
      excluded.push({ assistantId, reason });
    });
    await output.answer(answerOf(need, shortlist, excluded));
    ranked += 1;
  }
  return ranked;
}

const dutiesOf = ({ lines }: NeedToMatch): string[] => lines.map(({ dutyCode }) => dutyCode);
