import { epochDay } from '../time/local-date.js';
import { expandSpans } from '../time/expand-weekly.js';
import { intersectSpans, type Spans } from '../time/spans.js';
import type { Candidate } from './candidate.js';

export const weekMinutes = 7 * 1440;
/** Monday, 1970-01-05 00:00 UTC: weeks of the cache are counted from there. */
const firstMonday = 4 * 1440;

/** Number of the UTC week in which a UTC minute lies. */
export const utcWeekOf = (minute: number): number => Math.floor((minute - firstMonday) / weekMinutes);

interface Entry {
  readonly calendarVersion: number;
  readonly weeks: Map<number, Spans>;
}

/**
 * Working hours as dated UTC time, week by week: worked out once by the zone's rules of those very dates, and kept until
 * the assistant's calendar changes. It belongs to whoever matches; the domain holds no state of its own.
 */
export class CalendarCache {
  private readonly entries = new Map<string, Entry>();

  /** @param maxWeeks weeks kept per assistant; the ones asked for longest ago go first */
  constructor(private readonly maxWeeks = 60) {}

  /** Working time in a UTC week, days off taken out, bookings not yet. */
  workingSpans(candidate: Candidate, week: number): Spans {
    const weeks = this.weeksOf(candidate);
    const known = weeks.get(week);
    if (known !== undefined) return known;
    const spans = Int32Array.from(workingSpansOf(candidate, week));
    if (weeks.size >= this.maxWeeks) weeks.delete(weeks.keys().next().value!);
    weeks.set(week, spans);
    return spans;
  }

  forget(assistantId: string): void {
    this.entries.delete(assistantId);
  }

  private weeksOf(candidate: Candidate): Map<number, Spans> {
    const entry = this.entries.get(candidate.assistantId);
    if (entry?.calendarVersion === candidate.calendarVersion) return entry.weeks;
    const weeks = new Map<number, Spans>();
    this.entries.set(candidate.assistantId, { calendarVersion: candidate.calendarVersion, weeks });
    return weeks;
  }
}

function workingSpansOf(candidate: Candidate, week: number): number[] {
  const start = firstMonday + week * weekMinutes;
  const firstDay = Math.floor(start / 1440) - 1;
  const off = candidate.daysOff.map(({ from, to }) => [epochDay(from), epochDay(to)] as const);
  const works = (day: number): boolean => !off.some(([from, to]) => day >= from && day <= to);
  const spans = expandSpans(candidate.weeklyHours, candidate.timeZone, firstDay, firstDay + 9, works);
  return intersectSpans(spans, [start, start + weekMinutes]);
}
