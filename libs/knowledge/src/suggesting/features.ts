import type { Word } from './words.js';

/** What a text says in three ways, each with a vector space: telling words by their stems, pieces of words, concepts. */
export const spaceNames = ['stems', 'characterNGrams', 'concepts'] as const;
export type SpaceName = (typeof spaceNames)[number];

/** A feature of a text: how strongly it is said, and by which of the words. */
export interface Feature {
  readonly key: string;
  readonly weight: number;
  readonly words: readonly Word[];
}
export interface Features extends Readonly<Record<SpaceName, readonly Feature[]>> {
  /** The stems of all words, stop words too, and of each two in a row: unigrams and bigrams. */
  readonly wordNGrams: readonly Feature[];
  /** How many words say it, small ones too. */
  readonly wordCount: number;
}

/** What a passage of the catalogue says. Its telling words stand for their n-grams, of which there are too many for an object each. */
export interface PassageFeatures extends Omit<Features, 'characterNGrams'> {
  readonly spellings: readonly string[];
}

/** Each feature once: what is said twice is said twice, though not twice as much. */
export function withoutRepetition(features: readonly Feature[]): Feature[] {
  const byKey = new Map<string, Feature>();
  const repeated = new Set<string>();
  for (const feature of features) {
    const known = byKey.get(feature.key);
    if (known !== undefined) repeated.add(feature.key);
    byKey.set(feature.key, known === undefined ? feature : merged(known, feature));
  }
  for (const key of repeated) {
    const one = byKey.get(key)!;
    if (one.weight > 1) byKey.set(key, { ...one, weight: weightOfRepeated(one.weight) });
  }
  return [...byKey.values()];
}

export const weightOfRepeated = (times: number): number => 1 + Math.log(times);

const merged = (one: Feature, other: Feature): Feature => {
  return { key: one.key, weight: one.weight + other.weight, words: [...one.words, ...other.words] };
};
