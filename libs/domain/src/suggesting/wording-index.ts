import type { Passage } from './wording.js';
import { type Features, type Reading, type SpaceName, spaceNames, weightsOf } from './reading.js';
import type { Word } from './words.js';
import { buildSpace, lengthOf, type VectorSpace } from './vector-space.js';

/** The wording of some entries, in a space for each kind of feature. */
export interface WordingIndex {
  readonly entryCount: number;
  readonly spaces: Readonly<Record<SpaceName, VectorSpace>>;
  /** The entry of each passage, and whether it may be compared as a whole. */
  readonly passages: readonly { readonly entry: number; readonly sayable: boolean }[];
}

/**
 * What the direction of an entry's whole wording counts for, per kind of feature, and what its nearest passages do. Found,
 * like the shares below, by leaving out a fifth of the catalogue's phrases in turn and looking where they would lead.
 */
const wholeWeights: Readonly<Record<SpaceName, number>> = { stems: 0.5, grams: 0.5, concepts: 1 };
const nearestWeight = 1;
/** What the nearest passage, the second and the third count for: one alone may be a coincidence. */
const nearestShares = [0.5, 0.3, 0.2] as const;

export function indexWording(entryCount: number, passages: readonly Passage[], reading: Reading): WordingIndex {
  const features = passages.map(({ words, language }) => reading.learn(words, language));
  const space = (name: SpaceName): VectorSpace =>
    buildSpace(passages.map(({ entry, weight }, at) => ({ entry, weight, features: weightsOf(features[at]![name]) })));
  return {
    entryCount,
    spaces: { stems: space('stems'), grams: space('grams'), concepts: space('concepts') },
    passages: passages.map(({ entry, sayable }) => ({ entry, sayable })),
  };
}

/** How near what was said comes to each entry, from 0 at nothing in common. */
export function scoreWording(said: Features, { entryCount, spaces, passages }: WordingIndex): Float64Array {
  const scores = new Float64Array(entryCount);
  const likeness = new Float64Array(passages.length);
  for (const name of spaceNames) {
    const { rarity, entriesOf, passagesOf } = spaces[name];
    const weights = weightsOf(said[name]);
    const norm = lengthOf(weights, rarity);
    for (const [feature, weight] of weights) {
      const value = (weight * rarity(feature)) / norm;
      for (const [entry, share] of entriesOf.get(feature) ?? []) scores[entry]! += wholeWeights[name] * value * share;
      for (const [passage, share] of passagesOf.get(feature) ?? []) likeness[passage]! += value * share;
    }
  }
  addNearest(likeness, passages, scores);
  return scores;
}

function addNearest(likeness: Float64Array, passages: WordingIndex['passages'], scores: Float64Array): void {
  const nearest = nearestShares.map(() => new Float64Array(scores.length));
  passages.forEach(({ entry, sayable }, number) => {
    let value = sayable ? likeness[number]! / spaceNames.length : 0;
    for (const best of nearest) {
      if (value > best[entry]!) [best[entry], value] = [value, best[entry]!];
    }
  });
  nearest.forEach((best, place) => {
    best.forEach((value, entry) => (scores[entry]! += nearestWeight * nearestShares[place]! * value));
  });
}

/** What each word adds to the score of one entry. */
export function gainsOf(said: Features, { spaces }: WordingIndex, entry: number): Map<Word, number> {
  const gains = new Map<Word, number>();
  for (const name of spaceNames) {
    const { rarity, entriesOf } = spaces[name];
    const norm = lengthOf(weightsOf(said[name]), rarity);
    for (const { key, weight, words } of said[name]) {
      const share = entriesOf.get(key)?.find(([number]) => number === entry)?.[1] ?? 0;
      const gain = (wholeWeights[name] * weight * rarity(key) * share) / (norm * words.length);
      if (gain > 0) for (const word of words) gains.set(word, (gains.get(word) ?? 0) + gain);
    }
  }
  return gains;
}
