import type { Feature, Features } from './features.js';
import { keepHighest } from './highest-values.js';
import { borrowedPart, borrowedScore, ownWeightBeside } from './duty-mapping.js';
import { contributionsOf, type PassageIndex, type QueryVector, queryVectorOf, scoreEntries } from './passage-index.js';
import type { ScopeSigns } from './scope-evidence.js';
import type { SearchIndex } from './search-index.js';
import type { Word } from './words.js';

/** What a text, or a clause of it, scores. */
export interface Heard {
  /** Of each candidate: the own duties, where they are offered, and then the imported ones. */
  readonly scores: Float64Array;
  /**
   * The same by which is told whether words are about duties at all: what borrows of own duties scores by these alone, as its own few words stand
   * in many texts that ask for something else.
   */
  readonly scopeScores: Float64Array;
  /** The best score of a topic that no duty is about. */
  readonly outOfScope: number;
  /** The mean score of the own duties: how much is spoken of work like theirs at all. */
  readonly background: number;
  readonly wordCount: number;
  readonly signs: ScopeSigns;
}

export interface CandidateSearch {
  readonly codes: readonly string[];
  /** The text as a whole, and the clauses that come nearest: one complaint among others is not lost in them. */
  readonly whole: Heard;
  /** The same of each clause alone; the whole where there is but one. */
  readonly clauses: readonly Heard[];
  /** What each word adds to the score of a candidate. */
  readonly contributionsOf: (candidate: number) => ReadonlyMap<Word, number>;
}

/** What the clauses nearest to a duty, the first and the second, count for beside the text as a whole. */
const clauseWeights = [0.07, 0.3] as const;

/** @param clauses the features of each clause */
export function findCandidates(clauses: readonly Features[], index: SearchIndex): CandidateSearch {
  const own = scoreQuery(clauses, index.own);
  const imported = index.imported.ids.length === 0 ? null : scoreImported(clauses, index.imported);
  const heard = (
    ofOwn: Float64Array,
    ofImported: Float64Array | undefined,
    wordCount: number,
    said: QueryVector,
  ): Heard => ({
    scores: candidateScores(ofOwn, ofImported ?? null, index),
    scopeScores: scopeScores(ofOwn, ofImported ?? null, index),
    outOfScope: Math.max(0, ...ofOwn.subarray(index.dutyCodes.length)),
    background: meanOf(ofOwn.subarray(0, index.dutyCodes.length)),
    wordCount,
    signs: index.scope.signsOf(said),
  });
  const counts = clauses.map(({ wordCount }) => wordCount);
  return {
    codes: [...(index.offersOwnDuties ? index.dutyCodes : []), ...index.imported.ids],
    whole: heard(
      own.scores,
      imported?.scores,
      counts.reduce((sum, count) => sum + count, 0),
      own.whole,
    ),
    clauses: own.perClause.map((scores, at) => heard(scores, imported?.perClause[at], counts[at]!, own.vectors[at]!)),
    contributionsOf: (candidate) => contributionsTo(candidate, own.whole, imported?.whole ?? null, index),
  };
}

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function candidateScores(own: Float64Array, inOwnWords: Float64Array | null, index: SearchIndex): Float64Array {
  const { offersOwnDuties, dutyCodes, imported } = index;
  const offered = offersOwnDuties ? dutyCodes.length : 0;
  const scores = new Float64Array(offered + imported.ids.length);
  scores.set(own.subarray(0, offered));
  imported.mappings.forEach((mappings, entry) => {
    scores[offered + entry] = borrowedScore(mappings, own) + ownWeightBeside(mappings) * inOwnWords![entry]!;
  });
  return scores;
}

function scopeScores(own: Float64Array, inOwnWords: Float64Array | null, index: SearchIndex): Float64Array {
  const { offersOwnDuties, dutyCodes, imported } = index;
  const offered = offersOwnDuties ? dutyCodes.length : 0;
  const scores = new Float64Array(offered + imported.ids.length);
  scores.set(own.subarray(0, offered));
  imported.mappings.forEach((mappings, entry) => {
    scores[offered + entry] = borrowedScore(mappings, own) + (1 - borrowedPart(mappings)) * inOwnWords![entry]!;
  });
  return scores;
}

function contributionsTo(
  candidate: number,
  own: QueryVector,
  inOwnWords: QueryVector | null,
  index: SearchIndex,
): ReadonlyMap<Word, number> {
  const entry = candidate - (index.offersOwnDuties ? index.dutyCodes.length : 0);
  if (entry < 0 || inOwnWords === null) return contributionsOf(own, index.own, candidate);
  const mappings = index.imported.mappings[entry]!;
  const sum = contributionsOf(inOwnWords, index.imported.index, entry);
  for (const [word, value] of sum) sum.set(word, value * ownWeightBeside(mappings));
  for (const mapping of mappings) addHighest(sum, contributionsOf(own, index.own, mapping.own), mapping.weight);
  return sum;
}

function addHighest(sum: Map<Word, number>, contributions: ReadonlyMap<Word, number>, weight: number): void {
  for (const [word, value] of contributions) sum.set(word, Math.max(sum.get(word) ?? 0, weight * value));
}

interface QueryScores {
  readonly whole: QueryVector;
  readonly scores: Float64Array;
  readonly perClause: readonly Float64Array[];
  /** Of each clause. */
  readonly vectors: readonly QueryVector[];
}

function scoreQuery(clauses: readonly Features[], index: PassageIndex): QueryScores {
  const whole = queryVectorOf(joined(clauses), index);
  const scores = scoreEntries(whole, index);
  const vectors = clauses.length === 1 ? [whole] : clauses.map((said) => queryVectorOf(said, index));
  const perClause = clauses.length === 1 ? [scores] : vectors.map((vector) => scoreEntries(vector, index));
  const [first, second] = [new Float64Array(scores.length), new Float64Array(scores.length)];
  for (const ofClause of perClause) ofClause.forEach((score, entry) => keepHighest([first, second], entry, score));
  const withClauses = scores.map((score, entry) => {
    return score + clauseWeights[0] * first[entry]! + clauseWeights[1] * second[entry]!;
  });
  return { whole, scores: withClauses, perClause: clauses.length === 1 ? [withClauses] : perClause, vectors };
}

/** What labels alone tell, and beside it what the spelling, concepts and other wording of an entry do. */
const besideLabels = 0.15;

function scoreImported(clauses: readonly Features[], { index, labels }: SearchIndex['imported']): QueryScores {
  const found = scoreQuery(clauses, index);
  const mixed = (scores: Float64Array, said: readonly Features[]): Float64Array => {
    const byLabel = labels.score(said.flatMap(({ stems }) => stems));
    return scores.map((score, entry) => byLabel[entry]! + besideLabels * score);
  };
  const scores = mixed(found.scores, clauses);
  const perClause = clauses.length === 1 ? [scores] : found.perClause.map((each, at) => mixed(each, [clauses[at]!]));
  return { ...found, scores, perClause };
}

function joined(clauses: readonly Features[]): Features {
  const flat = (name: 'stems' | 'characterNGrams' | 'concepts' | 'wordNGrams'): Feature[] =>
    clauses.flatMap((said) => said[name]);
  return {
    stems: flat('stems'),
    characterNGrams: flat('characterNGrams'),
    concepts: flat('concepts'),
    wordNGrams: flat('wordNGrams'),
    wordCount: clauses.reduce((sum, { wordCount }) => sum + wordCount, 0),
  };
}
