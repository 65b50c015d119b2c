import { DomainError, type FieldPath } from '../domain-error.js';
import { assertDateRange, epochDay, weekdayOfEpochDay } from './local-date.js';
import type { DateRange, Slot } from './slot.js';
import { type Spans, slotsOfSpans } from './spans.js';
import { localMinutes, type WeeklyHours } from './weekly-hours.js';
import { clockOf } from './zone.js';

/** Two years of days: nothing is planned further ahead in one go. */
export const maxExpandedDays = 732;

/**
 * The dated slots of a weekly pattern, by the zone's rules of each date: "Mondays at nine" stays at nine when the clocks
 * change. A time that a change skips is moved forward by the gap, of a time that happens twice the earlier is meant.
 * Slots never overlap: what a gap pushes onto the next one is counted once, and a slot that it leaves empty is gone.
 * @param range local dates in `timeZone`, both included
 * @throws DomainError `time.bad-date`, `time.bad-range`, `time.range-too-long`, `time.unknown-zone`
 */
export function expandWeekly(
  weekly: readonly WeeklyHours[],
  timeZone: string,
  range: DateRange,
  at?: FieldPath,
): Slot[] {
  assertDateRange(range, at);
  const first = epochDay(range.from);
  const last = epochDay(range.to);
  if (last - first >= maxExpandedDays) {
    throw new DomainError('time.range-too-long', { at, maxDays: maxExpandedDays });
  }
  return slotsOfSpans(expandSpans(weekly, timeZone, first, last, () => true));
}

/** The same over day counts, in minutes, adjacent hours apart; only the days that `works` lets through. */
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
  let busyUntil = -Infinity;
  for (let day = firstDay; day <= lastDay; day += 1) {
    const hours = byWeekday[weekdayOfEpochDay(day)]!;
    if (!hours.length || !works(day)) continue;
    for (let index = 0; index < hours.length; index += 2) {
      const start = Math.max(clock.toUtc(day * 1440 + hours[index]!), busyUntil);
      const end = clock.toUtc(day * 1440 + hours[index + 1]!);
      if (end <= start) continue;
      spans.push(start, end);
      busyUntil = end;
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
