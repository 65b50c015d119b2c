import { Bm25 } from './bm25.js';
import { characterNGrams } from './character-n-grams.js';
import {
  type Feature,
  type Features,
  type PassageFeatures,
  type SpaceName,
  spaceNames,
  weightOfRepeated,
  withoutRepetition,
} from './features.js';
import { keepHighest } from './highest-values.js';
import { PassageVectors } from './passage-vectors.js';
import type { Passage } from './passages.js';
import { VectorSpace } from './vector-space.js';
import { Vocabulary } from './vocabulary.js';
import type { Word } from './words.js';

/** The passages of some entries, in a vector space for each kind of feature. */
export interface PassageIndex {
  readonly entryCount: number;
  readonly spaces: Readonly<Record<SpaceName, VectorSpace>>;
  readonly wordNGrams: Bm25;
  /** The entry of each passage, and 1 where it may be compared as a whole. */
  readonly passages: { readonly entries: Uint32Array; readonly sayable: Uint8Array };
}

interface SpaceWeights {
  /** What the likeness to an entry's centroid counts for. */
  readonly centroid: number;
  /** What being near to single passages counts for. */
  readonly nearest: number;
  /**
   * Added to a text's length before it is divided by it: a text that says little is near to nothing, however well its one
   * word fits. In the unit of a text's length, which is 10 to 20 for a sentence's stems and twice that for its n-grams.
   */
  readonly lengthSmoothing: number;
}

/**
 * Found by the judged needs that are there for it (tools/bench/plain-words). The spec holds a floor for phrases
 * that are left out of the catalogue.
 */
const spaceWeights: Readonly<Record<SpaceName, SpaceWeights>> = {
  stems: { centroid: 0.5, nearest: 0.75, lengthSmoothing: 60 },
  characterNGrams: { centroid: 0.7, nearest: 1.5, lengthSmoothing: 96 },
  concepts: { centroid: 2.5, nearest: 0.7, lengthSmoothing: 42 },
};
/** What the nearest passage of an entry, the second and the third count for: one alone may be a coincidence. */
const nearestWeights = [0.75, 0.15, 0.15] as const;

/** What BM25 over word n-grams counts for beside them. */
const wordNGramWeight = 0.028;

/** The passages by one kind of feature. */
class InNumbers {
  readonly vocabulary = new Vocabulary();
  readonly vectors = new PassageVectors();

  add({ entry, weight }: Passage, said: readonly Feature[]): void {
    this.vectors.add(
      entry,
      weight,
      withoutRepetition(said).map((feature) => [this.vocabulary.numbered(feature.key), feature.weight]),
    );
  }
}

/** Passages by the pieces of their words, which are the same for the same word. */
class InPieces extends InNumbers {
  private readonly piecesOf = new Map<string, Uint32Array>();

  addWords({ entry, weight }: Passage, spellings: readonly string[]): void {
    const times = new Map<number, number>();
    for (const spelling of spellings) {
      for (const piece of this.numbersOf(spelling)) times.set(piece, (times.get(piece) ?? 0) + 1);
    }
    const values = [...times].map(([piece, count]) => [piece, count > 1 ? weightOfRepeated(count) : 1] as const);
    this.vectors.add(entry, weight, values);
  }

  private numbersOf(spelling: string): Uint32Array {
    const known = this.piecesOf.get(spelling);
    if (known !== undefined) return known;
    const numbers = Uint32Array.from(characterNGrams(spelling), (piece) => this.vocabulary.numbered(piece));
    this.piecesOf.set(spelling, numbers);
    return numbers;
  }
}

/**
 * Takes passages one after the other, those of an entry in a row, in the order of their entries: a large catalogue's are too many to
 * be laid out before they are indexed.
 */
export class PassageIndexBuilder {
  private readonly byWord = { stems: new InNumbers(), concepts: new InNumbers(), wordNGrams: new InNumbers() };
  private readonly pieces = new InPieces();
  private readonly entries: number[] = [];
  private readonly sayable: boolean[] = [];

  /** @param keeps which of the passages can be looked up one by one; all of them count for their entries */
  constructor(private readonly keeps: 'all' | 'sayable') {}

  add(passage: Passage, { spellings, ...features }: PassageFeatures): void {
    for (const kind of ['stems', 'concepts', 'wordNGrams'] as const) this.byWord[kind].add(passage, features[kind]);
    this.pieces.addWords(passage, spellings);
    this.entries.push(passage.entry);
    this.sayable.push(passage.sayable);
  }

  build(entryCount: number): PassageIndex {
    const isKept = (passage: number): boolean => this.keeps === 'all' || this.sayable[passage]!;
    const spaceOf = ({ vocabulary, vectors }: InNumbers) => VectorSpace.build(vocabulary, vectors, isKept);
    const { stems, concepts, wordNGrams } = this.byWord;
    return {
      entryCount,
      spaces: { stems: spaceOf(stems), characterNGrams: spaceOf(this.pieces), concepts: spaceOf(concepts) },
      wordNGrams: Bm25.build(entryCount, wordNGrams.vocabulary, wordNGrams.vectors),
      passages: { entries: Uint32Array.from(this.entries), sayable: Uint8Array.from(this.sayable, Number) },
    };
  }
}

/** A feature of a text that stands somewhere in the index, with its component of the text's unit vector. */
interface QueryFeature {
  readonly feature: number;
  readonly component: number;
  readonly words: readonly Word[];
}
/** A text as a vector in each of an index's spaces. */
export interface QueryVector extends Readonly<Record<SpaceName, readonly QueryFeature[]>> {
  readonly wordNGrams: readonly QueryFeature[];
}

export function queryVectorOf(said: Features, { spaces, wordNGrams }: PassageIndex): QueryVector {
  const inSpace = (name: SpaceName): QueryFeature[] => {
    const features = withoutRepetition(said[name]).map(({ key, weight, words }) => {
      const feature = spaces[name].featureOf(key);
      return { feature, value: weight * spaces[name].idfOf(feature), words };
    });
    const squares = features.reduce((sum, { value }) => sum + value * value, 0);
    const length = Math.sqrt(squares + spaceWeights[name].lengthSmoothing ** 2);
    return features.flatMap(({ feature, value, words }) => {
      return feature === undefined ? [] : [{ feature, component: value / length, words }];
    });
  };
  const known = said.wordNGrams.flatMap(({ key, weight, words }) => {
    const feature = wordNGrams.featureOf(key);
    return feature === undefined ? [] : [{ feature, component: wordNGramWeight * weight, words }];
  });
  return {
    stems: inSpace('stems'),
    characterNGrams: inSpace('characterNGrams'),
    concepts: inSpace('concepts'),
    wordNGrams: known,
  };
}

/** The score of each entry, from 0 at nothing in common. */
export function scoreEntries(
  query: QueryVector,
  { entryCount, spaces, wordNGrams, passages }: PassageIndex,
): Float64Array {
  const scores = new Float64Array(entryCount);
  const similarities = new Float64Array(passages.entries.length);
  for (const name of spaceNames) {
    const { centroid, nearest } = spaceWeights[name];
    for (const { feature, component } of query[name]) {
      spaces[name].entries.addTo(scores, feature, centroid * component);
      spaces[name].passages.addTo(similarities, feature, nearest * component);
    }
  }
  for (const { feature, component } of query.wordNGrams) wordNGrams.termWeights.addTo(scores, feature, component);
  addNearest(similarities, passages, scores);
  return scores;
}

function addNearest(similarities: Float64Array, passages: PassageIndex['passages'], scores: Float64Array): void {
  const nearest = nearestWeights.map(() => new Float64Array(scores.length));
  passages.entries.forEach((entry, number) => {
    if (passages.sayable[number] === 1) keepHighest(nearest, entry, similarities[number]!);
  });
  nearest.forEach((best, place) => {
    best.forEach((value, entry) => (scores[entry]! += nearestWeights[place]! * value));
  });
}

/** What each word adds to the score of one entry, by the entry's wording as a whole. */
export function contributionsOf(
  query: QueryVector,
  { spaces, wordNGrams }: PassageIndex,
  entry: number,
): Map<Word, number> {
  const contributions = new Map<Word, number>();
  const add = (words: readonly Word[], value: number): void => {
    if (value <= 0) return;
    for (const word of words) contributions.set(word, (contributions.get(word) ?? 0) + value / words.length);
  };
  for (const name of spaceNames) {
    const { centroid, nearest } = spaceWeights[name];
    for (const { feature, component, words } of query[name]) {
      add(words, (centroid + nearest) * component * spaces[name].entries.valueOf(feature, entry));
    }
  }
  for (const { feature, component, words } of query.wordNGrams) {
    add(words, component * wordNGrams.termWeights.valueOf(feature, entry));
  }
  return contributions;
}
