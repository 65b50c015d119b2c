import type { PassageVector } from './vocabulary.js';

/** What the passages of an entry add up to, for each feature that they have, in the order in which these come. */
export interface EntrySums {
  readonly entry: number;
  readonly features: readonly number[];
  readonly sums: Float64Array;
}

/**
 * @param passages those of an entry in a row
 * @param valueOf what a passage adds for the feature at this place of its own
 */
export function sumByEntry(
  passages: readonly PassageVector[],
  featureCount: number,
  valueOf: (passage: number, at: number) => number,
): EntrySums[] {
  const sums = new Float64Array(featureCount);
  const found: EntrySums[] = [];
  let features: number[] = [];
  const lastOf = new Uint32Array(featureCount);
  passages.forEach((passage, number) => {
    passage.features.forEach((feature, at) => {
      if (lastOf[feature] !== found.length + 1) {
        lastOf[feature] = found.length + 1;
        sums[feature] = 0;
        features.push(feature);
      }
      sums[feature]! += valueOf(number, at);
    });
    if (passages[number + 1]?.entry === passage.entry) return;
    found.push({ entry: passage.entry, features, sums: Float64Array.from(features, (feature) => sums[feature]!) });
    features = [];
  });
  return found;
}

/** In how many entries each feature stands. */
export function entryCounts(entries: readonly EntrySums[], featureCount: number): Uint32Array {
  const counts = new Uint32Array(featureCount);
  for (const { features } of entries) for (const feature of features) counts[feature]! += 1;
  return counts;
}
