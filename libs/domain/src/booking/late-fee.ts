import { divideHalfEven, type Money, moneyOf, wholeBps, zero } from '../billing/money.js';
import { hourMs, instantMs, minuteMs } from '../time/instant.js';
import type { Slot } from '../time/slot.js';
import type { CancellationTerms, CancellingParty } from './booking.js';

/**
 * What calling off these slots costs: of those that start in less than `freeUntilHours`, the share `lateFeeBps` of
 * their time at the hourly rate, rounded half to even once. Only the business pays for calling off late.
 */
export function lateFee(
  slots: readonly Slot[],
  terms: CancellationTerms,
  hourlyRate: Money,
  cancelledBy: CancellingParty,
  now: string,
): Money {
  if (cancelledBy !== 'business') return zero(hourlyRate.currency);
  const freeFrom = instantMs(now) + terms.freeUntilHours * hourMs;
  const late = slots.filter(({ startAt }) => instantMs(startAt) < freeFrom);
  const minutes =
    late.reduce((total, { startAt, endAt }) => total + instantMs(endAt) - instantMs(startAt), 0) / minuteMs;
  const exact = BigInt(hourlyRate.amountMinor) * BigInt(minutes) * BigInt(terms.lateFeeBps);
  return moneyOf(divideHalfEven(exact, 60n * BigInt(wholeBps)), hourlyRate.currency);
}
