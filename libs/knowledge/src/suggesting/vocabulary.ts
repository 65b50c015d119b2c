import { weightOfRepeated } from './features.js';

interface WeightedKey {
  readonly key: string;
  readonly weight: number;
}

/** A passage as a sparse vector: its features by their numbers, each once. */
export interface PassageVector {
  readonly entry: number;
  /** How much it says about its entry by where it stands. */
  readonly weight: number;
  readonly features: Uint32Array;
  readonly weights: Float32Array;
}

/** Numbers for the features of a kind, in the order in which they come: a catalogue has a million of them. */
export class Vocabulary {
  private readonly numberOf = new Map<string, number>();
  private readonly numbersOfList = new WeakMap<readonly string[], Uint32Array>();

  get size(): number {
    return this.numberOf.size;
  }

  /** @param said each feature once */
  vectorOf(entry: number, weight: number, said: readonly WeightedKey[]): PassageVector {
    return {
      entry,
      weight,
      features: Uint32Array.from(said, ({ key }) => this.numbered(key)),
      weights: Float32Array.from(said, (feature) => feature.weight),
    };
  }

  /** @param lists what each word says, the same list for the same word: its numbers are looked up once */
  vectorOfLists(entry: number, weight: number, lists: readonly (readonly string[])[]): PassageVector {
    const times = new Map<number, number>();
    for (const list of lists) {
      for (const feature of this.numbersOf(list)) times.set(feature, (times.get(feature) ?? 0) + 1);
    }
    return {
      entry,
      weight,
      features: Uint32Array.from(times.keys()),
      weights: Float32Array.from(times.values(), (count) => (count > 1 ? weightOfRepeated(count) : 1)),
    };
  }

  /** Undefined for what stands nowhere. */
  featureOf(key: string): number | undefined {
    return this.numberOf.get(key);
  }

  private numbersOf(list: readonly string[]): Uint32Array {
    const known = this.numbersOfList.get(list);
    if (known !== undefined) return known;
    const numbers = Uint32Array.from(list, (key) => this.numbered(key));
    this.numbersOfList.set(list, numbers);
    return numbers;
  }

  private numbered(key: string): number {
    const known = this.numberOf.get(key);
    if (known !== undefined) return known;
    this.numberOf.set(key, this.numberOf.size);
    return this.numberOf.size - 1;
  }
}
