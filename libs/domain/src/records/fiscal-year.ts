import { demand } from '../policy.js';
import { dateExists } from '../time/instant.js';
import { addDays } from '../time/local-date.js';
import type { DateRange } from '../time/slot.js';

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

/** A fiscal year in its four quarters. */
export function quartersOf({ from }: DateRange): DateRange[] {
  const start = (quarter: number): string => {
    const months = Number(from.slice(5, 7)) - 1 + quarter * 3;
    const year = Number(from.slice(0, 4)) + Math.floor(months / 12);
    return `${year}-${String((months % 12) + 1).padStart(2, '0')}${from.slice(7)}`;
  };
  return [0, 1, 2, 3].map((quarter) => ({ from: start(quarter), to: addDays(start(quarter + 1), -1) }));
}
