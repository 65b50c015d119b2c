import type { Loan } from './borrowing.js';
import type { ImportedPart, Lexicon } from './lexicon.js';
import type { Features, SpaceName } from './reading.js';
import { gainsOf, scoreWording, type WordingIndex } from './wording-index.js';
import type { Word } from './words.js';

/** A duty that may be meant, and how near the text comes to it. */
export interface Candidate {
  readonly dutyCode: string;
  readonly score: number;
  /** What each word adds. */
  readonly gains: (said: Features) => ReadonlyMap<Word, number>;
}

/** What the clauses nearest to a duty, the first and the second, count for beside the text as a whole. */
const clauseShares = [0.18, 0.3] as const;
/** What an imported entry's own few words count beside what it borrows. */
const ownWordsShare = 0.3;
/** What the second of the own duties that an entry borrows from adds. */
const secondLoanShare = 0.4;

export interface Found {
  readonly candidates: readonly Candidate[];
  /** How near the text comes to what no duty is about. */
  readonly elsewhere: number;
  /** The mean score of the own duties: how much the text speaks of work like theirs at all. */
  readonly ordinary: number;
}

/** @param clauses what each clause says */
export function findCandidates(clauses: readonly Features[], lexicon: Lexicon): Found {
  const own = scoreClauses(clauses, lexicon.own);
  const count = lexicon.dutyCodes.length;
  return {
    candidates: [...ownCandidates(own, lexicon), ...importedCandidates(clauses, own, lexicon)],
    elsewhere: Math.max(...own.subarray(count)),
    ordinary: own.subarray(0, count).reduce((sum, score) => sum + score, 0) / Math.max(1, count),
  };
}

function ownCandidates(scores: Float64Array, { dutyCodes, offersOwnDuties, own }: Lexicon): Candidate[] {
  if (!offersOwnDuties) return [];
  return dutyCodes.map((dutyCode, duty): Candidate => {
    return { dutyCode, score: scores[duty]!, gains: (said) => gainsOf(said, own, duty) };
  });
}

function importedCandidates(clauses: readonly Features[], own: Float64Array, lexicon: Lexicon): Candidate[] {
  const { ids, loans, index } = lexicon.imported;
  if (ids.length === 0) return [];
  const inOwnWords = scoreClauses(clauses, index);
  return ids.map((dutyCode, entry): Candidate => {
    const score = lent(loans[entry]!, own) + ownWordsShare * inOwnWords[entry]!;
    return { dutyCode, score, gains: (said) => gainsOfImported(said, entry, lexicon.imported, lexicon.own) };
  });
}

function lent(loans: readonly Loan[], own: Float64Array): number {
  const [best = 0, second = 0] = loans.map((loan) => loan.share * own[loan.own]!).sort((one, other) => other - one);
  return best + secondLoanShare * second;
}

function gainsOfImported(
  said: Features,
  entry: number,
  { index, loans }: ImportedPart,
  own: WordingIndex,
): Map<Word, number> {
  const gains = gainsOf(said, index, entry);
  for (const [word, gain] of gains) gains.set(word, gain * ownWordsShare);
  for (const loan of loans[entry]!) {
    for (const [word, gain] of gainsOf(said, own, loan.own)) {
      gains.set(word, Math.max(gains.get(word) ?? 0, loan.share * gain));
    }
  }
  return gains;
}

/** The text as a whole, and the clauses that come nearest: one complaint among others is not lost in them. */
function scoreClauses(clauses: readonly Features[], index: WordingIndex): Float64Array {
  const scores = scoreWording(joined(clauses), index);
  const perClause = clauses.length === 1 ? [scores.slice()] : clauses.map((said) => scoreWording(said, index));
  return scores.map((whole, entry) => {
    const [first = 0, second = 0] = bestTwo(perClause, entry);
    return whole + clauseShares[0] * first + clauseShares[1] * second;
  });
}

function bestTwo(perClause: readonly Float64Array[], entry: number): readonly [number, number] {
  let [first, second] = [0, 0];
  for (const scores of perClause) {
    const score = scores[entry]!;
    if (score > first) [first, second] = [score, first];
    else if (score > second) second = score;
  }
  return [first, second];
}

function joined(clauses: readonly Features[]): Features {
  if (clauses.length === 1) return clauses[0]!;
  const flat = (name: SpaceName): Features[SpaceName] => clauses.flatMap((said) => said[name]);
  return { stems: flat('stems'), grams: flat('grams'), concepts: flat('concepts') };
}
