import { entryCounts, sumByEntry } from './entry-sums.js';
import { Postings } from './postings.js';
import type { PassageVector, Vocabulary } from './vocabulary.js';

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

  /** @param passages those of an entry in a row, in the order of their entries */
  static build(
    entryCount: number,
    vocabulary: Vocabulary,
    passages: readonly PassageVector[],
    { saturation, lengthNormalisation }: Bm25Form = ofManyPassages,
  ): Bm25 {
    const valueOf = (number: number, at: number) => passages[number]!.weight * passages[number]!.weights[at]!;
    const entries = sumByEntry(passages, vocabulary.size, valueOf);
    const counts = entryCounts(entries, vocabulary.size);
    const lengths = entries.map(({ sums }) => sums.reduce((sum, frequency) => sum + frequency, 0));
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, entryCount) || 1;
    const idfOf = (count: number): number => Math.log(1 + (entryCount - count + 0.5) / (count + 0.5));
    const idfs = Float64Array.from(counts, idfOf);
    const termWeights = Postings.collect(counts, (add) => {
      entries.forEach(({ entry, features, sums }, number) => {
        const length = 1 - lengthNormalisation + (lengthNormalisation * lengths[number]!) / mean;
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
