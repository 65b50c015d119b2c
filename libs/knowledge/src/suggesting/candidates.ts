import type { Loan } from './borrowing.js';
import type { Lexicon } from './lexicon.js';
import type { SaidMeaning } from './meaning.js';
import type { Feature, Features } from './reading.js';
import { gainsOf, scoreWording, type Weighed, weigh, type WordingIndex } from './wording-index.js';
import type { Word } from './words.js';

/** A duty that may be meant, and how near the text comes to it. */
export interface Candidate {
  readonly dutyCode: string;
  readonly score: number;
  /** What each word adds. */
  readonly gains: () => ReadonlyMap<Word, number>;
}

export interface Found {
  readonly candidates: readonly Candidate[];
  /** How near the text comes to what no duty is about. */
  readonly elsewhere: number;
  /** The mean score of the own duties: how much the text speaks of work like theirs at all. */
  readonly ordinary: number;
}

/** What the clauses nearest to a duty, the first and the second, count for beside the text as a whole. */
const clauseShares = [0.07, 0.3] as const;
/** What an imported entry's own few words count beside what it borrows in full, and what they count where it borrows nothing. */
const ownWordsShare = { besideLoans: 0.15, alone: 0.75 } as const;
/** What the second of the own duties that an entry borrows from adds. */
const secondLoanShare = 0.2;

/** A text as seen from a wording. */
interface Heard {
  readonly whole: Weighed;
  readonly scores: Float64Array;
  readonly meaning: SaidMeaning | null;
}

/**
 * @param clauses what each clause says
 * @param meaning what an encoder of sentences makes of them, if there is one
 */
export function findCandidates(clauses: readonly Features[], lexicon: Lexicon, meaning: SaidMeaning | null): Found {
  const own = hear(clauses, lexicon.own, meaning);
  const count = lexicon.dutyCodes.length;
  return {
    candidates: [...ownCandidates(own, lexicon), ...importedCandidates(clauses, own, lexicon)],
    elsewhere: Math.max(...own.scores.subarray(count)),
    ordinary: own.scores.subarray(0, count).reduce((sum, score) => sum + score, 0) / Math.max(1, count),
  };
}

function ownCandidates(own: Heard, { dutyCodes, offersOwnDuties, own: wording }: Lexicon): Candidate[] {
  if (!offersOwnDuties) return [];
  return dutyCodes.map((dutyCode, duty): Candidate => {
    return { dutyCode, score: own.scores[duty]!, gains: () => ownGains(own, wording, duty) };
  });
}

/** What the words say, and what the clause means that is nearest: where hardly a word tells, all of the clause shows. */
function ownGains({ whole, meaning }: Heard, wording: WordingIndex, duty: number): Map<Word, number> {
  const gains = gainsOf(whole, wording, duty);
  meaning?.gainsOf(duty).forEach((gain, word) => gains.set(word, (gains.get(word) ?? 0) + gain));
  return gains;
}

function importedCandidates(clauses: readonly Features[], own: Heard, lexicon: Lexicon): Candidate[] {
  const { ids, loans, index } = lexicon.imported;
  if (ids.length === 0) return [];
  const inOwnWords = hear(clauses, index, null);
  return ids.map((dutyCode, entry): Candidate => {
    const borrowed = loans[entry]![0]?.share ?? 0;
    const ownShare = borrowed * ownWordsShare.besideLoans + (1 - borrowed) * ownWordsShare.alone;
    const score = lent(loans[entry]!, own.scores) + ownShare * inOwnWords.scores[entry]!;
    const gains = (): Map<Word, number> => {
      const sum = gainsOf(inOwnWords.whole, index, entry);
      for (const [word, gain] of sum) sum.set(word, gain * ownShare);
      for (const loan of loans[entry]!) addMost(sum, ownGains(own, lexicon.own, loan.own), loan.share);
      return sum;
    };
    return { dutyCode, score, gains };
  });
}

function lent(loans: readonly Loan[], own: Float64Array): number {
  const [best = 0, second = 0] = loans.map((loan) => loan.share * own[loan.own]!).sort((one, other) => other - one);
  return best + secondLoanShare * second;
}

function addMost(sum: Map<Word, number>, gains: ReadonlyMap<Word, number>, share: number): void {
  for (const [word, gain] of gains) sum.set(word, Math.max(sum.get(word) ?? 0, share * gain));
}

/** The text as a whole, and the clauses that come nearest: one complaint among others is not lost in them. */
function hear(clauses: readonly Features[], index: WordingIndex, meaning: SaidMeaning | null): Heard {
  const whole = weigh(joined(clauses), index);
  const scores = plus(scoreWording(whole, index), meaning?.whole);
  const perClause =
    clauses.length === 1
      ? [scores]
      : clauses.map((said, at) => plus(scoreWording(weigh(said, index), index), meaning?.clauses[at]));
  const withClauses = scores.map((score, entry) => {
    const [first, second] = bestTwo(perClause, entry);
    return score + clauseShares[0] * first + clauseShares[1] * second;
  });
  return { whole, scores: withClauses, meaning };
}

const plus = (scores: Float64Array, more: Float64Array | null | undefined): Float64Array =>
  more ? scores.map((score, entry) => score + more[entry]!) : scores;

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
  const flat = (name: keyof Features): Feature[] => clauses.flatMap((said) => said[name]);
  return { stems: flat('stems'), grams: flat('grams'), concepts: flat('concepts'), turns: flat('turns') };
}
