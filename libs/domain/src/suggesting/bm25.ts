import { Postings } from './postings.js';
import type { SpacePassage } from './vector-space.js';

/**
 * BM25F (Robertson and Zaragoza, 2009): what an entry speaks of often is worth more than a word by the way, up to a
 * point, and less where it speaks of much. What stands in each passage counts for as much as the passage does.
 */
const saturation = 3;
const lengthNormalisation = 0.5;

/** The worth of each feature for each entry, so that a text's score is the sum over its features. */
export class Bm25 {
  private constructor(
    private readonly numberOf: ReadonlyMap<string, number>,
    readonly worths: Postings,
  ) {}

  /** @param passages in the order of their entries */
  static build(entryCount: number, passages: readonly SpacePassage[]): Bm25 {
    const numberOf = new Map<string, number>();
    const frequencies: Map<number, number>[] = [];
    const lengths = new Float64Array(entryCount);
    for (const { entry, weight, features } of passages) {
      for (const { key, weight: times } of features) {
        const feature = numberOf.get(key) ?? numberOf.size;
        numberOf.set(key, feature);
        const byEntry = (frequencies[feature] ??= new Map<number, number>());
        byEntry.set(entry, (byEntry.get(entry) ?? 0) + weight * times);
        lengths[entry]! += weight * times;
      }
    }
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, entryCount) || 1;
    const worths = Postings.fill(
      Uint32Array.from(frequencies, ({ size }) => size),
      (add) => {
        frequencies.forEach((byEntry, feature) => {
          const rarity = Math.log(1 + (entryCount - byEntry.size + 0.5) / (byEntry.size + 0.5));
          for (const [entry, frequency] of byEntry) {
            const length = 1 - lengthNormalisation + (lengthNormalisation * lengths[entry]!) / mean;
            add(feature, entry, (rarity * frequency * (saturation + 1)) / (frequency + saturation * length));
          }
        });
      },
    );
    return new Bm25(numberOf, worths);
  }

  /** Undefined for what stands nowhere. */
  featureOf(key: string): number | undefined {
    return this.numberOf.get(key);
  }
}
