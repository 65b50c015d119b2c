/** Arrays grow by so much at a time: less wastes time in copying, more wastes room. */
const growth = 1.25;
/** Rows come in whole words of bitsets, and in enough of them that small tables don't grow all the time. */
const granularity = 256;

/** Numbers rows from 0, and gives freed ones out again before new ones. */
export class RowAllocator {
  private next = 0;
  private readonly freed: number[] = [];

  /** Rows in use. */
  get used(): number {
    return this.next - this.freed.length;
  }

  /** One above the highest row that was ever in use. */
  get end(): number {
    return this.next;
  }

  take(): number {
    const row = this.freed.pop();
    if (row !== undefined) return row;
    this.next += 1;
    return this.next - 1;
  }

  free(row: number): void {
    this.freed.push(row);
  }

  /** How many rows arrays should have room for that have to hold so many. */
  roomFor(rows: number): number {
    return Math.ceil((rows * growth) / granularity) * granularity;
  }
}
