/** Pairs of a number and a value for each of some features, in typed arrays: catalogues have a million of them. */
export class Postings {
  private constructor(
    private readonly starts: Uint32Array,
    private readonly numbers: Uint32Array,
    private readonly values: Float32Array,
  ) {}

  /**
   * @param counts how many pairs each feature will have
   * @param fill told how to add a pair; those of a feature in the order of their numbers
   */
  static collect(
    counts: Uint32Array,
    fill: (add: (feature: number, number: number, value: number) => void) => void,
  ): Postings {
    const starts = new Uint32Array(counts.length + 1);
    counts.forEach((count, feature) => (starts[feature + 1] = starts[feature]! + count));
    const postings = new Postings(starts, new Uint32Array(starts.at(-1)!), new Float32Array(starts.at(-1)!));
    const next = starts.slice();
    fill((feature, number, value) => {
      const at = next[feature]!;
      postings.numbers[at] = number;
      postings.values[at] = value;
      next[feature] = at + 1;
    });
    return postings;
  }

  /** Adds a feature's values, each `times` as much, to the sums of their numbers. */
  addTo(sums: Float64Array, feature: number, times: number): void {
    const end = this.starts[feature + 1]!;
    for (let at = this.starts[feature]!; at < end; at += 1) sums[this.numbers[at]!]! += times * this.values[at]!;
  }

  /** Those that have the feature, in their order. */
  numbersOf(feature: number): Uint32Array {
    return this.numbers.subarray(this.starts[feature], this.starts[feature + 1]);
  }

  /** 0 where the feature has no such number. */
  valueOf(feature: number, number: number): number {
    let [first, end] = [this.starts[feature]!, this.starts[feature + 1]!];
    while (first < end) {
      const middle = (first + end) >>> 1;
      if (this.numbers[middle]! < number) first = middle + 1;
      else end = middle;
    }
    return first < this.starts[feature + 1]! && this.numbers[first] === number ? this.values[first]! : 0;
  }
}
