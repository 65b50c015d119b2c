/** A posting list that is shorter than this stays a list in any case. */
const shortList = 64;

/**
 * The rows to which something applies: a list while they are few, a bit for each row of the table as soon as the list would
 * take more room than the bits.
 */
export class PostingList {
  private list = new Uint32Array(4);
  private bitmap: Int32Array | null = null;
  private size = 0;

  /** @param words of 32 rows each that the table has room for */
  constructor(private words: number) {}

  get count(): number {
    return this.size;
  }

  /** The row must not be in it. */
  add(row: number): void {
    this.size += 1;
    if (this.bitmap !== null) {
      this.bitmap[row >>> 5]! |= 1 << (row & 31);
      return;
    }
    if (this.size > this.list.length) {
      const grown = new Uint32Array(Math.ceil(this.size * 1.5));
      grown.set(this.list);
      this.list = grown;
    }
    this.list[this.size - 1] = row;
    if (this.size > shortList && this.size > this.words) this.becomeBitmap();
  }

  /** The row must be in it. */
  remove(row: number): void {
    if (this.bitmap !== null) {
      this.bitmap[row >>> 5]! &= ~(1 << (row & 31));
    } else {
      this.list[this.list.indexOf(row)] = this.list[this.size - 1]!;
    }
    this.size -= 1;
  }

  /** When the table gets room for more rows. */
  widen(words: number): void {
    this.words = words;
    if (this.bitmap === null) return;
    const wider = new Int32Array(words);
    wider.set(this.bitmap);
    this.bitmap = wider;
  }

  /** As a bitmap; a list is spread out into an empty one. */
  toBitmap(allocate: () => Int32Array): Int32Array {
    if (this.bitmap !== null) return this.bitmap;
    const scratch = allocate();
    for (let index = 0; index < this.size; index += 1) {
      const row = this.list[index]!;
      scratch[row >>> 5]! |= 1 << (row & 31);
    }
    return scratch;
  }

  get bytes(): number {
    return this.list.byteLength + (this.bitmap?.byteLength ?? 0);
  }

  private becomeBitmap(): void {
    this.bitmap = new Int32Array(this.words);
    for (const row of this.list.subarray(0, this.size)) this.bitmap[row >>> 5]! |= 1 << (row & 31);
    this.list = new Uint32Array(0);
  }
}
