/**
 * Who reaches which step, as one set of bits per step: a threshold between two steps takes all of the upper one as they
 * are, and only those between the two have to be looked at one by one.
 */
export class StepBits {
  private readonly reached: Int32Array[];

  /** @param words of 32 rows each that the table has room for */
  constructor(
    readonly steps: number,
    words: number,
  ) {
    this.reached = Array.from({ length: steps }, () => new Int32Array(words));
  }

  /** @param highest the last step that the row reaches; -1 for none */
  set(row: number, highest: number): void {
    const [word, bit] = [row >>> 5, 1 << (row & 31)];
    const before = this.highestOf(row);
    for (let step = before + 1; step <= highest; step += 1) this.reached[step]![word]! |= bit;
    for (let step = highest + 1; step <= before; step += 1) this.reached[step]![word]! &= ~bit;
  }

  /** Who reaches a step; nobody reaches one above the last. */
  reaching(step: number): Int32Array | null {
    return this.reached[step] ?? null;
  }

  widen(words: number): void {
    for (const [step, bits] of this.reached.entries()) {
      this.reached[step] = new Int32Array(words);
      this.reached[step].set(bits);
    }
  }

  get bytes(): number {
    return this.reached.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** Whoever reaches a step reaches those below it. */
  private highestOf(row: number): number {
    let [low, high] = [-1, this.steps - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.reached[middle]![row >>> 5]! >>> (row & 31)) & 1) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
