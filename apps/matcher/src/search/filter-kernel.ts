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

/** Constants that the kernel exports: the number of each slot, and how many words a slot has. */
const constants = [
  'slotWords',
  'listed',
  'active',
  'conflicting',
  'newcomers',
  'withCapacity',
  'cleared',
  'affordable',
  'priceLevel',
  'priceLevels',
  'staticScore',
  'passing',
  'failingOne',
  'shortOfCapacity',
  'higherBins',
  'sameBin',
  'digits',
  'undecided',
  'selected',
  'terms',
] as const;
export type Layout = Readonly<Record<(typeof constants)[number], number>>;

interface Functions {
  slotAt(slot: number): number;
  countOf(reason: number): number;
  clearCounts(): void;
  setShortfall(term: number, units: number): void;
  compareWithLimit(into: number, digitCount: number, limit: number, words: number): number;
  applyHardFilters(words: number, languages: number, skills: number, duties: number): void;
  selectCandidates(
    words: number,
    from: number,
    firstTerm: number,
    termCount: number,
    most: number,
    mostOfNewcomers: number,
  ): void;
}

const compiled = new WebAssembly.Module(readFileSync(new URL('./kernel/filter-kernel.wasm', import.meta.url)));
const pageBytes = 65_536;
/** Words of a vector: the kernel takes so many at a time. */
export const vectorWords = 4;

/** The vector kernel (apps/matcher/src/search/kernel/filter-kernel.ts) with memory of its own. */
export class FilterKernel {
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
