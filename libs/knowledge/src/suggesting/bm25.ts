import { Postings } from './postings.js';
import type { PassageVector, Vocabulary } from './vocabulary.js';

/** The `k1` of BM25, and its `b`. */
const saturation = 3;
const lengthNormalisation = 0.5;

/**
 * BM25F (Robertson and Zaragoza, 2009): what an entry speaks of often is worth more than a word by the way, up to a
 * point, and less where it speaks of much. What stands in each passage counts for as much as the passage does. It keeps the
 * weight of each term in each entry, so that a text's score is the sum over its terms.
 */
export class Bm25 {
  private constructor(
    private readonly vocabulary: Vocabulary,
    readonly termWeights: Postings,
  ) {}

  /** @param passages in the order of their entries */
  static build(entryCount: number, vocabulary: Vocabulary, passages: readonly PassageVector[]): Bm25 {
    const frequencies = Array.from({ length: vocabulary.size }, () => new Map<number, number>());
    const lengths = new Float64Array(entryCount);
    for (const { entry, weight, features, weights } of passages) {
      features.forEach((feature, at) => {
        const byEntry = frequencies[feature]!;
        byEntry.set(entry, (byEntry.get(entry) ?? 0) + weight * weights[at]!);
        lengths[entry]! += weight * weights[at]!;
      });
    }
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, entryCount) || 1;
    const counts = Uint32Array.from(frequencies, ({ size }) => size);
    const termWeights = Postings.collect(counts, (add) => {
      frequencies.forEach((byEntry, feature) => {
        const idf = Math.log(1 + (entryCount - byEntry.size + 0.5) / (byEntry.size + 0.5));
        for (const [entry, frequency] of byEntry) {
          const length = 1 - lengthNormalisation + (lengthNormalisation * lengths[entry]!) / mean;
          add(feature, entry, (idf * frequency * (saturation + 1)) / (frequency + saturation * length));
        }
      });
    });
    return new Bm25(vocabulary, termWeights);
  }

  /** Undefined for what stands nowhere. */
  featureOf(key: string): number | undefined {
    return this.vocabulary.featureOf(key);
  }
}
