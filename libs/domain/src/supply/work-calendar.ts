import { expandSpans, localDayOf } from '../time/expand-weekly.js';
import { epochDay } from '../time/local-date.js';
import type { DateRange } from '../time/slot.js';
import { intersectSpans } from '../time/spans.js';
import type { WeeklyHours } from '../time/weekly-hours.js';

/** Of an assistant, what says when they work. */
export interface WorkCalendar {
  /** IANA zone in which the working hours, days off and capacity weeks are meant. */
  readonly timeZone: string;
  readonly weeklyHours: readonly WeeklyHours[];
  readonly daysOff: readonly DateRange[];
  /** Minutes that may be booked in one ISO week (Monday to Sunday) of that zone. */
  readonly weeklyCapacityMinutes: number;
}

/**
 * Working hours minus days off, as UTC minutes within [fromMinute, toMinute). Adjacent hours are one span, so that work
 * across midnight is whole.
 */
export function workingSpans(calendar: WorkCalendar, fromMinute: number, toMinute: number): number[] {
  const { timeZone, weeklyHours, daysOff } = calendar;
  const off = daysOff.map(({ from, to }) => [epochDay(from), epochDay(to)] as const);
  const works = (day: number): boolean => !off.some(([from, to]) => day >= from && day <= to);
  // A day's hours may be pushed into the next day by a change of the clocks, hence one day more at the beginning.
  const firstDay = localDayOf(timeZone, fromMinute) - 1;
  const spans = expandSpans(weeklyHours, timeZone, firstDay, localDayOf(timeZone, toMinute), works);
  return intersectSpans(merged(spans), [fromMinute, toMinute]);
}

/** Of spans in order, those that touch as one. */
function merged(spans: readonly number[]): number[] {
  const whole: number[] = [];
  for (let index = 0; index < spans.length; index += 2) {
    if (spans[index] === whole.at(-1)) whole[whole.length - 1] = spans[index + 1]!;
    else whole.push(spans[index]!, spans[index + 1]!);
  }
  return whole;
}
