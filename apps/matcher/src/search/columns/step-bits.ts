/**
 * A number for each row, as a step and a place within it: the step as one set of bits for each step that is reached, so that a
 * limit takes or leaves whole sets as they are, the place in binary with a plane for each digit (a bit-sliced index: O'Neil
 * and Quass, "Improved Query Performance with Variant Indexes", SIGMOD 1997). Only those who have the number of the
 * limit itself are left to be looked at one by one.
 */
export class StepBits {
  private readonly reached: Int32Array[];
  /** Of the place within a step, the highest digit first. */
  readonly planes: Int32Array[];

  /**
   * @param steps above the first
   * @param digits of the place within a step
   * @param words of 32 rows each that the table has room for
   */
  constructor(
    private readonly steps: number,
    private readonly digits: number,
    words: number,
  ) {
    this.reached = Array.from({ length: steps }, () => new Int32Array(words));
    this.planes = Array.from({ length: digits }, () => new Int32Array(words));
  }

  /** The highest number that there is room for. */
  get highest(): number {
    return ((this.steps + 1) << this.digits) - 1;
  }

  set(row: number, number: number): void {
    const [word, bit] = [row >>> 5, 1 << (row & 31)];
    const [before, step] = [this.stepOf(row), number >>> this.digits];
    for (let reached = before; reached < step; reached += 1) this.reached[reached]![word]! |= bit;
    for (let left = step; left < before; left += 1) this.reached[left]![word]! &= ~bit;
    for (let digit = 0; digit < this.digits; digit += 1) {
      if ((number >>> (this.digits - 1 - digit)) & 1) this.planes[digit]![word]! |= bit;
      else this.planes[digit]![word]! &= ~bit;
    }
  }

  /** Who is on the step of a number or above: null for everybody. Nobody is above the last. */
  onStepOf(number: number): Int32Array | null {
    return this.reached[(number >>> this.digits) - 1] ?? null;
  }

  /** Who is on a higher step than a number; null for nobody. */
  aboveStepOf(number: number): Int32Array | null {
    return this.reached[number >>> this.digits] ?? null;
  }

  widen(words: number): void {
    for (const sets of [this.reached, this.planes]) {
      for (const [place, bits] of sets.entries()) sets[place] = widened(bits, words);
    }
  }

  get bytes(): number {
    return [...this.reached, ...this.planes].reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** Whoever reaches a step reaches those below it. */
  private stepOf(row: number): number {
    let [low, high] = [0, this.steps];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.reached[middle - 1]![row >>> 5]! >>> (row & 31)) & 1) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function widened(bits: Int32Array, length: number): Int32Array {
  const wider = new Int32Array(length);
  wider.set(bits);
  return wider;
}
