/** A value for each of some numbers: duties, or passages. */
export type ByNumber = readonly (readonly [number: number, value: number])[];

/** What is said of a passage in one kind of feature, and how strongly. */
export type FeatureWeights = ReadonlyMap<string, number>;

export interface SpacePassage {
  readonly entry: number;
  /** How much it says about its entry by where it stands. */
  readonly weight: number;
  readonly features: FeatureWeights;
}

/**
 * Entries, and their single passages, as vectors of one kind of feature, each of length 1: rare features weigh more
 * (inverse frequency among passages). An entry is the mean direction of its passages.
 */
export interface VectorSpace {
  /** The highest for what stands nowhere. */
  readonly rarity: (feature: string) => number;
  readonly entriesOf: ReadonlyMap<string, ByNumber>;
  /** By the number of the passage. */
  readonly passagesOf: ReadonlyMap<string, ByNumber>;
}

export function buildSpace(passages: readonly SpacePassage[]): VectorSpace {
  const found = new Map<string, number>();
  for (const { features } of passages) {
    for (const feature of features.keys()) found.set(feature, (found.get(feature) ?? 0) + 1);
  }
  const rarities = new Map([...found].map(([feature, times]) => [feature, Math.log(1 + passages.length / times)]));
  const highest = Math.log(1 + passages.length);
  const rarity = (feature: string): number => rarities.get(feature) ?? highest;
  const passagesOf = new Map<string, [number, number][]>();
  const sums = new Map<string, [entry: number, value: number][]>();
  passages.forEach(({ entry, weight, features }, number) => {
    const norm = lengthOf(features, rarity);
    for (const [feature, said] of features) {
      const value = (said * rarity(feature)) / norm;
      listIn(passagesOf, feature).push([number, value]);
      const ofFeature = listIn(sums, feature);
      const last = ofFeature.at(-1);
      if (last?.[0] === entry) last[1] += weight * value;
      else ofFeature.push([entry, weight * value]);
    }
  });
  return { rarity, passagesOf, entriesOf: normalised(sums) };
}

/** Euclidean; 1 for nothing, so that it can be divided by. */
export function lengthOf(features: FeatureWeights, rarity: (feature: string) => number): number {
  let squares = 0;
  for (const [feature, said] of features) squares += (said * rarity(feature)) ** 2;
  return Math.sqrt(squares) || 1;
}

function normalised(sums: ReadonlyMap<string, readonly [number, number][]>): ReadonlyMap<string, ByNumber> {
  const squares = new Map<number, number>();
  for (const byEntry of sums.values()) {
    for (const [entry, value] of byEntry) squares.set(entry, (squares.get(entry) ?? 0) + value ** 2);
  }
  for (const byEntry of sums.values()) {
    for (const pair of byEntry) pair[1] /= Math.sqrt(squares.get(pair[0])!) || 1;
  }
  return sums;
}

function listIn<Value>(lists: Map<string, Value[]>, key: string): Value[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list: Value[] = [];
  lists.set(key, list);
  return list;
}
