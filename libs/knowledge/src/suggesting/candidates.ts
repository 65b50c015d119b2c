import type { DutyMapping } from './duty-mapping.js';
import type { Feature, Features } from './features.js';
import { keepHighest } from './highest-values.js';
import { contributionsOf, type PassageIndex, type QueryVector, queryVectorOf, scoreEntries } from './passage-index.js';
import type { SearchIndex } from './search-index.js';
import type { SemanticScores } from './sentence-embeddings.js';
import type { Word } from './words.js';

/** A duty that may be meant, with its score. */
export interface Candidate {
  readonly dutyCode: string;
  readonly score: number;
  /** What each word adds. */
  readonly contributions: () => ReadonlyMap<Word, number>;
}

export interface CandidateSearch {
  readonly candidates: readonly Candidate[];
  /** The best score of a topic that no duty is about. */
  readonly outOfScope: number;
  /** The mean score of the own duties: how much the text speaks of work like theirs at all. */
  readonly background: number;
}

/** What the clauses nearest to a duty, the first and the second, count for beside the text as a whole. */
const clauseWeights = [0.07, 0.3] as const;
/** What an imported entry's own few words count beside a full mapping to own duties, and what they count without one. */
const ownWordsWeight = { besideMappings: 0.15, alone: 0.75 } as const;
/** What the second of the own duties that an entry is mapped to adds. */
const secondMappingWeight = 0.2;

/** A text as seen from an index. */
interface QueryScores {
  readonly whole: QueryVector;
  readonly scores: Float64Array;
  readonly semantic: SemanticScores | null;
}

/**
 * @param clauses the features of each clause
 * @param semantic what an encoder of sentences makes of them, if there is one
 */
export function findCandidates(
  clauses: readonly Features[],
  index: SearchIndex,
  semantic: SemanticScores | null,
): CandidateSearch {
  const own = scoreQuery(clauses, index.own, semantic);
  const count = index.dutyCodes.length;
  return {
    candidates: [...ownCandidates(own, index), ...importedCandidates(clauses, own, index)],
    outOfScope: Math.max(...own.scores.subarray(count)),
    background: own.scores.subarray(0, count).reduce((sum, score) => sum + score, 0) / Math.max(1, count),
  };
}

function ownCandidates(query: QueryScores, { dutyCodes, offersOwnDuties, own }: SearchIndex): Candidate[] {
  if (!offersOwnDuties) return [];
  return dutyCodes.map((dutyCode, duty): Candidate => {
    return { dutyCode, score: query.scores[duty]!, contributions: () => ownContributions(query, own, duty) };
  });
}

/** What the words say, and what the clause means that is nearest: where hardly a word tells, all of the clause shows. */
function ownContributions({ whole, semantic }: QueryScores, own: PassageIndex, duty: number): Map<Word, number> {
  const contributions = contributionsOf(whole, own, duty);
  semantic?.contributionsOf(duty).forEach((value, word) => {
    contributions.set(word, (contributions.get(word) ?? 0) + value);
  });
  return contributions;
}

function importedCandidates(clauses: readonly Features[], own: QueryScores, index: SearchIndex): Candidate[] {
  const { ids, mappings, index: imported } = index.imported;
  if (ids.length === 0) return [];
  const inOwnWords = scoreQuery(clauses, imported, null);
  return ids.map((dutyCode, entry): Candidate => {
    const mapped = mappings[entry]![0]?.weight ?? 0;
    const ownWeight = mapped * ownWordsWeight.besideMappings + (1 - mapped) * ownWordsWeight.alone;
    const score = mappedScore(mappings[entry]!, own.scores) + ownWeight * inOwnWords.scores[entry]!;
    const contributions = (): Map<Word, number> => {
      const sum = contributionsOf(inOwnWords.whole, imported, entry);
      for (const [word, value] of sum) sum.set(word, value * ownWeight);
      for (const mapping of mappings[entry]!) {
        addHighest(sum, ownContributions(own, index.own, mapping.own), mapping.weight);
      }
      return sum;
    };
    return { dutyCode, score, contributions };
  });
}

function mappedScore(mappings: readonly DutyMapping[], scores: Float64Array): number {
  const [best = 0, second = 0] = mappings
    .map(({ own, weight }) => weight * scores[own]!)
    .sort((one, other) => other - one);
  return best + secondMappingWeight * second;
}

function addHighest(sum: Map<Word, number>, contributions: ReadonlyMap<Word, number>, weight: number): void {
  for (const [word, value] of contributions) sum.set(word, Math.max(sum.get(word) ?? 0, weight * value));
}

/** The text as a whole, and the clauses that come nearest: one complaint among others is not lost in them. */
function scoreQuery(clauses: readonly Features[], index: PassageIndex, semantic: SemanticScores | null): QueryScores {
  const whole = queryVectorOf(joined(clauses), index);
  const scores = plus(scoreEntries(whole, index), semantic?.whole);
  const perClause =
    clauses.length === 1
      ? [scores]
      : clauses.map((said, at) => plus(scoreEntries(queryVectorOf(said, index), index), semantic?.clauses[at]));
  const [first, second] = [new Float64Array(scores.length), new Float64Array(scores.length)];
  for (const ofClause of perClause) ofClause.forEach((score, entry) => keepHighest([first, second], entry, score));
  const withClauses = scores.map((score, entry) => {
    return score + clauseWeights[0] * first[entry]! + clauseWeights[1] * second[entry]!;
  });
  return { whole, scores: withClauses, semantic };
}

const plus = (scores: Float64Array, more: Float64Array | null | undefined): Float64Array =>
  more ? scores.map((score, entry) => score + more[entry]!) : scores;

function joined(clauses: readonly Features[]): Features {
  const flat = (name: keyof Features): Feature[] => clauses.flatMap((said) => said[name]);
  return {
    stems: flat('stems'),
    characterNGrams: flat('characterNGrams'),
    concepts: flat('concepts'),
    wordNGrams: flat('wordNGrams'),
  };
}
