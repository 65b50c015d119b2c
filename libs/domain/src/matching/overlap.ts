import { localDayOf } from '../time/expand-weekly.js';
import { weekdayOfEpochDay } from '../time/local-date.js';
import { firstSpanEndingAfter, type Spans, subtractSpans, intersectSpans } from '../time/spans.js';
import { clockOf } from '../time/zone.js';
import type { PreparedNeed } from './prepared-need.js';

export interface Overlap {
  /** Shared minutes in the week that has least of them beyond what it asks for, and what that week asks for. */
  readonly worstMinutes: number;
  readonly worstRequiredMinutes: number;
  /** Shared minutes over all weeks, as a part of the asked ones, 0 to 1. */
  readonly share: number;
  /** Every week has what it asks for. */
  readonly sufficient: boolean;
}

/**
 * Real overlap: the asked hours and the assistant's free working hours, in the actual weeks, clock changes included. The
 * worst week counts. A need whose hours all lie in the past overlaps with nobody.
 * @param working the assistant's working time from the first asked hour to the last
 */
export function overlapOf(prepared: PreparedNeed, working: Spans, busy: Spans): Overlap {
  const { askedByWeek, requiredByWeek, askedMinutes } = prepared;
  const byWeek = sharedByWeek(prepared, working, busy);
  let [worstMinutes, worstRequiredMinutes, shared] = [0, 0, 0];
  let slack = Infinity;
  for (let week = 0; week < byWeek.length; week += 1) {
    shared += byWeek[week]!;
    const left = byWeek[week]! - requiredByWeek[week]!;
    if (askedByWeek[week] === 0 || left >= slack) continue;
    slack = left;
    worstMinutes = byWeek[week]!;
    worstRequiredMinutes = requiredByWeek[week]!;
  }
  const sufficient = askedMinutes > 0 && slack >= 0;
  return { worstMinutes, worstRequiredMinutes, share: askedMinutes === 0 ? 0 : shared / askedMinutes, sufficient };
}

/**
 * Minutes that are asked for, worked and not booked, in each week of the need. One walk through three calendars side by
 * side, without anything in between: this runs for every candidate.
 */
export function sharedByWeek(
  { spans, weekOfSpan, askedByWeek }: PreparedNeed,
  working: Spans,
  busy: Spans,
): Int32Array {
  const byWeek = new Int32Array(askedByWeek.length);
  let at = spans.length ? firstSpanEndingAfter(working, spans[0]!) : 0;
  let taken = spans.length ? firstSpanEndingAfter(busy, spans[0]!) : 0;
  for (let index = 0; index < weekOfSpan.length; index += 1) {
    const start = spans[index * 2]!;
    const end = spans[index * 2 + 1]!;
    while (at < working.length && working[at + 1]! <= start) at += 2;
    for (let next = at; next < working.length && working[next]! < end; next += 2) {
      const from = working[next]! > start ? working[next]! : start;
      const to = working[next + 1]! < end ? working[next + 1]! : end;
      let minutes = to - from;
      while (taken < busy.length && busy[taken + 1]! <= from) taken += 2;
      for (let other = taken; other < busy.length && busy[other]! < to; other += 2) {
        minutes -= (busy[other + 1]! < to ? busy[other + 1]! : to) - (busy[other]! > from ? busy[other]! : from);
      }
      byWeek[weekOfSpan[index]!]! += minutes;
    }
  }
  return byWeek;
}

/** The shared time itself, for those who are shown. */
export function sharedSpans({ spans }: PreparedNeed, working: Spans, busy: Spans): number[] {
  return subtractSpans(intersectSpans(spans, working), busy);
}

/** Minutes under each ISO weekday, Monday first, as the clocks of a zone show it. */
export function minutesByWeekday(spans: Spans, timeZone: string): number[] {
  const clock = clockOf(timeZone);
  const byWeekday = Array.from({ length: 7 }, () => 0);
  for (let index = 0; index < spans.length; index += 2) {
    const end = spans[index + 1]!;
    for (let start = spans[index]!; start < end;) {
      const day = localDayOf(timeZone, start);
      const until = Math.max(start + 1, Math.min(end, clock.toUtc((day + 1) * 1440)));
      byWeekday[weekdayOfEpochDay(day) - 1]! += until - start;
      start = until;
    }
  }
  return byWeekday;
}
