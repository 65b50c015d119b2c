/** Load factor: beyond it, a look-up takes too many steps. */
const maxLoad = 0.8;

/** Finds rows of a table by their content: open addressing with linear probing, four bytes a slot. */
export class HashIndex {
  /** Row + 1; 0 is empty. */
  private slots = new Uint32Array(16);
  private taken = 0;

  /** @param hashOf what a row of the table holds, as an unsigned number of 32 bits */
  constructor(private readonly hashOf: (row: number) => number) {}

  /** The row under a hash that is the one looked for; -1 if there is none. */
  find(hash: number, isIt: (row: number) => boolean): number {
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const row = this.slots[slot]! - 1;
      if (row < 0 || isIt(row)) return row;
    }
  }

  /** The row must not be in it yet. */
  add(row: number): void {
    this.taken += 1;
    if (this.taken > this.slots.length * maxLoad) this.rehash(this.slots.length * 2);
    this.place(row);
  }

  /** Before what the row holds is changed. Moves up those that stand behind it only because its slot was taken. */
  remove(row: number): void {
    const mask = this.slots.length - 1;
    let gap = this.hashOf(row) & mask;
    while (this.slots[gap] !== row + 1) gap = (gap + 1) & mask;
    for (let next = (gap + 1) & mask; this.slots[next] !== 0; next = (next + 1) & mask) {
      const home = this.hashOf(this.slots[next]! - 1) & mask;
      if (((next - home) & mask) < ((next - gap) & mask)) continue;
      this.slots[gap] = this.slots[next]!;
      gap = next;
    }
    this.slots[gap] = 0;
    this.taken -= 1;
  }

  get bytes(): number {
    return this.slots.byteLength;
  }

  private place(row: number): void {
    const mask = this.slots.length - 1;
    let slot = this.hashOf(row) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = row + 1;
  }

  private rehash(size: number): void {
    const before = this.slots;
    this.slots = new Uint32Array(size);
    for (const taken of before) if (taken !== 0) this.place(taken - 1);
  }
}

/** Mixes a number of 32 bits so that all of its bits count in the lowest ones (the finaliser of MurmurHash3). */
export function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
