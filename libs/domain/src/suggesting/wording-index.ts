import type { Passage } from './wording.js';
import { type Features, type Reading, type SpaceName, spaceNames, weightsOf } from './reading.js';
import type { Word } from './words.js';
import { buildSpace, type FeatureWeights, lengthOf, type VectorSpace } from './vector-space.js';

/** The wording of some entries, in a space for each kind of feature. */
export interface WordingIndex {
  readonly entryCount: number;
  readonly spaces: Readonly<Record<SpaceName, VectorSpace>>;
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
 * Found by the half of the judged needs that is there for it (tools/bench/plain-words), and held against leaving out a
 * fifth of the catalogue's phrases in turn and looking where they would lead.
 */
const spaceWeights: Readonly<Record<SpaceName, SpaceWeights>> = {
  stems: { whole: 0.03, nearest: 0.93, unsaid: 60 },
  grams: { whole: 1, nearest: 0.67, unsaid: 96 },
  concepts: { whole: 1, nearest: 0.33, unsaid: 60 },
};
/** What the nearest passage of an entry, the second and the third count for: one alone may be a coincidence. */
const nearestShares = [0.75, 0.3, 0.18] as const;

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
    const { entriesOf, passagesOf } = spaces[name];
    const { whole, nearest } = spaceWeights[name];
    const weights = weightsOf(said[name]);
    const length = saidLength(weights, name, spaces);
    for (const [feature, weight] of weights) {
      const value = (weight * spaces[name].rarity(feature)) / length;
      for (const [entry, share] of entriesOf.get(feature) ?? []) scores[entry]! += whole * value * share;
      for (const [passage, share] of passagesOf.get(feature) ?? []) likeness[passage]! += nearest * value * share;
    }
  }
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

function saidLength(weights: FeatureWeights, name: SpaceName, spaces: WordingIndex['spaces']): number {
  return Math.hypot(lengthOf(weights, spaces[name].rarity), spaceWeights[name].unsaid);
}

/** What each word adds to the score of one entry by the entry's wording as a whole. */
export function gainsOf(said: Features, { spaces }: WordingIndex, entry: number): Map<Word, number> {
  const gains = new Map<Word, number>();
  for (const name of spaceNames) {
    const { rarity, entriesOf } = spaces[name];
    const length = saidLength(weightsOf(said[name]), name, spaces);
    for (const { key, weight, words } of said[name]) {
      const share = entriesOf.get(key)?.find(([number]) => number === entry)?.[1] ?? 0;
      const gain = (evidenceWeight(name) * weight * rarity(key) * share) / (length * words.length);
      if (gain > 0) for (const word of words) gains.set(word, (gains.get(word) ?? 0) + gain);
    }
  }
  return gains;
}

const evidenceWeight = (name: SpaceName): number => spaceWeights[name].whole + spaceWeights[name].nearest;
