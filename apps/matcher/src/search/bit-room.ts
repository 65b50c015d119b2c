/** Bit sets to work in, kept from one search to the next so that none has to be made anew. */
export class BitRoom {
  private sets: Int32Array[] = [];
  private taken = 0;

  constructor(private words = 0) {}

  /** Begins anew: all that was taken is free again. */
  clear(words: number): void {
    if (words > this.words) {
      this.words = Math.ceil(words * 1.25);
      this.sets = [];
    }
    this.taken = 0;
  }

  /** An empty set. */
  readonly empty = (): Int32Array => {
    const set = this.sets[this.taken];
    if (set === undefined) this.sets.push(new Int32Array(this.words));
    else set.fill(0);
    this.taken += 1;
    return this.sets[this.taken - 1]!;
  };
}
