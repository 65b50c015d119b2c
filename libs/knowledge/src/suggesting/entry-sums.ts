import type { PassageVectors } from './passage-vectors.js';

/** What an entry's passages add up to, for each feature that they have, in the order in which these come. Good until the next entry. */
type Visit = (entry: number, features: readonly number[], sums: Float64Array) => void;

interface Summing {
  readonly featureCount: number;
  /** What a passage adds for a feature: the weight of the passage, and what the feature counts for in it. */
  readonly valueOf: (weight: number, value: number, feature: number) => number;
  /** How what two passages add goes together; their sum unless said. */
  readonly together?: (one: number, other: number) => number;
}

/** Goes through the entries one by one; whoever needs them twice goes through them twice, as all of them together take much room. */
export function forEachEntry(
  vectors: PassageVectors,
  { featureCount, valueOf, together = add }: Summing,
  visit: Visit,
): void {
  const sums = new Float64Array(featureCount);
  const lastOf = new Uint32Array(featureCount);
  let [features, visited]: [number[], number] = [[], 1];
  for (let passage = 0; passage < vectors.count; passage += 1) {
    const [entry, weight, values] = [vectors.entryOf(passage), vectors.weightOf(passage), vectors.valuesOf(passage)];
    vectors.featuresOf(passage).forEach((feature, at) => {
      const value = valueOf(weight, values[at]!, feature);
      if (lastOf[feature] === visited) sums[feature] = together(sums[feature]!, value);
      else {
        lastOf[feature] = visited;
        sums[feature] = value;
        features.push(feature);
      }
    });
    if (passage + 1 < vectors.count && vectors.entryOf(passage + 1) === entry) continue;
    visit(
      entry,
      features,
      Float64Array.from(features, (feature) => sums[feature]!),
    );
    features = [];
    visited += 1;
  }
}

const add = (one: number, other: number): number => one + other;

/** In how many entries each feature stands. */
export function entryCounts(vectors: PassageVectors, featureCount: number): Uint32Array {
  const counts = new Uint32Array(featureCount);
  forEachEntry(vectors, { featureCount, valueOf: () => 1 }, (_, features) => {
    for (const feature of features) counts[feature]! += 1;
  });
  return counts;
}
