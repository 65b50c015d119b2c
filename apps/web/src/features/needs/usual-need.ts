import type { Money } from '../../format/format-of';
import { currencyOf } from '../../format/currency-of';
import { daysLater, mondayOf } from '../../format/days';
import { majorUnits, moneyOf } from '../../format/minor-units';
import type { NeedChanges } from './need-queries';

/** Agencies have so many days to answer, and the two sides to sign. */
const leastDaysAhead = 3;
const termWeeks = 12;
const morning = { start: '09:00', end: '13:00' } as const;

interface Circumstances {
  /** ISO date, where the reader is. */
  readonly today: string;
  readonly timeZone: string;
  readonly language: string;
  /** What an hour costs of those who offer the duties. */
  readonly rates: readonly Money[];
}

/**
 * What a need says to begin with, so that whoever asks changes what isn't so and fills in nothing: weekday mornings for twelve weeks from a Monday on,
 * her own language, by mail, and for no more than the dearest of those asks who could do it.
 */
export function usualNeed({ today, timeZone, language, rates }: Circumstances): NeedChanges {
  const startsOn = mondayOf(daysLater(today, leastDaysAhead + 6));
  return {
    startsOn,
    endsOn: daysLater(startsOn, 7 * termWeeks - 1),
    hours: { kind: 'weekly', timeZone, weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, ...morning })) },
    requiredLanguages: [{ language, level: 'B2' }],
    channels: ['email'],
    ...capOf(rates, currencyOf(timeZone)),
  };
}

/** In her own currency where anybody asks for it, or in that of most, and in whole units. */
function capOf(rates: readonly Money[], own: string): NeedChanges {
  const count = (currency: string): number => rates.filter((rate) => rate.currency === currency).length;
  const others = [...new Set(rates.map((rate) => rate.currency))].sort((one, other) => count(other) - count(one));
  const currency = others.includes(own) ? own : others[0];
  if (currency === undefined) return {};
  const dearest = Math.max(...rates.filter((rate) => rate.currency === currency).map(majorUnits));
  return { hourlyRateCap: moneyOf(Math.ceil(dearest), currency) };
}
