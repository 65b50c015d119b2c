import type { CatalogueLanguage } from '#domain';
import type { Feature } from './features.js';
import { knownWordVectors, type WordVectors } from './word-vectors.js';

/** What an entry is called in a language, by its stems. */
export interface Worded {
  readonly entry: number;
  readonly language: CatalogueLanguage;
  readonly weight: number;
  readonly features: readonly Feature[];
}

/** What has less in common says nothing: any two labels about work have something. */
const leastNearness = 0.3;

/** Entries by what their labels mean: a label that has no word of a text may still be near to it. */
export class MeaningIndex {
  private constructor(
    private readonly vectors: WordVectors | null,
    /** Of each label its direction, in a row. */
    private readonly directions: Float32Array,
    private readonly entries: Uint32Array,
    private readonly tells: (key: string) => number,
  ) {}

  /** @param tells how much a word tells in this catalogue */
  static build(worded: readonly Worded[], tells: (key: string) => number): MeaningIndex {
    if (worded.length === 0) return new MeaningIndex(null, new Float32Array(), new Uint32Array(), tells);
    const vectors = knownWordVectors();
    const together = new Map<string, { entry: number; words: Feature[] }>();
    for (const { entry, language, weight, features } of worded) {
      const name = `${entry} ${language}`;
      const known = together.get(name) ?? { entry, words: [] };
      known.words.push(...features.map((one) => ({ ...one, weight: weight * one.weight * tells(one.key) })));
      together.set(name, known);
    }
    const pointing = [...together.values()].flatMap(({ entry, words }) => {
      const direction = vectors.directionOf(words);
      return direction === null ? [] : [{ entry, direction }];
    });
    const directions = new Float32Array(pointing.length * vectors.size);
    pointing.forEach(({ direction }, at) => directions.set(direction, at * vectors.size));
    return new MeaningIndex(
      vectors,
      directions,
      Uint32Array.from(pointing, ({ entry }) => entry),
      tells,
    );
  }

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
