import type { PreparedNeed } from '#domain';
import type { SupplyColumns } from '../../supply/columns/supply-columns.js';
import type { BitRoom } from './bit-room.js';

/** Weights that are missing are told apart up to here; whoever misses more is in one class. */
export const lastClass = 8;

/** The duties of a need with who offers them. */
export interface AskedDuties {
  readonly bits: readonly Uint32Array[];
  /** Importance of each; a duty of several lines has theirs together. */
  readonly weights: readonly number[];
  readonly whole: number;
}

export function askedDuties(supply: SupplyColumns, { need }: PreparedNeed, room: BitRoom): AskedDuties {
  const weights = new Map<string, number>();
  for (const { dutyCode, importance } of need.lines) weights.set(dutyCode, (weights.get(dutyCode) ?? 0) + importance);
  const empty = room.take();
  const bits = [...weights.keys()].map((code) => {
    const posting = supply.profiles.offering(code);
    if (posting.count === 0) return empty;
    return posting.asBits(posting.isList ? room.take() : empty);
  });
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return { bits, weights: [...weights.values()], whole };
}

/**
 * Sorts assistants by the weight of the duties that they don't offer: class 0 offers all, class 1 lacks one unit of
 * weight, and so on; the last class lacks `lastClass` units or more. Counted in binary, a bit set for each digit, for 32 at
 * a time.
 */
export class DutyClasses {
  /** Weight of one class. */
  readonly unit: number;
  private readonly ones: Uint32Array;
  private readonly twos: Uint32Array;
  private readonly fours: Uint32Array;
  private readonly beyond: Uint32Array;
  /** One bit for each class. */
  private possible = 1;

  constructor(
    { bits, weights }: AskedDuties,
    of: readonly [Uint32Array, Uint32Array],
    private readonly words: number,
    room: BitRoom,
  ) {
    this.unit = Math.max(1, weights.reduce(greatestCommonDivisor, 0));
    [this.ones, this.twos, this.fours] = [room.take(), room.take(), room.take()];
    this.beyond = room.take();
    for (const weight of weights) {
      for (let sum = lastClass; sum >= 0; sum -= 1) {
        if (this.canBe(sum)) this.possible |= 1 << Math.min(lastClass, sum + weight / this.unit);
      }
    }
    for (const [index, weight] of weights.entries()) this.addMissing(bits[index]!, weight / this.unit, of);
  }

  /** Whether anybody can be in a class: not every sum of weights can be lacked. */
  canBe(inClass: number): boolean {
    return ((this.possible >>> inClass) & 1) === 1;
  }

  /** Of 32 rows of a set, those that are in a class. */
  rowsOfWord(set: Uint32Array, inClass: number, word: number): number {
    const rows = set[word]!;
    if (rows === 0) return 0;
    const beyond = this.beyond[word]!;
    if (inClass === lastClass) return rows & beyond;
    // Digits that have to be 0 are turned over, so that one AND keeps whoever has all digits right.
    const one = inClass & 1 ? this.ones[word]! : ~this.ones[word]!;
    const two = inClass & 2 ? this.twos[word]! : ~this.twos[word]!;
    const four = inClass & 4 ? this.fours[word]! : ~this.fours[word]!;
    return rows & ~beyond & one & two & four;
  }

  private addMissing(offered: Uint32Array, weight: number, [one, other]: readonly [Uint32Array, Uint32Array]): void {
    const { beyond, words } = this;
    const digits = [this.ones, this.twos, this.fours] as const;
    for (let word = 0; word < words; word += 1) {
      const missing = (one[word]! | other[word]!) & ~offered[word]!;
      if (missing === 0) continue;
      if (weight >= lastClass) {
        beyond[word]! |= missing;
        continue;
      }
      for (let digit = 0; digit < digits.length; digit += 1) {
        if (((weight >> digit) & 1) === 0) continue;
        let carry = missing;
        for (let at = digit; at < digits.length && carry !== 0; at += 1) {
          const before = digits[at]![word]!;
          digits[at]![word] = before ^ carry;
          carry &= before;
        }
        beyond[word]! |= carry;
      }
    }
  }
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}
