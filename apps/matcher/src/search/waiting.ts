const bucketBits = 11;
/** Bounds are millionths, at most a little above a million. */
const buckets = 2 ** (21 - bucketBits);
const firstRoom = 1_024;
/** Numbers that are kept of each row. */
const width = 4;

/**
 * Rows that wait to be looked at, the most promising first, to a bucket of 2 048 points. They lie in arrays that are kept from
 * one search to the next, with no object for each.
 */
export class Waiting {
  /** Row, bound, points for skills and number of looks, one behind the other. */
  private places = new Int32Array(width * firstRoom);
  /** The place behind each in its bucket, or among the free ones; -1 for none. */
  private next = new Int32Array(firstRoom);
  private readonly firstOf = new Int32Array(buckets).fill(-1);
  private highest = -1;
  private used = 0;
  private free = -1;

  /** What `pop` took out. */
  row = 0;
  bound = 0;
  skills = 0;
  looks = 0;

  clear(): void {
    this.firstOf.fill(-1);
    [this.highest, this.used, this.free] = [-1, 0, -1];
  }

  /**
   * @param bound millionths that the row can have at most
   * @param skills how many of them are for skills
   * @param looks how often the row was looked at
   */
  push(row: number, bound: number, skills: number, looks: number): void {
    const place = this.takePlace();
    const { places } = this;
    const at = place * width;
    places[at] = row;
    places[at + 1] = bound;
    places[at + 2] = skills;
    places[at + 3] = looks;
    const bucket = bound >>> bucketBits;
    this.next[place] = this.firstOf[bucket]!;
    this.firstOf[bucket] = place;
    if (bucket > this.highest) this.highest = bucket;
  }

  /** Takes out one of the most promising, if there is any that may reach so many points. */
  pop(points: number): boolean {
    const lowest = points <= 0 ? 0 : points >>> bucketBits;
    while (this.highest >= lowest && this.firstOf[this.highest] === -1) this.highest -= 1;
    if (this.highest < lowest) return false;
    const place = this.firstOf[this.highest]!;
    this.firstOf[this.highest] = this.next[place]!;
    this.next[place] = this.free;
    this.free = place;
    const { places } = this;
    const at = place * width;
    this.row = places[at]!;
    this.bound = places[at + 1]!;
    this.skills = places[at + 2]!;
    this.looks = places[at + 3]!;
    return true;
  }

  private takePlace(): number {
    const place = this.free;
    if (place >= 0) {
      this.free = this.next[place]!;
      return place;
    }
    if (this.used === this.next.length) {
      const [places, next] = [this.places, this.next];
      this.places = new Int32Array(2 * places.length);
      this.places.set(places);
      this.next = new Int32Array(2 * next.length);
      this.next.set(next);
    }
    this.used += 1;
    return this.used - 1;
  }
}
