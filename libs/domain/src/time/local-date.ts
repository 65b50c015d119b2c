import { DomainError, type FieldPath } from '../domain-error.js';
import { dateExists, dayMs } from './instant.js';
import type { DateRange } from './slot.js';

const localDate = /^\d{4}-\d{2}-\d{2}$/;

/** @throws DomainError `time.bad-date` unless it is a day of the calendar written `YYYY-MM-DD`, 1970 to 2199. */
export function assertLocalDate(date: string, at?: FieldPath): void {
  const plausible = localDate.test(date) && date >= '1970-01-01' && date < '2200-01-01';
  if (!plausible || !dateExists(date)) throw new DomainError('time.bad-date', { at, value: date });
}

/** Both dates included. @throws DomainError `time.bad-date`, `time.bad-range` */
export function assertDateRange(range: DateRange, at?: FieldPath): void {
  assertLocalDate(range.from, at && [...at, 'from']);
  assertLocalDate(range.to, at && [...at, 'to']);
  if (range.to < range.from) throw new DomainError('time.bad-range', { at, from: range.from, to: range.to });
}

/** Days since 1970-01-01 of a local date: calendar arithmetic with no zone in it. */
export function epochDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

export function dateOfEpochDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return dateOfEpochDay(epochDay(date) + days);
}

/** ISO weekday of a day count: 1 is Monday. 1970-01-01 was a Thursday. */
export function weekdayOfEpochDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
