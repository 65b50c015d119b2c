/** The top k of the totals that were added. */
export class TopTotals {
  private readonly totals: Float64Array;
  private count = 0;

  constructor(private readonly size: number) {
    this.totals = new Float64Array(size);
    this.lowest = size === 0 ? Infinity : -Infinity;
  }

  /** What a total has to reach to be among them; everything does while there are fewer. */
  lowest: number;

  /** The same: newcomers have no places of their own here. */
  get lowestOfNewcomers(): number {
    return this.lowest;
  }

  add(total: number): void {
    if (total <= this.lowest) return;
    let at = Math.min(this.count, this.size - 1);
    for (; at > 0 && this.totals[at - 1]! < total; at -= 1) this.totals[at] = this.totals[at - 1]!;
    this.totals[at] = total;
    this.count = Math.min(this.count + 1, this.size);
    if (this.count === this.size) this.lowest = this.totals[this.size - 1]!;
  }
}
