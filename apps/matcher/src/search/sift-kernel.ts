import { readFileSync } from 'node:fs';

/** What is used of it: the types of Node.js leave it to those of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
};
interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** The numbers of the slots, and how many a row of them has: constants that the kernel exports. */
const constants = [
  'slotWords',
  'listed',
  'active',
  'conflicting',
  'newcomers',
  'capable',
  'cleared',
  'affordable',
  'priced',
  'priceLevels',
  'standing',
  'passing',
  'failingOne',
  'starved',
  'above',
  'onLimit',
  'digits',
  'open',
  'picked',
  'asked',
] as const;
export type Layout = Readonly<Record<(typeof constants)[number], number>>;

interface Functions {
  slotAt(slot: number): number;
  countOf(reason: number): number;
  clearCounts(): void;
  setLack(term: number, units: number): void;
  reach(into: number, digitCount: number, limit: number, words: number): number;
  winnow(words: number, languages: number, duties: number): void;
  pick(words: number, from: number, firstTerm: number, terms: number, most: number, mostOfNewcomers: number): void;
}

const compiled = new WebAssembly.Module(readFileSync(new URL('./kernel/sift.wasm', import.meta.url)));
const pageBytes = 65_536;
/** Words of a vector: slots are gone through in such steps. */
export const vectorWords = 4;

/** The vector kernel (apps/matcher/src/search/kernel/sift.ts) with memory of its own. */
export class SiftKernel {
  readonly run: Functions;
  readonly layout: Layout;
  private readonly memory: Memory;
  private views: Int32Array[] = [];

  constructor() {
    const { exports } = new WebAssembly.Instance(compiled);
    this.run = exports as unknown as Functions;
    this.layout = Object.fromEntries(
      constants.map((name) => [name, (exports[name] as { readonly value: number }).value]),
    ) as Layout;
    this.memory = exports['memory'] as Memory;
  }

  /** Makes room for so many slots; views that were given out before are then void. */
  reserve(slots: number): void {
    const missing = this.run.slotAt(slots) - this.memory.buffer.byteLength;
    if (missing <= 0) return;
    this.memory.grow(Math.ceil(missing / pageBytes));
    this.views = [];
  }

  slot(number: number): Int32Array {
    return (this.views[number] ??= new Int32Array(this.memory.buffer, this.run.slotAt(number), this.layout.slotWords));
  }
}
