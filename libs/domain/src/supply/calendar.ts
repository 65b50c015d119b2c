import { demand } from '../policy.js';
import { expandSpans, localDayOf } from '../time/expand-weekly.js';
import { epochDay } from '../time/local-date.js';
import { instantMs, instantOf, minuteMs } from '../time/instant.js';
import type { DateRange, Slot } from '../time/slot.js';
import { intersectSpans, slotsOfSpans, spanMinutes, type Spans, spansOfSlots, subtractSpans } from '../time/spans.js';
import type { WeeklyHours } from '../time/weekly-hours.js';
import { clockOf } from '../time/zone.js';

/** Of an assistant, what says when they work. */
export interface WorkCalendar {
  readonly timeZone: string;
  readonly weeklyHours: readonly WeeklyHours[];
  readonly daysOff: readonly DateRange[];
  readonly weeklyCapacityMinutes: number;
}

const weekMinutes = 7 * 1440;

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

/** Working time that nobody has booked, between two instants. @throws DomainError `time.bad-instant` */
export function freeSlots(calendar: WorkCalendar, busy: readonly Slot[], fromAt: string, toAt: string): Slot[] {
  const [from, to] = [Math.ceil(instantMs(fromAt) / minuteMs), Math.floor(instantMs(toAt) / minuteMs)];
  return slotsOfSpans(subtractSpans(workingSpans(calendar, from, to), spansOfSlots(busy)));
}

/**
 * Checks that an assistant can work in these slots: inside working hours, on no day off, not booked already, and within
 * the capacity of every week. The slots have to be in order.
 * @param busy the assistant's other slots, at least those in the weeks of the new ones
 * @throws DomainError `booking.outside-working-hours`, `booking.on-day-off`, `booking.slot-taken`, `booking.over-capacity`
 */
export function assertCalendarHolds(calendar: WorkCalendar, slots: readonly Slot[], busy: readonly Slot[]): void {
  const wanted = spansOfSlots(slots);
  if (!wanted.length) return;
  const [from, to] = [wanted[0]!, wanted.at(-1)!];
  const outside = firstUncovered(wanted, workingSpans({ ...calendar, daysOff: [] }, from, to));
  demand(outside === null, 'booking.outside-working-hours', { at: outside, timeZone: calendar.timeZone });
  const dayOff = firstUncovered(wanted, workingSpans(calendar, from, to));
  demand(dayOff === null, 'booking.on-day-off', { at: dayOff, timeZone: calendar.timeZone });
  const taken = intersectSpans(wanted, spansOfSlots(busy));
  demand(!taken.length, 'booking.slot-taken', { startAt: taken.length ? instantOf(taken[0]! * minuteMs) : null });
  assertCapacity(calendar, wanted, spansOfSlots(busy));
}

function assertCapacity(calendar: WorkCalendar, wanted: Spans, busy: Spans): void {
  const booked = minutesByWeek(busy, calendar.timeZone);
  for (const [week, minutes] of minutesByWeek(wanted, calendar.timeZone)) {
    const total = minutes + (booked.get(week) ?? 0);
    const details = {
      weekOf: weekStartsOn(week),
      bookedMinutes: total,
      capacityMinutes: calendar.weeklyCapacityMinutes,
    };
    demand(total <= calendar.weeklyCapacityMinutes, 'booking.over-capacity', details);
  }
}

/** Minutes in each ISO week of a zone, by the week's number since the one of 1970-01-01; a span may lie in two. */
export function minutesByWeek(spans: Spans, timeZone: string): Map<number, number> {
  const clock = clockOf(timeZone);
  const byWeek = new Map<number, number>();
  for (let index = 0; index < spans.length; index += 2) {
    const end = spans[index + 1]!;
    for (let start = spans[index]!; start < end;) {
      const week = weekOfEpochDay(Math.floor(clock.toLocal(start) / 1440));
      const nextWeek = clock.toUtc((week + 1) * weekMinutes - 3 * 1440);
      const until = Math.max(start + 1, Math.min(end, nextWeek));
      byWeek.set(week, (byWeek.get(week) ?? 0) + until - start);
      start = until;
    }
  }
  return byWeek;
}

/** Weeks begin on Monday; 1970-01-01, day 0, was a Thursday. */
export function weekOfEpochDay(day: number): number {
  return Math.floor((day + 3) / 7);
}

function weekStartsOn(week: number): string {
  return instantOf((week * 7 - 3) * 1440 * minuteMs).slice(0, 10);
}

function firstUncovered(wanted: Spans, covering: Spans): string | null {
  const left = subtractSpans(wanted, covering);
  return spanMinutes(left) ? instantOf(left[0]! * minuteMs) : null;
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
