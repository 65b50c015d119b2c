import { instantOf, minuteMs } from './instant.js';
import type { Spans } from './spans.js';
import { clockOf } from './zone.js';

const weekMinutes = 7 * 1440;

/** Minutes in each ISO week of a zone, by the week's number since the one of 1970-01-01; a span may lie in two. */
export function minutesByWeek(spans: Spans, timeZone: string): Map<number, number> {
  const clock = clockOf(timeZone);
  const byWeek = new Map<number, number>();
  for (let index = 0; index < spans.length; index += 2) {
    const end = spans[index + 1]!;
    for (let start = spans[index]!; start < end;) {
      const week = weekOfEpochDay(Math.floor(clock.toLocal(start) / 1440));
      const [, nextWeek] = weekSpan(week, timeZone);
      const until = Math.max(start + 1, Math.min(end, nextWeek));
      byWeek.set(week, (byWeek.get(week) ?? 0) + until - start);
      start = until;
    }
  }
  return byWeek;
}

/** The UTC minutes of a week, [start, end), on the clock of a zone. */
export function weekSpan(week: number, timeZone: string): readonly [start: number, end: number] {
  const clock = clockOf(timeZone);
  const monday = week * weekMinutes - 3 * 1440;
  return [clock.toUtc(monday), clock.toUtc(monday + weekMinutes)];
}

/** Weeks begin on Monday; 1970-01-01, day 0, was a Thursday. */
export function weekOfEpochDay(day: number): number {
  return Math.floor((day + 3) / 7);
}

/** The Monday of a week. */
export function weekStartsOn(week: number): string {
  return instantOf((week * 7 - 3) * 1440 * minuteMs).slice(0, 10);
}
