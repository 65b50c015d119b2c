const bucketBits = 11;
/** Bounds are millionths, at most a little above a million. */
const buckets = 2 ** (21 - bucketBits);
const initialCapacity = 1_024;
/** Numbers that are kept of each candidate. */
const width = 4;

/**
 * A priority queue of candidates by the upper bound of their totals: a bucket queue, exact to a bucket of 2,048 points. It
 * lies in arrays that are kept from one search to the next, with no object for each candidate.
 */
export class CandidateQueue {
  /** Row, bound, points for skills and stage, one behind the other. */
  private entries = new Int32Array(width * initialCapacity);
  /** The entry behind each in its bucket, or among the free ones; -1 for none. */
  private next = new Int32Array(initialCapacity);
  private readonly firstOf = new Int32Array(buckets).fill(-1);
  private highest = -1;
  private used = 0;
  private free = -1;

  /** What `pop` took out. */
  row = 0;
  bound = 0;
  skills = 0;
  stage = 0;

  clear(): void {
    this.firstOf.fill(-1);
    [this.highest, this.used, this.free] = [-1, 0, -1];
  }

  /**
   * @param bound millionths that the row's total can be at most
   * @param skills how many of them are for skills
   * @param stage how far the row was evaluated
   */
  push(row: number, bound: number, skills: number, stage: number): void {
    const entry = this.allocate();
    const { entries } = this;
    const at = entry * width;
    entries[at] = row;
    entries[at + 1] = bound;
    entries[at + 2] = skills;
    entries[at + 3] = stage;
    const bucket = bound >>> bucketBits;
    this.next[entry] = this.firstOf[bucket]!;
    this.firstOf[bucket] = entry;
    if (bucket > this.highest) this.highest = bucket;
  }

  /** Takes out one of those with the highest bound, if any may reach so many points. */
  pop(points: number): boolean {
    const lowest = points <= 0 ? 0 : points >>> bucketBits;
    while (this.highest >= lowest && this.firstOf[this.highest] === -1) this.highest -= 1;
    if (this.highest < lowest) return false;
    const entry = this.firstOf[this.highest]!;
    this.firstOf[this.highest] = this.next[entry]!;
    this.next[entry] = this.free;
    this.free = entry;
    const { entries } = this;
    const at = entry * width;
    this.row = entries[at]!;
    this.bound = entries[at + 1]!;
    this.skills = entries[at + 2]!;
    this.stage = entries[at + 3]!;
    return true;
  }

  private allocate(): number {
    const entry = this.free;
    if (entry >= 0) {
      this.free = this.next[entry]!;
      return entry;
    }
    if (this.used === this.next.length) {
      const [entries, next] = [this.entries, this.next];
      this.entries = new Int32Array(2 * entries.length);
      this.entries.set(entries);
      this.next = new Int32Array(2 * next.length);
      this.next.set(next);
    }
    this.used += 1;
    return this.used - 1;
  }
}
