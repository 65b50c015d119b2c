/**
 * A number for each row, indexed for comparisons with a limit. A number is a bin and a place within it. Bins are
 * range-encoded: one bitmap for each of them, of the rows that are in it or above, so that a limit takes or leaves whole
 * bitmaps. Places are bit-sliced: one bitmap for each binary digit (O'Neil and Quass, "Improved Query Performance with
 * Variant Indexes", SIGMOD 1997). Only rows with the very number of the limit are left to be looked at one by one.
 */
export class BitSlicedIndex {
  /** By bin, without the first: who is in it or above. */
  private readonly atLeast: Int32Array[];
  /** Of the place within a bin, the highest digit first. */
  readonly slices: Int32Array[];

  /**
   * @param bins above the first
   * @param digits of the place within a bin
   * @param words of 32 rows each that the table has room for
   */
  constructor(
    private readonly bins: number,
    private readonly digits: number,
    words: number,
  ) {
    this.atLeast = Array.from({ length: bins }, () => new Int32Array(words));
    this.slices = Array.from({ length: digits }, () => new Int32Array(words));
  }

  /** The highest number that there is room for. */
  get highest(): number {
    return ((this.bins + 1) << this.digits) - 1;
  }

  set(row: number, number: number): void {
    const [word, bit] = [row >>> 5, 1 << (row & 31)];
    const [before, bin] = [this.binOf(row), number >>> this.digits];
    for (let entered = before; entered < bin; entered += 1) this.atLeast[entered]![word]! |= bit;
    for (let left = bin; left < before; left += 1) this.atLeast[left]![word]! &= ~bit;
    for (let digit = 0; digit < this.digits; digit += 1) {
      if ((number >>> (this.digits - 1 - digit)) & 1) this.slices[digit]![word]! |= bit;
      else this.slices[digit]![word]! &= ~bit;
    }
  }

  /** Who is in the bin of a number or above; null for everybody. */
  fromBinOf(number: number): Int32Array | null {
    return this.atLeast[(number >>> this.digits) - 1] ?? null;
  }

  /** Who is in a higher bin than a number; null for nobody. */
  aboveBinOf(number: number): Int32Array | null {
    return this.atLeast[number >>> this.digits] ?? null;
  }

  widen(words: number): void {
    for (const bitmaps of [this.atLeast, this.slices]) {
      for (const [place, bitmap] of bitmaps.entries()) bitmaps[place] = widened(bitmap, words);
    }
  }

  get bytes(): number {
    return [...this.atLeast, ...this.slices].reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** Whoever is in a bin is in the bitmaps of all below it. */
  private binOf(row: number): number {
    let [low, high] = [0, this.bins];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.atLeast[middle - 1]![row >>> 5]! >>> (row & 31)) & 1) low = middle;
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
