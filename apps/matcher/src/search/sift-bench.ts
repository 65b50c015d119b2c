import { SiftKernel } from './sift-kernel.js';

/** Who passes all filters, who fails exactly one, and who has too little capacity and nothing else. */
export type Whom = 'passing' | 'failingOne' | 'starved';

/** A set, block by block. */
export type Blocks = readonly Int32Array[];

/** Words of 32 rows that are looked at together. */
export interface Block {
  readonly number: number;
  readonly first: number;
  readonly words: number;
}

/** What a sift works with, kept for the next one. */
export class SiftBench {
  readonly kernel = new SiftKernel();
  /** Who of a block was told of. */
  readonly told: Readonly<Record<Whom, Int32Array>> = {
    passing: this.aBlock(),
    failingOne: this.aBlock(),
    starved: this.aBlock(),
  };
  /** Rows of a block, and what is seen of each at a glance. */
  readonly promising = new Int32Array(32 * this.kernel.layout.slotWords);
  readonly seen = new Int32Array(32 * this.kernel.layout.slotWords);

  private readonly blocks = new WeakMap<Int32Array, Blocks>();

  /** A set cut into blocks: views that are kept as long as it is, for making them anew is work for the garbage collector. */
  blocksOf(bits: Int32Array): Blocks {
    const known = this.blocks.get(bits);
    if (known !== undefined) return known;
    const { slotWords } = this.kernel.layout;
    const blocks = Array.from({ length: Math.ceil(bits.length / slotWords) }, (_, block) =>
      bits.subarray(block * slotWords, (block + 1) * slotWords),
    );
    this.blocks.set(bits, blocks);
    return blocks;
  }

  private aBlock(): Int32Array {
    return new Int32Array(this.kernel.layout.slotWords);
  }
}
