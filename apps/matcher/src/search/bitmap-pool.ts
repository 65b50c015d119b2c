/** Bitmaps to work in, kept from one search to the next so that none has to be allocated anew. */
export class BitmapPool {
  private bitmaps: Int32Array[] = [];
  private used = 0;

  constructor(private words = 0) {}

  /** Begins anew: all that were handed out are free again. */
  reset(words: number): void {
    if (words > this.words) {
      this.words = Math.ceil(words * 1.25);
      this.bitmaps = [];
    }
    this.used = 0;
  }

  /** An empty bitmap. */
  readonly allocate = (): Int32Array => {
    const bitmap = this.bitmaps[this.used];
    if (bitmap === undefined) this.bitmaps.push(new Int32Array(this.words));
    else bitmap.fill(0);
    this.used += 1;
    return this.bitmaps[this.used - 1]!;
  };
}
