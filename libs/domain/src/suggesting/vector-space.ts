import { Postings } from './postings.js';

interface PassageFeature {
  readonly key: string;
  readonly weight: number;
}

export interface SpacePassage {
  readonly entry: number;
  /** How much it says about its entry by where it stands. */
  readonly weight: number;
  /** Each once. */
  readonly features: readonly PassageFeature[];
}

/**
 * Entries, and their single passages, as vectors of one kind of feature, each of length 1: rare features weigh more
 * (inverse frequency among passages). An entry is the mean direction of its passages.
 */
export class VectorSpace {
  private constructor(
    private readonly numberOf: ReadonlyMap<string, number>,
    private readonly rarities: Float64Array,
    private readonly highest: number,
    readonly entries: Postings,
    readonly passages: Postings,
  ) {}

  /** @param passages in the order of their entries */
  static build(passages: readonly SpacePassage[]): VectorSpace {
    const numberOf = new Map<string, number>();
    for (const { features } of passages) {
      for (const { key } of features) if (!numberOf.has(key)) numberOf.set(key, numberOf.size);
    }
    const numbered = passages.map(({ features }) => Uint32Array.from(features, ({ key }) => numberOf.get(key)!));
    const found = new Uint32Array(numberOf.size);
    for (const features of numbered) for (const feature of features) found[feature]! += 1;
    const rarities = Float64Array.from(found, (times) => Math.log(1 + passages.length / times));
    const values = passages.map(({ features }, at) => directionOf(features, numbered[at]!, rarities));
    const ofPassages = Postings.fill(found, (add) => {
      numbered.forEach((features, passage) => {
        features.forEach((feature, at) => add(feature, passage, values[passage]![at]!));
      });
    });
    const entries = meanDirections(passages, numbered, values, numberOf.size);
    return new VectorSpace(numberOf, rarities, Math.log(1 + passages.length), entries, ofPassages);
  }

  /** Undefined for what stands nowhere. */
  featureOf(key: string): number | undefined {
    return this.numberOf.get(key);
  }

  /** The highest for what stands nowhere. */
  rarityOf(feature: number | undefined): number {
    return feature === undefined ? this.highest : this.rarities[feature]!;
  }
}

function directionOf(features: readonly PassageFeature[], numbers: Uint32Array, rarities: Float64Array): Float32Array {
  const values = Float32Array.from(features, ({ weight }, at) => weight * rarities[numbers[at]!]!);
  const length = Math.hypot(...values) || 1;
  return values.map((value) => value / length);
}

function meanDirections(
  passages: readonly SpacePassage[],
  numbered: readonly Uint32Array[],
  values: readonly Float32Array[],
  featureCount: number,
): Postings {
  const sums = new Map<number, Map<number, number>>();
  passages.forEach(({ entry, weight }, passage) => {
    const ofEntry = sums.get(entry) ?? new Map<number, number>();
    sums.set(entry, ofEntry);
    numbered[passage]!.forEach((feature, at) => {
      ofEntry.set(feature, (ofEntry.get(feature) ?? 0) + weight * values[passage]![at]!);
    });
  });
  const counts = new Uint32Array(featureCount);
  for (const ofEntry of sums.values()) for (const feature of ofEntry.keys()) counts[feature]! += 1;
  return Postings.fill(counts, (add) => {
    for (const [entry, ofEntry] of sums) {
      let squares = 0;
      for (const value of ofEntry.values()) squares += value * value;
      const length = Math.sqrt(squares) || 1;
      for (const [feature, value] of ofEntry) add(feature, entry, value / length);
    }
  });
}
