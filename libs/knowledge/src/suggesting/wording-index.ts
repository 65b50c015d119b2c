import type { Passage } from './wording.js';
import { type Features, gathered, type Reading, type SpaceName, spaceNames } from './reading.js';
import type { Word } from './words.js';
import { Bm25 } from './bm25.js';
import { VectorSpace } from './vector-space.js';
import { type NumberedPassage, Vocabulary } from './vocabulary.js';

/** The wording of some entries, in a space for each kind of feature. */
export interface WordingIndex {
  readonly entryCount: number;
  readonly spaces: Readonly<Record<SpaceName, VectorSpace>>;
  readonly turns: Bm25;
  /** The entry of each passage, and whether it may be compared as a whole. */
  readonly passages: readonly { readonly entry: number; readonly sayable: boolean }[];
}

interface SpaceWeights {
  /** What the direction of an entry's whole wording counts for. */
  readonly whole: number;
  /** What being near to single passages counts for. */
  readonly nearest: number;
  /**
   * Taken for said besides what was: a text that says little is near to nothing, however well its one word fits. In the
   * unit of a text's length, which is 10 to 20 for a sentence's stems and twice that for its grams.
   */
  readonly unsaid: number;
}

/**
 * Found by the judged needs that are there for it (tools/bench/plain-words). The spec holds a floor for phrases
 * that are left out of the catalogue.
 */
const spaceWeights: Readonly<Record<SpaceName, SpaceWeights>> = {
  stems: { whole: 0.5, nearest: 0.75, unsaid: 60 },
  grams: { whole: 0.7, nearest: 1.5, unsaid: 96 },
  concepts: { whole: 2.5, nearest: 0.7, unsaid: 42 },
};
/** What the nearest passage of an entry, the second and the third count for: one alone may be a coincidence. */
const nearestShares = [0.75, 0.15, 0.15] as const;

/** What a turn of speech counts for beside them. */
const turnWeight = 0.028;

/** @param passages in the order of their entries */
export function indexWording(entryCount: number, passages: readonly Passage[], reading: Reading): WordingIndex {
  const kinds = [...spaceNames, 'turns'] as const;
  const vocabularies = kinds.map(() => new Vocabulary());
  const numbered = kinds.map((): NumberedPassage[] => []);
  for (const { entry, weight, words, language } of passages) {
    const features = reading.learn(words, language);
    kinds.forEach((kind, at) => {
      numbered[at]!.push(vocabularies[at]!.number(entry, weight, gathered(features[kind])));
    });
  }
  const [stems, grams, concepts] = spaceNames.map((_, at) => VectorSpace.build(vocabularies[at]!, numbered[at]!));
  return {
    entryCount,
    spaces: { stems: stems!, grams: grams!, concepts: concepts! },
    turns: Bm25.build(entryCount, vocabularies.at(-1)!, numbered.at(-1)!),
    passages: passages.map(({ entry, sayable }) => ({ entry, sayable })),
  };
}

/** A feature of a text that stands somewhere in the wording, with its part of the text's direction. */
interface WeighedFeature {
  readonly feature: number;
  readonly part: number;
  readonly words: readonly Word[];
}
/** What a text says, seen from a wording. */
export interface Weighed extends Readonly<Record<SpaceName, readonly WeighedFeature[]>> {
  readonly turns: readonly WeighedFeature[];
}

export function weigh(said: Features, { spaces, turns }: WordingIndex): Weighed {
  const inSpace = (name: SpaceName): WeighedFeature[] => {
    const features = gathered(said[name]).map(({ key, weight, words }) => {
      const feature = spaces[name].featureOf(key);
      return { feature, value: weight * spaces[name].rarityOf(feature), words };
    });
    const squares = features.reduce((sum, { value }) => sum + value * value, 0);
    const length = Math.sqrt(squares + spaceWeights[name].unsaid ** 2);
    return features.flatMap(({ feature, value, words }) => {
      return feature === undefined ? [] : [{ feature, part: value / length, words }];
    });
  };
  const known = said.turns.flatMap(({ key, weight, words }) => {
    const feature = turns.featureOf(key);
    return feature === undefined ? [] : [{ feature, part: turnWeight * weight, words }];
  });
  return { stems: inSpace('stems'), grams: inSpace('grams'), concepts: inSpace('concepts'), turns: known };
}

/** How near what was said comes to each entry, from 0 at nothing in common. */
export function scoreWording(said: Weighed, { entryCount, spaces, turns, passages }: WordingIndex): Float64Array {
  const scores = new Float64Array(entryCount);
  const likeness = new Float64Array(passages.length);
  for (const name of spaceNames) {
    const { whole, nearest } = spaceWeights[name];
    for (const { feature, part } of said[name]) {
      spaces[name].entries.addTo(scores, feature, whole * part);
      spaces[name].passages.addTo(likeness, feature, nearest * part);
    }
  }
  for (const { feature, part } of said.turns) turns.worths.addTo(scores, feature, part);
  addNearest(likeness, passages, scores);
  return scores;
}

function addNearest(likeness: Float64Array, passages: WordingIndex['passages'], scores: Float64Array): void {
  const nearest = nearestShares.map(() => new Float64Array(scores.length));
  passages.forEach(({ entry, sayable }, number) => {
    let value = sayable ? likeness[number]! : 0;
    for (const best of nearest) {
      if (value > best[entry]!) [best[entry], value] = [value, best[entry]!];
    }
  });
  nearest.forEach((best, place) => {
    best.forEach((value, entry) => (scores[entry]! += nearestShares[place]! * value));
  });
}

/** What each word adds to the score of one entry, by the entry's wording as a whole. */
export function gainsOf(said: Weighed, { spaces, turns }: WordingIndex, entry: number): Map<Word, number> {
  const gains = new Map<Word, number>();
  const add = (words: readonly Word[], gain: number): void => {
    if (gain > 0) for (const word of words) gains.set(word, (gains.get(word) ?? 0) + gain / words.length);
  };
  for (const name of spaceNames) {
    const { whole, nearest } = spaceWeights[name];
    for (const { feature, part, words } of said[name]) {
      add(words, (whole + nearest) * part * spaces[name].entries.valueOf(feature, entry));
    }
  }
  for (const { feature, part, words } of said.turns) add(words, part * turns.worths.valueOf(feature, entry));
  return gains;
}
