import type { BitSlicedIndex } from './columns/bit-sliced-index.js';
import type { SupplyColumns } from './columns/supply-columns.js';
import type { BitmapBlocks, Block, FilterBuffers } from './filter-buffers.js';

/** A limit, and the parts of a bit-sliced index that a number is compared with it by. */
interface Threshold {
  readonly number: number;
  /** Who is in a bin above that of the limit, and so above it for certain; null for nobody. */
  readonly higherBins: Int32Array | null;
  /** Who is in the bin of the limit or above, and so may be above it; null for everybody. */
  readonly fromItsBin: Int32Array | null;
  /** The binary digits of the numbers within their bins, the highest first. */
  readonly slices: readonly Int32Array[];
}

/** Nothing is known of anybody: each row is looked at. */
export const unknownThreshold: Threshold = { number: 0, higherBins: null, fromItsBin: null, slices: [] };

export function thresholdIn(index: BitSlicedIndex, number: number): Threshold {
  return { number, higherBins: index.aboveBinOf(number), fromItsBin: index.fromBinOf(number), slices: index.slices };
}

/**
 * Finds who keeps a limit: by the bit-sliced index, and the few whose number in the index equals that of the limit by their
 * exact values.
 */
export class ThresholdFilter {
  private readonly number: number;
  private readonly higherBins: BitmapBlocks | null;
  private readonly fromItsBin: BitmapBlocks;
  private readonly slices: readonly BitmapBlocks[];

  /**
   * @param slot for those who keep the limit
   * @param isWithin whether a row keeps it, by its exact value
   */
  constructor(
    supply: SupplyColumns,
    private readonly buffers: FilterBuffers,
    private readonly slot: number,
    { number, higherBins, fromItsBin, slices }: Threshold,
    private readonly isWithin: (row: number) => boolean,
  ) {
    this.number = number;
    this.higherBins = higherBins === null ? null : buffers.blocksOf(higherBins);
    this.fromItsBin = buffers.blocksOf(fromItsBin ?? supply.bits.listed);
    this.slices = slices.map((slice) => buffers.blocksOf(slice));
  }

  apply({ number: block, firstWord, words }: Block): void {
    const { higherBins, slices, slot, fromItsBin } = this;
    const { kernel } = this.buffers;
    const { layout } = kernel;
    if (higherBins === null) kernel.slot(layout.higherBins).fill(0);
    else kernel.slot(layout.higherBins).set(higherBins[block]!);
    kernel.slot(layout.sameBin).set(fromItsBin[block]!);
    for (let digit = 0; digit < slices.length; digit += 1) {
      kernel.slot(layout.digits + digit).set(slices[digit]![block]!);
    }
    if (!kernel.run.compareWithLimit(slot, slices.length, this.number, words)) return;
    const [undecided, kept] = [kernel.slot(layout.undecided), kernel.slot(slot)];
    for (let word = 0; word < words; word += 1) {
      for (let rows = undecided[word]!; rows !== 0; rows &= rows - 1) {
        const bit = 31 - Math.clz32(rows & -rows);
        if (this.isWithin(((firstWord + word) << 5) | bit)) kept[word]! |= 1 << bit;
      }
    }
  }
}
