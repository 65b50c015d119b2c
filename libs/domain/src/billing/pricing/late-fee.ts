import { divideHalfEven, type Money, moneyOf, wholeBps } from '../money/money.js';
import { hourMs, instantMs, minuteMs } from '../../time/instant.js';
import type { Slot } from '../../time/slot.js';

/** A slot can be called off for nothing until `freeCancellationHours` before it starts; later it costs a share of its price. */
export interface CancellationTerms {
  readonly freeCancellationHours: number;
  /** Basis points of the slot's price at the booking's hourly rate. */
  readonly lateFeeBps: number;
}

/**
 * What calling off these slots costs: of those that start in less than `freeCancellationHours`, the share `lateFeeBps` of
 * their time at the hourly rate, rounded half to even once.
 */
export function lateFee(slots: readonly Slot[], terms: CancellationTerms, hourlyRate: Money, now: string): Money {
  const freeFrom = instantMs(now) + terms.freeCancellationHours * hourMs;
  const late = slots.filter(({ startAt }) => instantMs(startAt) < freeFrom);
  const minutes =
    late.reduce((total, { startAt, endAt }) => total + instantMs(endAt) - instantMs(startAt), 0) / minuteMs;
  const exact = BigInt(hourlyRate.amountMinor) * BigInt(minutes) * BigInt(terms.lateFeeBps);
  return moneyOf(divideHalfEven(exact, 60n * BigInt(wholeBps)), hourlyRate.currency);
}
