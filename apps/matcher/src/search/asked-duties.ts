import type { PreparedNeed } from '#domain';
import type { SupplyColumns } from './columns/supply-columns.js';
import type { BitmapPool } from './bitmap-pool.js';

/** The duties of a need, each with the bitmap of who offers it. */
export interface AskedDuties {
  readonly bitmaps: readonly Int32Array[];
  /** Importance of each; a duty of several lines has theirs together. */
  readonly weights: readonly number[];
  readonly whole: number;
}

export function askedDuties(supply: SupplyColumns, { need }: PreparedNeed, pool: BitmapPool): AskedDuties {
  const weights = new Map<string, number>();
  for (const { dutyCode, importance } of need.lines) weights.set(dutyCode, (weights.get(dutyCode) ?? 0) + importance);
  const bitmaps = [...weights.keys()].map((code) => supply.profiles.offering(code).toBitmap(pool.allocate));
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return { bitmaps, weights: [...weights.values()], whole };
}
