import { demand } from '../../policy.js';
import { assertLocalDate } from '../../time/local-date.js';
import type { Currency } from '../money/currency.js';
import { wholeBps } from '../money/money.js';

/** From so much invoiced work on, the commission is this share. */
export interface CommissionTier {
  /** Minor units of the schedule's currency, without tax and commission. */
  readonly fromMinor: number;
  readonly bps: number;
}

/** What the marketplace takes of an agency's agreements that are drafted from a local date on, until a later schedule begins. */
export interface CommissionSchedule {
  readonly effectiveOn: string;
  readonly currency: Currency;
  /** By `fromMinor`, the first from nothing. */
  readonly tiers: readonly CommissionTier[];
}

/** The most tiers that a schedule has. */
const mostCommissionTiers = 10;

/**
 * @param today a schedule begins today at the earliest: what was drafted keeps its commission
 * @throws DomainError `commission.…`, `time.bad-date`
 */
export function demandCommissionSchedule({ effectiveOn, tiers }: CommissionSchedule, today: string): void {
  assertLocalDate(effectiveOn, ['effectiveOn']);
  demand(effectiveOn >= today, 'commission.in-the-past', { at: ['effectiveOn'], today });
  demand(tiers.length > 0 && tiers.length <= mostCommissionTiers, 'commission.bad-tiers', {
    at: ['tiers'],
    atMost: mostCommissionTiers,
  });
  for (const [index, { fromMinor, bps }] of tiers.entries()) {
    const before = tiers[index - 1];
    const isNext = before === undefined ? fromMinor === 0 : fromMinor > before.fromMinor;
    demand(Number.isSafeInteger(fromMinor) && isNext, 'commission.bad-tiers', { at: ['tiers', index, 'fromMinor'] });
    const isShare = Number.isSafeInteger(bps) && bps >= 0 && bps <= wholeBps;
    demand(isShare, 'commission.bad-tiers', { at: ['tiers', index, 'bps'] });
  }
}

/** The schedule in force on a date; null where none has begun. */
export function scheduleOn(schedules: readonly CommissionSchedule[], on: string): CommissionSchedule | null {
  const begun = schedules.filter(({ effectiveOn }) => effectiveOn <= on);
  return begun.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))[0] ?? null;
}

/** The tier that an agency has reached by what it has invoiced. */
export const tierReached = ({ tiers }: CommissionSchedule, volumeMinor: number): CommissionTier =>
  tiers.findLast(({ fromMinor }) => fromMinor <= Math.max(0, volumeMinor))!;
