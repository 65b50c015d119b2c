import { once, readBytes } from '../files/data-files.js';

/** Words by what they mean, as far as they stand in the same texts (`data/word-vectors`). */
export class WordVectors {
  private readonly places: ReadonlyMap<string, number>;
  /** The components of a word. */
  readonly size: number;

  /** @param components of each word as many, in a row */
  constructor(
    words: readonly string[],
    private readonly components: Int8Array,
  ) {
    this.places = new Map(words.map((word, at) => [word, at]));
    this.size = words.length === 0 ? 0 : components.length / words.length;
  }

  has(key: string): boolean {
    return this.places.has(key);
  }

  /** Where a word stands; undefined for one that isn't known. */
  placeOf(key: string): number | undefined {
    return this.places.get(key);
  }

  /**
   * The direction in which words point together, of length 1; null where none of them is known.
   * @param words stems with their language (`en:invoic`)
   */
  directionOf(words: readonly { readonly key: string; readonly weight: number }[]): Float32Array | null {
    return this.directionOfPlaces(
      words.flatMap(({ key, weight }) => {
        const place = this.places.get(key);
        return place === undefined ? [] : [{ place, weight }];
      }),
    );
  }

  /** The same of words by where they stand. */
  directionOfPlaces(words: Iterable<{ readonly place: number; readonly weight: number }>): Float32Array | null {
    const sum = new Float32Array(this.size);
    for (const { place, weight } of words) {
      const vector = this.components.subarray(place * this.size, (place + 1) * this.size);
      const times = weight / lengthOf(vector);
      for (let part = 0; part < this.size; part += 1) sum[part]! += times * vector[part]!;
    }
    const length = lengthOf(sum);
    return length === 0 ? null : sum.map((part) => part / length);
  }
}

/** Those that are learnt: 2 MB, read when the first catalogue of others is indexed. */
export const knownWordVectors = once(() => {
  const words = readBytes('word-vectors/words.txt').toString('utf8').trimEnd().split('\n');
  const bytes = readBytes('word-vectors/components.bin');
  return new WordVectors(words, new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));
});

function lengthOf(vector: Float32Array | Int8Array): number {
  let square = 0;
  for (const part of vector) square += part * part;
  return Math.sqrt(square);
}
