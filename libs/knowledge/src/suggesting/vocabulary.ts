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

  /** Undefined for what stands nowhere. */
  featureOf(key: string): number | undefined {
    return this.numberOf.get(key);
  }

  private numbered(key: string): number {
    const known = this.numberOf.get(key);
    if (known !== undefined) return known;
    this.numberOf.set(key, this.numberOf.size);
    return this.numberOf.size - 1;
  }
}
