import { FilterKernel } from './filter-kernel.js';

/** What the hard filters say of somebody who may be of interest: passes, fails exactly one, or is short of capacity alone. */
export type FilterOutcome = 'passing' | 'failingOne' | 'shortOfCapacity';

/** A bitmap in blocks. */
export type BitmapBlocks = readonly Int32Array[];

/** The part of the bitmaps that is worked on at a time: words of 32 rows. */
export interface Block {
  readonly number: number;
  readonly firstWord: number;
  readonly words: number;
}

/** Memory that a pass works with, kept for the next one. */
export class FilterBuffers {
  readonly kernel = new FilterKernel();
  /** Of the block, who was emitted already. */
  readonly emitted: Readonly<Record<FilterOutcome, Int32Array>> = {
    passing: this.newBlock(),
    failingOne: this.newBlock(),
    shortOfCapacity: this.newBlock(),
  };
  /** Rows of the candidates in a block, and the packed column `glance` of each. */
  readonly candidateRows = new Int32Array(32 * this.kernel.layout.slotWords);
  readonly candidateGlances = new Int32Array(32 * this.kernel.layout.slotWords);

  private readonly blocks = new WeakMap<Int32Array, BitmapBlocks>();

  /** A bitmap cut into blocks: views that are kept as long as it is, for making them anew is work for the garbage collector. */
  blocksOf(bitmap: Int32Array): BitmapBlocks {
    const known = this.blocks.get(bitmap);
    if (known !== undefined) return known;
    const { slotWords } = this.kernel.layout;
    const blocks = Array.from({ length: Math.ceil(bitmap.length / slotWords) }, (_, block) =>
      bitmap.subarray(block * slotWords, (block + 1) * slotWords),
    );
    this.blocks.set(bitmap, blocks);
    return blocks;
  }

  private newBlock(): Int32Array {
    return new Int32Array(this.kernel.layout.slotWords);
  }
}
