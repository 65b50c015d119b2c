import { entryCounts, forEachEntry } from './entry-sums.js';
import type { PassageVectors } from './passage-vectors.js';
import { Postings } from './postings.js';
import type { Vocabulary } from './vocabulary.js';

/** The `k1` of BM25, and its `b`. */
interface Bm25Form {
  readonly saturation: number;
  readonly lengthNormalisation: number;
}

/** For entries that are known by many passages. */
const ofManyPassages: Bm25Form = { saturation: 3, lengthNormalisation: 0.5 };

/**
 * BM25F (Robertson and Zaragoza, 2009): what an entry speaks of often is worth more than a word by the way, up to a
 * point, and less where it speaks of much. What stands in each passage counts for as much as the passage does. It keeps the
 * weight of each term in each entry, so that a text's score is the sum over its terms.
 */
export class Bm25 {
  private constructor(
    private readonly vocabulary: Vocabulary,
    private readonly idfs: Float64Array,
    readonly termWeights: Postings,
    private readonly idfOfUnknown: number,
  ) {}

  /** @param vectors those of an entry in a row, in the order of their entries */
  static build(
    entryCount: number,
    vocabulary: Vocabulary,
    vectors: PassageVectors,
    { saturation, lengthNormalisation }: Bm25Form = ofManyPassages,
  ): Bm25 {
    const featureCount = vocabulary.size;
    const summing = { featureCount, valueOf: (weight: number, value: number) => weight * value };
    const counts = entryCounts(vectors, featureCount);
    const lengths: number[] = [];
    forEachEntry(vectors, summing, (_entry, _features, sums) => {
      lengths.push(sums.reduce((sum, frequency) => sum + frequency, 0));
    });
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, entryCount) || 1;
    const idfOf = (count: number): number => Math.log(1 + (entryCount - count + 0.5) / (count + 0.5));
    const idfs = Float64Array.from(counts, idfOf);
    const termWeights = Postings.collect(counts, (add) => {
      let number = 0;
      forEachEntry(vectors, summing, (entry, features, sums) => {
        const length = 1 - lengthNormalisation + (lengthNormalisation * lengths[number]!) / mean;
        number += 1;
        features.forEach((feature, at) => {
          const frequency = sums[at]!;
          add(feature, entry, (idfs[feature]! * frequency * (saturation + 1)) / (frequency + saturation * length));
        });
      });
    });
    return new Bm25(vocabulary, idfs, termWeights, idfOf(0));
  }

  /** Undefined for what stands nowhere. */
  featureOf(key: string): number | undefined {
    return this.vocabulary.featureOf(key);
  }

  get featureCount(): number {
    return this.idfs.length;
  }

  idfOf(feature: number): number {
    return this.idfs[feature]!;
  }

  /** How much a word tells: the more, the fewer entries have it. */
  tells(key: string): number {
    const feature = this.featureOf(key);
    return feature === undefined ? this.idfOfUnknown : this.idfs[feature]!;
  }
}
