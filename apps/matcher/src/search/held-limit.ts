import type { StepBits } from './columns/step-bits.js';
import type { SupplyColumns } from './columns/supply-columns.js';
import type { Block, Blocks, SiftBench } from './sift-bench.js';

/** A number, who has more for certain (null: nobody), and who may have it (null: everybody). */
interface Limit {
  readonly number: number;
  readonly above: Int32Array | null;
  readonly onLimit: Int32Array | null;
  /** Of the numbers, the highest first. */
  readonly digits: readonly Int32Array[];
}

/** Nobody is above it for certain. */
export const unknownLimit: Limit = { number: 0, above: null, onLimit: null, digits: [] };

export function limitIn(steps: StepBits, number: number): Limit {
  return { number, above: steps.aboveStepOf(number), onLimit: steps.onStepOf(number), digits: steps.planes };
}

/**
 * Finds who keeps a limit: by the sets that are kept of it, and for the few who have the very number of the limit by their own
 * values.
 */
export class HeldLimit {
  private readonly number: number;
  private readonly above: Blocks | null;
  private readonly onLimit: Blocks;
  private readonly digits: readonly Blocks[];

  /**
   * @param into the slot for those who keep it
   * @param keeps whether a row keeps it whose number is the limit itself
   */
  constructor(
    supply: SupplyColumns,
    private readonly bench: SiftBench,
    private readonly into: number,
    { number, above, onLimit, digits }: Limit,
    private readonly keeps: (row: number) => boolean,
  ) {
    this.number = number;
    this.above = above === null ? null : bench.blocksOf(above);
    this.onLimit = bench.blocksOf(onLimit ?? supply.bits.listed);
    this.digits = digits.map((plane) => bench.blocksOf(plane));
  }

  hold({ number: block, first, words }: Block): void {
    const { above, digits, into, onLimit } = this;
    const { kernel } = this.bench;
    const { layout } = kernel;
    if (above === null) kernel.slot(layout.above).fill(0);
    else kernel.slot(layout.above).set(above[block]!);
    kernel.slot(layout.onLimit).set(onLimit[block]!);
    for (let digit = 0; digit < digits.length; digit += 1) {
      kernel.slot(layout.digits + digit).set(digits[digit]![block]!);
    }
    if (!kernel.run.reach(into, digits.length, this.number, words)) return;
    const [open, reached] = [kernel.slot(layout.open), kernel.slot(into)];
    for (let word = 0; word < words; word += 1) {
      for (let rows = open[word]!; rows !== 0; rows &= rows - 1) {
        const bit = 31 - Math.clz32(rows & -rows);
        if (this.keeps(((first + word) << 5) | bit)) reached[word]! |= 1 << bit;
      }
    }
  }
}
