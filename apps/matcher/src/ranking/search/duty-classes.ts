import type { PreparedNeed } from '#domain';
import type { SupplyColumns } from '../../supply/columns/supply-columns.js';
import type { BitRoom } from './bit-room.js';

/** Weights that are missing are told apart up to here; whoever misses more is in one class. */
export const lastClass = 8;

/** The duties of a need with who offers them. */
export interface AskedDuties {
  readonly bits: readonly Int32Array[];
  /** Importance of each; a duty of several lines has theirs together. */
  readonly weights: readonly number[];
  readonly whole: number;
}

export function askedDuties(supply: SupplyColumns, { need }: PreparedNeed, room: BitRoom): AskedDuties {
  const weights = new Map<string, number>();
  for (const { dutyCode, importance } of need.lines) weights.set(dutyCode, (weights.get(dutyCode) ?? 0) + importance);
  const bits = [...weights.keys()].map((code) => supply.profiles.offering(code).asBits(room.empty));
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return { bits, weights: [...weights.values()], whole };
}

/**
 * Sorts assistants by the weight of the duties that they don't offer: class 0 offers all, class 1 lacks one unit of
 * weight, and so on; the last class lacks `lastClass` units or more. Counted in binary, for 32 assistants at a time.
 */
export class DutyClasses {
  /** Weight of one class. */
  readonly unit: number;
  /** The classes that anybody can be in, ascending: not every sum of weights can be lacked. */
  readonly possible: readonly number[];
  private readonly bits: readonly Int32Array[];
  /** In units. */
  private readonly weights: readonly number[];
  /** The word that was counted last, and the digits of what its assistants lack. */
  private counted = -1;
  private ones = 0;
  private twos = 0;
  private fours = 0;
  private beyond = 0;

  constructor({ bits, weights }: AskedDuties) {
    this.unit = Math.max(1, weights.reduce(greatestCommonDivisor, 0));
    this.bits = bits;
    this.weights = weights.map((weight) => weight / this.unit);
    const lacked = this.weights.reduce<readonly number[]>(
      (sums, weight) => [...new Set([...sums, ...sums.map((sum) => Math.min(lastClass, sum + weight))])],
      [0],
    );
    this.possible = lacked.toSorted((one, other) => one - other);
  }

  /** Who offers any of the duties. */
  offering(word: number): number {
    const { bits } = this;
    let any = 0;
    for (let duty = 0; duty < bits.length; duty += 1) any |= bits[duty]![word]!;
    return any;
  }

  /** Who offers all of them: class 0, without counting what others lack. */
  offeringAll(word: number): number {
    const { bits } = this;
    let all = -1;
    for (let duty = 0; duty < bits.length; duty += 1) all &= bits[duty]![word]!;
    return all;
  }

  /** Counts what the assistants of a word lack. */
  count(word: number): void {
    if (word === this.counted) return;
    const { bits, weights } = this;
    let ones = 0;
    let twos = 0;
    let fours = 0;
    let beyond = 0;
    for (let duty = 0; duty < bits.length; duty += 1) {
      const lacking = ~bits[duty]![word]!;
      const weight = weights[duty]!;
      if (weight >= lastClass) {
        beyond |= lacking;
        continue;
      }
      // An addition in binary: to each digit comes that of the weight, for those who lack the duty, and what is carried.
      const one = weight & 1 ? lacking : 0;
      const two = weight & 2 ? lacking : 0;
      const four = weight & 4 ? lacking : 0;
      const toTwos = ones & one;
      ones ^= one;
      const toFours = (twos & two) | (toTwos & (twos | two));
      twos ^= two ^ toTwos;
      beyond |= (fours & four) | (toFours & (fours | four));
      fours ^= four ^ toFours;
    }
    this.counted = word;
    this.ones = ones;
    this.twos = twos;
    this.fours = fours;
    this.beyond = beyond;
  }

  /** Who is in a class, of the word that was counted. */
  rowsOf(inClass: number): number {
    if (inClass === lastClass) return this.beyond;
    // Digits that have to be 0 are turned over, so that one AND keeps whoever has all digits right.
    const one = inClass & 1 ? this.ones : ~this.ones;
    const two = inClass & 2 ? this.twos : ~this.twos;
    const four = inClass & 4 ? this.fours : ~this.fours;
    return ~this.beyond & one & two & four;
  }
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}
