import { entryCounts, forEachEntry } from './entry-sums.js';
import type { PassageVectors } from './passage-vectors.js';
import { Postings } from './postings.js';
import type { Vocabulary } from './vocabulary.js';

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

  /**
   * @param vectors those of an entry in a row, in the order of their entries; they are made unit vectors
   * @param isCompared whether a passage may be compared alone; those that aren't only add to their entry
   */
  static build(vocabulary: Vocabulary, vectors: PassageVectors, isCompared: (passage: number) => boolean): VectorSpace {
    const found = new Uint32Array(vocabulary.size);
    const compared = new Uint32Array(vocabulary.size);
    for (let passage = 0; passage < vectors.count; passage += 1) {
      for (const feature of vectors.featuresOf(passage)) {
        found[feature]! += 1;
        if (isCompared(passage)) compared[feature]! += 1;
      }
    }
    const idfs = Float64Array.from(found, (times) => Math.log(1 + vectors.count / times));
    makeUnits(vectors, idfs);
    const ofPassages = Postings.collect(compared, (add) => {
      for (let passage = 0; passage < vectors.count; passage += 1) {
        if (!isCompared(passage)) continue;
        const values = vectors.valuesOf(passage);
        vectors.featuresOf(passage).forEach((feature, at) => add(feature, passage, values[at]!));
      }
    });
    const entries = centroidsOf(vectors, vocabulary.size);
    return new VectorSpace(vocabulary, idfs, Math.log(1 + vectors.count), entries, ofPassages);
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

function makeUnits(vectors: PassageVectors, idfs: Float64Array): void {
  for (let passage = 0; passage < vectors.count; passage += 1) {
    const [features, values] = [vectors.featuresOf(passage), vectors.valuesOf(passage)];
    features.forEach((feature, at) => (values[at] = values[at]! * idfs[feature]!));
    const length = lengthOf(values);
    values.forEach((value, at) => (values[at] = value / length));
  }
}

function centroidsOf(vectors: PassageVectors, featureCount: number): Postings {
  const summing = { featureCount, valueOf: (weight: number, unit: number) => weight * unit };
  return Postings.collect(entryCounts(vectors, featureCount), (add) => {
    forEachEntry(vectors, summing, (entry, features, sums) => {
      const length = lengthOf(sums);
      features.forEach((feature, at) => add(feature, entry, sums[at]! / length));
    });
  });
}

/** 1 for what has none. */
function lengthOf(values: Float32Array | Float64Array): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares) || 1;
}
