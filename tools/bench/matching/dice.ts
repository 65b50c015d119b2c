/** Chance that a seed repeats: mulberry32, by Tommy Ettinger, in the public domain. */
export class Dice {
  private state: number;

  constructor(seed: number, stream = 0) {
    this.state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) >>> 0;
  }

  /** From 0 to 1, which isn't included. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** An integer from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(part: number): boolean {
    return this.next() < part;
  }

  pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.next() * values.length)]!;
  }

  /** Around 0, mostly between -2 and 2. */
  bell(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * Math.sqrt(3);
  }
}

/** Values of which the first are far more popular than the last: the n-th is selected in proportion to 1 / (n + 2). */
export class Zipf<T> {
  private readonly upTo: number[] = [];

  constructor(private readonly values: readonly T[]) {
    let sum = 0;
    for (const index of values.keys()) this.upTo.push((sum += 1 / (index + 2)));
  }

  pick(dice: Dice): T {
    const at = dice.next() * this.upTo.at(-1)!;
    return this.values[this.upTo.findIndex((limit) => at < limit)]!;
  }

  /** So many different ones. */
  some(dice: Dice, count: number): T[] {
    const selected = new Set<T>();
    while (selected.size < Math.min(count, this.values.length)) selected.add(this.pick(dice));
    return [...selected];
  }
}
