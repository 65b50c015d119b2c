import { isBefore } from '../../time/calendar.js';
import type { CountedMinutes } from './hours-of-period.js';
import type { HourPack } from './hour-pack.js';

/** A pack, and what entries of its period take of it. */
export interface PackInUse {
  readonly pack: Pick<HourPack, 'minutes' | 'carryOverMinutes' | 'refundedMinutes' | 'endsAt'>;
  readonly counted: CountedMinutes;
}

/** What became of the minutes of a pack. */
export interface PackBalance {
  /** Left of the packs before, as far as that was agreed to stay. */
  readonly carriedMinutes: number;
  /** The most that entries of its period may take together: what later periods have used of what was carried over is gone. */
  readonly availableMinutes: number;
  /** Recorded and accepted. */
  readonly usedMinutes: number;
  /** Nobody has used it yet, and it was not paid back. */
  readonly leftMinutes: number;
  /** What the next pack gets, or would get, of what is left. */
  readonly carriedOnMinutes: number;
}

/**
 * What each pack of a line has, the earliest first. Unused minutes stay for the next pack up to a limit and lapse beyond it. What was
 * carried over is used last, so that an entry of before that is corrected later takes nothing that somebody has used since.
 */
export function packBalances(packs: readonly PackInUse[]): PackBalance[] {
  const owed = minutesOwedBack(packs);
  const balances: PackBalance[] = [];
  let carriedMinutes = 0;
  for (const [index, { pack, counted }] of packs.entries()) {
    const { minutes, carryOverMinutes, refundedMinutes } = pack;
    const usedMinutes = counted.recorded + counted.accepted;
    const unused = Math.max(0, minutes + carriedMinutes - usedMinutes);
    const availableMinutes = minutes + carriedMinutes - refundedMinutes - (owed[index + 1] ?? 0);
    const carriedOnMinutes = Math.max(0, Math.min(carryOverMinutes, unused) - refundedMinutes);
    balances.push({
      carriedMinutes,
      availableMinutes: Math.max(0, availableMinutes),
      usedMinutes,
      leftMinutes: Math.max(0, unused - refundedMinutes),
      carriedOnMinutes,
    });
    carriedMinutes = carriedOnMinutes;
  }
  return balances;
}

/** Of each pack, what its period and later ones have used beyond their own minutes, which the packs before have to leave. */
function minutesOwedBack(packs: readonly PackInUse[]): number[] {
  const owed = packs.map(() => 0);
  for (let index = packs.length - 1; index >= 0; index -= 1) {
    const { pack, counted } = packs[index]!;
    const used = counted.recorded + counted.accepted + pack.refundedMinutes;
    owed[index] = Math.max(0, used + (owed[index + 1] ?? 0) - pack.minutes);
  }
  return owed;
}

/**
 * What is unused at an instant, by pack: of the latest what is left of its own minutes, of the one before what was carried over from it.
 * What has lapsed is nobody's any more.
 */
export function unusedOfPacks(packs: readonly PackInUse[], now: string): number[] {
  const unused = packs.map(() => 0);
  const last = packs.length - 1;
  const balance = packBalances(packs)[last];
  if (balance === undefined) return unused;
  const { pack } = packs[last]!;
  const left = isBefore(now, pack.endsAt) ? balance.leftMinutes : balance.carriedOnMinutes;
  unused[last] = Math.min(left, pack.minutes - pack.refundedMinutes);
  if (last > 0) unused[last - 1] = left - unused[last];
  return unused;
}
