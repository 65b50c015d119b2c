import { Postings } from './postings.js';
import type { NumberedPassage, Vocabulary } from './vocabulary.js';

/**
 * Entries, and their single passages, as vectors of one kind of feature, each of length 1: rare features weigh more
 * (inverse frequency among passages). An entry is the mean direction of its passages.
 */
export class VectorSpace {
  private constructor(
    private readonly vocabulary: Vocabulary,
    private readonly rarities: Float64Array,
    private readonly highest: number,
    readonly entries: Postings,
    readonly passages: Postings,
  ) {}

  /** @param passages in the order of their entries */
  static build(vocabulary: Vocabulary, passages: readonly NumberedPassage[]): VectorSpace {
    const found = new Uint32Array(vocabulary.size);
    for (const { features } of passages) for (const feature of features) found[feature]! += 1;
    const rarities = Float64Array.from(found, (times) => Math.log(1 + passages.length / times));
    const directions = passages.map((passage) => directionOf(passage, rarities));
    const ofPassages = Postings.collect(found, (add) => {
      passages.forEach(({ features }, passage) => {
        features.forEach((feature, at) => add(feature, passage, directions[passage]![at]!));
      });
    });
    const entries = meanDirections(passages, directions, vocabulary.size);
    return new VectorSpace(vocabulary, rarities, Math.log(1 + passages.length), entries, ofPassages);
  }

  /** Undefined for what stands nowhere. */
  featureOf(key: string): number | undefined {
    return this.vocabulary.featureOf(key);
  }

  /** The highest for what stands nowhere. */
  rarityOf(feature: number | undefined): number {
    return feature === undefined ? this.highest : this.rarities[feature]!;
  }
}

function directionOf({ features, weights }: NumberedPassage, rarities: Float64Array): Float32Array {
  const values = weights.map((weight, at) => weight * rarities[features[at]!]!);
  const length = Math.hypot(...values) || 1;
  return values.map((value) => value / length);
}

function meanDirections(
  passages: readonly NumberedPassage[],
  directions: readonly Float32Array[],
  featureCount: number,
): Postings {
  const sums = new Map<number, Map<number, number>>();
  passages.forEach(({ entry, weight, features }, passage) => {
    const ofEntry = sums.get(entry) ?? new Map<number, number>();
    sums.set(entry, ofEntry);
    features.forEach((feature, at) => {
      ofEntry.set(feature, (ofEntry.get(feature) ?? 0) + weight * directions[passage]![at]!);
    });
  });
  const counts = new Uint32Array(featureCount);
  for (const ofEntry of sums.values()) for (const feature of ofEntry.keys()) counts[feature]! += 1;
  return Postings.collect(counts, (add) => {
    for (const [entry, ofEntry] of sums) {
      let squares = 0;
      for (const value of ofEntry.values()) squares += value * value;
      const length = Math.sqrt(squares) || 1;
      for (const [feature, value] of ofEntry) add(feature, entry, value / length);
    }
  });
}
