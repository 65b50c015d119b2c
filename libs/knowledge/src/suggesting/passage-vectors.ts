/**
 * Passages as sparse vectors, one after the other in a few typed arrays that grow: a large catalogue has hundreds of thousands, and an
 * object for each takes more room than what it says.
 */
export class PassageVectors {
  private numbers = new Uint32Array(1_024);
  private values = new Float32Array(1_024);
  /** Where the features of each passage begin, and behind the last one where they end. */
  private readonly starts = [0];
  private readonly entries: number[] = [];
  private readonly weights: number[] = [];

  get count(): number {
    return this.entries.length;
  }

  /**
   * @param entry passages of an entry come in a row, in the order of their entries
   * @param weight how much it says about its entry by where it stands
   * @param said its features by their numbers, with what each counts for
   */
  add(entry: number, weight: number, said: Iterable<readonly [feature: number, value: number]>): void {
    let end = this.starts.at(-1)!;
    for (const [feature, value] of said) {
      if (end === this.numbers.length) this.grow();
      this.numbers[end] = feature;
      this.values[end] = value;
      end += 1;
    }
    this.starts.push(end);
    this.entries.push(entry);
    this.weights.push(weight);
  }

  entryOf(passage: number): number {
    return this.entries[passage]!;
  }

  weightOf(passage: number): number {
    return this.weights[passage]!;
  }

  featuresOf(passage: number): Uint32Array {
    return this.numbers.subarray(this.starts[passage], this.starts[passage + 1]);
  }

  /** What each of its features counts for, in their order; what is written here is kept. */
  valuesOf(passage: number): Float32Array {
    return this.values.subarray(this.starts[passage], this.starts[passage + 1]);
  }

  private grow(): void {
    const [numbers, values] = [new Uint32Array(2 * this.numbers.length), new Float32Array(2 * this.values.length)];
    numbers.set(this.numbers);
    values.set(this.values);
    [this.numbers, this.values] = [numbers, values];
  }
}
