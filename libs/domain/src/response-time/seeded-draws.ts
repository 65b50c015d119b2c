import { seededRandom } from '../matching/seeded-random.js';

/** Numbers that look random and are the same for the same seed. */
export class SeededDraws {
  private state: number;

  constructor(seed: string) {
    this.state = Math.floor(seededRandom('draws', seed) * 2 ** 32);
  }

  /** 0 to 1, neither included: mulberry32. */
  uniform(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  }

  /** Box and Muller. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /** Of a shape of 1 or more and scale 1: Marsaglia and Tsang, ACM TOMS 26, 2000. */
  gamma(shape: number): number {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(this.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  /** Of two shapes of 1 or more. */
  beta(one: number, other: number): number {
    const [x, y] = [this.gamma(one), this.gamma(other)];
    return x / (x + y);
  }
}
