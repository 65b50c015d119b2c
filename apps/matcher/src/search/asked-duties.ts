import type { PreparedNeed } from '#domain';
import type { SupplyColumns } from './columns/supply-columns.js';
import type { BitRoom } from './bit-room.js';

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
