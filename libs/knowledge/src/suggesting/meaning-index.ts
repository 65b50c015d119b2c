import type { CatalogueLanguage } from '#domain';
import type { Bm25 } from './bm25.js';
import type { Feature } from './features.js';
import { PassageVectors } from './passage-vectors.js';
import type { Vocabulary } from './vocabulary.js';
import { knownWordVectors, type WordVectors } from './word-vectors.js';

/** What an entry is called in a language, by its stems. */
interface Worded {
  readonly entry: number;
  readonly language: CatalogueLanguage;
  readonly weight: number;
  readonly features: readonly Feature[];
}

/** What has less in common says nothing: any two labels about work have something. */
const leastNearness = 0.3;

/** Entries by what their labels mean: a label that has no word of a text may still be near to it. */
export class MeaningIndex {
  constructor(
    /** Null where there is no label. */
    private readonly vectors: WordVectors | null,
    /** Of each label its direction, in a row. */
    private readonly directions: Float32Array,
    private readonly entries: Uint32Array,
    private readonly tells: (key: string) => number,
  ) {}

  /**
   * Adds to the score of each entry how near its label is to a text, in whichever of its languages it is nearest.
   * @param times what the same meaning counts for
   */
  addTo(scores: Float64Array, said: readonly Feature[], times: number): void {
    if (this.vectors === null) return;
    const direction = this.vectors.directionOf(
      said.map(({ key, weight }) => ({ key, weight: weight * this.tells(key) })),
    );
    if (direction === null) return;
    const { size } = this.vectors;
    const nearest = new Float64Array(scores.length);
    this.entries.forEach((entry, at) => {
      let nearness = 0;
      for (let part = 0, start = at * size; part < size; part += 1) {
        nearness += this.directions[start + part]! * direction[part]!;
      }
      if (nearness - leastNearness > nearest[entry]!) nearest[entry] = nearness - leastNearness;
    });
    nearest.forEach((nearness, entry) => (scores[entry]! += times * nearness));
  }
}

/** Takes what entries are called, those of an entry and a language in a row. */
export class MeaningIndexBuilder {
  /** Each occurrence of a stem whose meaning is known. */
  private readonly occurrences = new PassageVectors();
  private readonly languages: CatalogueLanguage[] = [];
  /** By the number of a stem, where its meaning stands. */
  private readonly places: (number | undefined)[] = [];

  /** @param stems in which all stems have their numbers before they come here */
  constructor(private readonly stems: Vocabulary) {}

  add({ entry, language, weight, features }: Worded): void {
    const vectors = knownWordVectors();
    const known = features.flatMap(({ key, weight: strength }) => {
      const place = vectors.placeOf(key);
      if (place === undefined) return [];
      const number = this.stems.numbered(key);
      this.places[number] = place;
      return [[number, strength] as const];
    });
    this.occurrences.add(entry, weight, known);
    this.languages.push(language);
  }

  /** @param stems says how much a stem tells in this catalogue */
  build(stems: Bm25): MeaningIndex {
    const tells = (key: string): number => stems.tells(key);
    if (this.occurrences.count === 0) return new MeaningIndex(null, new Float32Array(), new Uint32Array(), tells);
    const vectors = knownWordVectors();
    const [entries, directions]: [number[], Float32Array[]] = [[], []];
    for (let first = 0; first < this.occurrences.count;) {
      const end = this.endOfLabel(first);
      const direction = vectors.directionOfPlaces(this.wordsIn(first, end, stems));
      if (direction !== null) {
        entries.push(this.occurrences.entryOf(first));
        directions.push(direction);
      }
      first = end;
    }
    const inARow = new Float32Array(directions.length * vectors.size);
    directions.forEach((direction, at) => inARow.set(direction, at * vectors.size));
    return new MeaningIndex(vectors, inARow, Uint32Array.from(entries), tells);
  }

  /** What an entry is called in one language is one label, with all that it is called beside. */
  private endOfLabel(first: number): number {
    let end = first + 1;
    const [entry, language] = [this.occurrences.entryOf(first), this.languages[first]];
    while (
      end < this.occurrences.count &&
      this.occurrences.entryOf(end) === entry &&
      this.languages[end] === language
    ) {
      end += 1;
    }
    return end;
  }

  private *wordsIn(first: number, end: number, stems: Bm25) {
    for (let passage = first; passage < end; passage += 1) {
      const [weight, strengths] = [this.occurrences.weightOf(passage), this.occurrences.valuesOf(passage)];
      for (const [at, number] of this.occurrences.featuresOf(passage).entries()) {
        yield { place: this.places[number]!, weight: weight * strengths[at]! * stems.idfOf(number) };
      }
    }
  }
}
