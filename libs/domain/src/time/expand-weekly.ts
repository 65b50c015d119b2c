import { DomainError, type FieldPath } from '../domain-error.js';
import { instantOf, minuteMs } from './instant.js';
import { assertDateRange, dateOfEpochDay, epochDay, weekdayOfEpochDay } from './local-date.js';
import type { DateRange, Slot } from './slot.js';
import type { Spans } from './spans.js';
import { localMinutes, type WeeklyHours } from './weekly-hours.js';
import { clockOf } from './zone.js';

/** Two years of days: nothing is planned further ahead in one go. */
export const maxExpandedDays = 732;

/** Weekly hours on one date. Where a change of the clocks skips all of them, the slot is empty: it ends as it begins. */
export interface Occurrence extends Slot {
  /** Local date. */
  readonly on: string;
  /** The entry of the weekly pattern. */
  readonly hours: WeeklyHours;
}

/**
 * The dates of a weekly pattern in order, by the zone's rules of each date: "Mondays at nine" stays at nine when the
 * clocks change. Both ends are the first instant at which the clocks read that time or later (`ZoneClock.toUtc`), so
 * that slots never overlap.
 * @param weekly in order of the week, none overlapping another
 * @param range local dates in `timeZone`, both included
 * @throws DomainError `time.bad-date`, `time.bad-range`, `time.range-too-long`, `time.unknown-zone`
 */
export function expandWeekly(
  weekly: readonly WeeklyHours[],
  timeZone: string,
  range: DateRange,
  at?: FieldPath,
): Occurrence[] {
  assertDateRange(range, at);
  const [first, last] = [epochDay(range.from), epochDay(range.to)];
  if (last - first >= maxExpandedDays) {
    throw new DomainError('time.range-too-long', { at, maxDays: maxExpandedDays });
  }
  const clock = clockOf(timeZone);
  const occurrences: Occurrence[] = [];
  for (let day = first; day <= last; day += 1) {
    const instantAt = (time: string): string => instantOf(clock.toUtc(day * 1440 + localMinutes(time)) * minuteMs);
    for (const hours of weekly) {
      if (hours.weekday !== weekdayOfEpochDay(day)) continue;
      const [startAt, endAt] = [instantAt(hours.start), instantAt(hours.end)];
      occurrences.push({ on: dateOfEpochDay(day), hours, startAt, endAt });
    }
  }
  return occurrences;
}

/** The same over day counts, in minutes, adjacent hours apart and none empty; only the days that `works` lets through. */
export function expandSpans(
  weekly: readonly WeeklyHours[],
  timeZone: string,
  firstDay: number,
  lastDay: number,
  works: (day: number) => boolean,
): number[] {
  const clock = clockOf(timeZone);
  const byWeekday = hoursByWeekday(weekly);
  const spans: number[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    const hours = byWeekday[weekdayOfEpochDay(day)]!;
    if (!hours.length || !works(day)) continue;
    for (let index = 0; index < hours.length; index += 2) {
      const start = clock.toUtc(day * 1440 + hours[index]!);
      const end = clock.toUtc(day * 1440 + hours[index + 1]!);
      if (start < end) spans.push(start, end);
    }
  }
  return spans;
}

/** Minutes of the day, in order, under each ISO weekday. */
function hoursByWeekday(weekly: readonly WeeklyHours[]): Spans[] {
  return Array.from({ length: 8 }, (_, weekday) =>
    weekly
      .filter((entry) => entry.weekday === weekday)
      .map(({ start, end }) => [localMinutes(start), localMinutes(end)])
      .sort((a, b) => a[0]! - b[0]!)
      .flat(),
  );
}

/** The day count of the date that a zone's calendar shows at a UTC minute. */
export function localDayOf(timeZone: string, utcMinute: number): number {
  return Math.floor(clockOf(timeZone).toLocal(utcMinute) / 1440);
}
