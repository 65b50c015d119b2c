import { entryCounts, sumByEntry } from './entry-sums.js';
import { Postings } from './postings.js';
import type { PassageVector, Vocabulary } from './vocabulary.js';

/**
 * The vector space model: entries, and their single passages, as unit vectors of one kind of feature. Rare features weigh
 * more, by their inverse document frequency, a passage being a document. An entry is the centroid of its passages.
 */
export class VectorSpace {
  private constructor(
    private readonly vocabulary: Vocabulary,
    private readonly idfs: Float64Array,
    private readonly maxIdf: number,
    readonly entries: Postings,
    readonly passages: Postings,
  ) {}

  /** @param passages those of an entry in a row, in the order of their entries */
  static build(vocabulary: Vocabulary, passages: readonly PassageVector[]): VectorSpace {
    const found = new Uint32Array(vocabulary.size);
    for (const { features } of passages) for (const feature of features) found[feature]! += 1;
    const idfs = Float64Array.from(found, (times) => Math.log(1 + passages.length / times));
    const unitVectors = passages.map((passage) => unitVectorOf(passage, idfs));
    const ofPassages = Postings.collect(found, (add) => {
      passages.forEach(({ features }, passage) => {
        features.forEach((feature, at) => add(feature, passage, unitVectors[passage]![at]!));
      });
    });
    const entries = centroidsOf(passages, unitVectors, vocabulary.size);
    return new VectorSpace(vocabulary, idfs, Math.log(1 + passages.length), entries, ofPassages);
  }

  get featureCount(): number {
    return this.idfs.length;
  }

  /** Undefined for what stands nowhere. */
  featureOf(key: string): number | undefined {
    return this.vocabulary.featureOf(key);
  }

  /** The highest for what stands nowhere. */
  idfOf(feature: number | undefined): number {
    return feature === undefined ? this.maxIdf : this.idfs[feature]!;
  }
}

function unitVectorOf({ features, weights }: PassageVector, idfs: Float64Array): Float32Array {
  const values = weights.map((weight, at) => weight * idfs[features[at]!]!);
  const length = lengthOf(values);
  return values.map((value) => value / length);
}

function centroidsOf(
  passages: readonly PassageVector[],
  unitVectors: readonly Float32Array[],
  featureCount: number,
): Postings {
  const entries = sumByEntry(
    passages,
    featureCount,
    (number, at) => passages[number]!.weight * unitVectors[number]![at]!,
  );
  return Postings.collect(entryCounts(entries, featureCount), (add) => {
    for (const { entry, features, sums } of entries) {
      const length = lengthOf(sums);
      features.forEach((feature, at) => add(feature, entry, sums[at]! / length));
    }
  });
}

/** 1 for what has none. */
function lengthOf(values: Float32Array | Float64Array): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares) || 1;
}
