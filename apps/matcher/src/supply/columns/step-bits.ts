/**
 * Who reaches which step, as one set of bits per step: a threshold between two steps takes all of the upper one as they
 * are, and only those between the two have to be looked at one by one.
 */
export class StepBits {
  private readonly reached: Uint32Array[];

  /** @param words of 32 rows each that the table has room for */
  constructor(
    readonly steps: number,
    words: number,
  ) {
    this.reached = Array.from({ length: steps }, () => new Uint32Array(words));
  }

  /** @param highest the last step that the row reaches; -1 for none */
  set(row: number, highest: number): void {
    const [word, bit] = [row >>> 5, 1 << (row & 31)];
    for (let step = 0; step < this.steps; step += 1) {
      if (step <= highest) this.reached[step]![word]! |= bit;
      else this.reached[step]![word]! &= ~bit;
    }
  }

  /** Who reaches a step: nobody does one above the last. */
  reaching(step: number): Uint32Array | null {
    return this.reached[step] ?? null;
  }

  widen(words: number): void {
    for (const [step, bits] of this.reached.entries()) {
      this.reached[step] = new Uint32Array(words);
      this.reached[step].set(bits);
    }
  }

  get bytes(): number {
    return this.reached.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }
}
