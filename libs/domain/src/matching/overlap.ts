import { instantMs, minuteMs } from '../time/instant.js';
import { epochDay } from '../time/local-date.js';
import { expandSpans, localDayOf } from '../time/expand-weekly.js';
import { intersectSpans, spanMinutes, type Spans, subtractSpans } from '../time/spans.js';
import { clockOf } from '../time/zone.js';
import { CalendarCache, utcWeekOf } from './calendar-cache.js';
import type { Candidate, NeedToMatch } from './candidate.js';

/** One week of the need's term, counted from its first day in its zone. */
export interface NeedWeek {
  /** The asked hours of that week, as UTC minutes. */
  readonly spans: Spans;
  readonly minutes: number;
  /** What an assistant has to be there for; less than the need's minimum where the week has fewer hours. */
  readonly requiredMinutes: number;
}

/** The need's hours in each actual week of its term. */
export function weeksOfNeed(need: NeedToMatch): NeedWeek[] {
  const firstDay = epochDay(need.startsOn);
  const lastDay = epochDay(need.endsOn);
  // Without a stated minimum there still has to be some time that both share.
  const atLeast = Math.max(1, need.minOverlapMinutesPerWeek);
  const weeks: NeedWeek[] = [];
  for (let day = firstDay; day <= lastDay; day += 7) {
    const spans = askedSpans(need, day, Math.min(day + 6, lastDay));
    const minutes = spanMinutes(spans);
    if (minutes === 0) continue;
    weeks.push({ spans, minutes, requiredMinutes: Math.min(atLeast, minutes) });
  }
  return weeks;
}

function askedSpans({ hours }: NeedToMatch, firstDay: number, lastDay: number): number[] {
  if (hours.kind === 'weekly') return expandSpans(hours.weekly, hours.timeZone, firstDay, lastDay, () => true);
  const clock = clockOf(hours.timeZone);
  const window = [Math.floor(instantMs(hours.startAt) / minuteMs), Math.ceil(instantMs(hours.endAt) / minuteMs)];
  return intersectSpans(window, [clock.toUtc(firstDay * 1440), clock.toUtc((lastDay + 1) * 1440)]);
}

export interface Overlap {
  /** Shared minutes in the week that has least of them, and what that week asks for. */
  readonly worstMinutes: number;
  readonly worstRequiredMinutes: number;
  /** Shared minutes over all weeks, as a part of the asked ones, 0 to 1. */
  readonly share: number;
  /** Every week has what it asks for. */
  readonly sufficient: boolean;
}

/** Real overlap: the asked hours and the assistant's free working hours, in the actual weeks, clock changes included. */
export function overlapOf(weeks: readonly NeedWeek[], candidate: Candidate, cache: CalendarCache): Overlap {
  let worst: { minutes: number; required: number } | null = null;
  let shared = 0;
  let asked = 0;
  let sufficient = weeks.length > 0;
  for (const week of weeks) {
    const minutes = spanMinutes(sharedSpans(week, candidate, cache));
    shared += minutes;
    asked += week.minutes;
    sufficient &&= minutes >= week.requiredMinutes;
    if (worst === null || minutes - week.requiredMinutes < worst.minutes - worst.required) {
      worst = { minutes, required: week.requiredMinutes };
    }
  }
  return {
    worstMinutes: worst?.minutes ?? 0,
    worstRequiredMinutes: worst?.required ?? 0,
    share: asked === 0 ? 0 : shared / asked,
    sufficient,
  };
}

/** The time of a week that the need asks for and the assistant has free. */
export function sharedSpans(week: NeedWeek, candidate: Candidate, cache: CalendarCache): number[] {
  const first = utcWeekOf(week.spans[0]!);
  const last = utcWeekOf(week.spans[week.spans.length - 1]! - 1);
  const shared: number[] = [];
  for (let number = first; number <= last; number += 1) {
    shared.push(...intersectSpans(week.spans, cache.workingSpans(candidate, number)));
  }
  return candidate.busy.length === 0 ? shared : subtractSpans(shared, candidate.busy);
}

/** Minutes already booked in each ISO week of the assistant's zone, by the number of its Monday. */
export function bookedByWeek(candidate: Candidate): Map<number, number> {
  const booked = new Map<number, number>();
  for (let index = 0; index < candidate.busy.length; index += 2) {
    const start = candidate.busy[index]!;
    const week = isoWeekOf(localDayOf(candidate.timeZone, start));
    booked.set(week, (booked.get(week) ?? 0) + candidate.busy[index + 1]! - start);
  }
  return booked;
}

const isoWeekOf = (epochDayNumber: number): number => Math.floor((epochDayNumber + 3) / 7);

/** Free minutes in the fullest week that the need touches. */
export function freeCapacity(weeks: readonly NeedWeek[], candidate: Candidate): number {
  if (candidate.busy.length === 0) return candidate.weeklyCapacityMinutes;
  const booked = bookedByWeek(candidate);
  const touched = weeks.flatMap(({ spans }) => [spans[0]!, spans[spans.length - 1]! - 1]);
  const most = touched.reduce(
    (minutes, minute) => Math.max(minutes, booked.get(isoWeekOf(localDayOf(candidate.timeZone, minute))) ?? 0),
    0,
  );
  return candidate.weeklyCapacityMinutes - most;
}
