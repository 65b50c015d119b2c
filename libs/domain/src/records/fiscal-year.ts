import { demand } from '../policy.js';
import { dateExists } from '../time/instant.js';
import { addDays } from '../time/local-date.js';
import type { DateRange } from '../time/slot.js';
import type { ReturnPer } from './chart.js';

/** @throws DomainError `records.bad-year-start` unless it is a day that every year has, `MM-DD` */
export function assertYearStart(startsOn: string): void {
  demand(/^\d{2}-\d{2}$/.test(startsOn) && dateExists(`2023-${startsOn}`), 'records.bad-year-start', {
    at: ['fiscalYearStartsOn'],
  });
}

/** The fiscal year that begins in a year of the calendar: from its start to the day before the next. */
export const fiscalYear = (year: number, startsOn: string): DateRange => ({
  from: `${year}-${startsOn}`,
  to: addDays(`${year + 1}-${startsOn}`, -1),
});

/** The year in which the fiscal year of a day began. */
export const fiscalYearOf = (date: string, startsOn: string): number => {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= startsOn ? year : year - 1;
};

/** What one return is about. */
export interface ReturnPeriod extends DateRange {
  /** Of the calendar; null for a year. */
  readonly quarter: number | null;
}

/** The periods of a return that end within a fiscal year, by the calendar unless the return goes by the fiscal year. */
export function returnPeriods(per: ReturnPer, year: DateRange): ReturnPeriod[] {
  if (per === 'fiscal-year') return [{ ...year, quarter: null }];
  const years = [...new Set([year.from.slice(0, 4), year.to.slice(0, 4)])];
  const all = years.flatMap((name) => calendarPeriods(per, name));
  return all.filter(({ to }) => to >= year.from && to <= year.to);
}

/** The periods of the same year of the calendar before this one. */
export const earlierPeriods = (per: ReturnPer, { to }: ReturnPeriod): ReturnPeriod[] =>
  per === 'fiscal-year' ? [] : calendarPeriods(per, to.slice(0, 4)).filter((other) => other.to < to);

function calendarPeriods(per: Exclude<ReturnPer, 'fiscal-year'>, year: string): ReturnPeriod[] {
  if (per === 'calendar-year') return [{ from: `${year}-01-01`, to: `${year}-12-31`, quarter: null }];
  return quarterEnds.map(([firstMonth, end], index) => ({
    from: per === 'quarter' ? `${year}-${firstMonth}-01` : `${year}-01-01`,
    to: `${year}-${end}`,
    quarter: index + 1,
  }));
}

const quarterEnds = [
  ['01', '03-31'],
  ['04', '06-30'],
  ['07', '09-30'],
  ['10', '12-31'],
] as const;

/** The first day whose entries the returns of a fiscal year look at. */
export const returnsBeginOn = (pers: readonly ReturnPer[], { from }: DateRange): string =>
  pers.every((per) => per === 'fiscal-year') ? from : `${from.slice(0, 4)}-01-01`;
