import { demand } from '../policy.js';
import { type WorkCalendar, workingSpans } from '../supply/work-calendar.js';
import { endOfDay, startOfDay } from '../time/calendar.js';
import { dayMs, hourMs, instantMs, minuteMs } from '../time/instant.js';
import type { Slot } from '../time/slot.js';
import { slotsOfSpans, type Spans, spansOf, spansOfSlots, subtractSpans } from '../time/spans.js';
import { minutesByWeek, weekSpan } from '../time/weeks.js';

/** Whoever looks for time plans for about two months. */
export const maxFreeDays = 62;

/** Which time somebody looks for. */
export interface FreeTimeAsked {
  /** Instants; the time from the first to the second. */
  readonly fromAt: string;
  readonly toAt: string;
  /** How long a booking is to be. */
  readonly minutes: number;
}

/** What takes an assistant's time. */
export interface TakenTimeOf {
  /** Her other slots, at least those in the weeks of what is asked for. */
  readonly taken: readonly Slot[];
  /** When she is busy outside of the marketplace, which takes none of the capacity that she gives it. */
  readonly elsewhere: readonly Slot[];
}

/** What an agreement, or before there is one the agency, says of when time can be booked at all. */
export interface BookingLimits {
  /** Between a booking and its first slot at the least. */
  readonly leastNoticeHours: number;
  /** Local dates in the zone, both included: the last one is of a notice where one was given. Null before there is an agreement. */
  readonly term: { readonly startsOn: string; readonly lastDayOn: string; readonly timeZone: string } | null;
}

export const noBookingLimits: BookingLimits = { leastNoticeHours: 0, term: null };

/**
 * The stretches of time, as long as they are, in which a booking of so many minutes fits wherever it begins: in working
 * hours, on no day off, not taken, later than now by the notice that is asked for, within the term, and in weeks that have the
 * capacity left.
 * @throws DomainError `time.bad-instant`, `time.bad-range`, `time.range-too-long`
 */
export function freeSlots(
  calendar: WorkCalendar,
  { taken, elsewhere }: TakenTimeOf,
  asked: FreeTimeAsked,
  now: string,
  { leastNoticeHours, term }: BookingLimits = noBookingLimits,
): Slot[] {
  assertFreeTimeAsked(asked);
  const { fromAt, toAt, minutes } = asked;
  const starts = [instantMs(fromAt), instantMs(now) + leastNoticeHours * hourMs];
  const ends = [instantMs(toAt)];
  if (term !== null) {
    starts.push(instantMs(startOfDay(term.startsOn, term.timeZone)));
    ends.push(instantMs(endOfDay(term.lastDayOn, term.timeZone)));
  }
  // A slot begins after now, on a whole minute.
  const from = Math.max(Math.ceil(Math.max(...starts) / minuteMs), Math.floor(instantMs(now) / minuteMs) + 1);
  const to = Math.floor(Math.min(...ends) / minuteMs);
  if (from >= to) return [];
  const busy = spansOfSlots(taken);
  const free = subtractSpans(workingSpans(calendar, from, to), spansOfSlots([...taken, ...elsewhere]));
  const bookable = subtractSpans(free, weeksWithout(minutes, calendar, free, busy));
  return slotsOfSpans(bookable).filter((slot) => lengthOf(slot) >= minutes);
}

/** @throws DomainError `time.bad-instant`, `time.bad-range`, `time.range-too-long` */
export function assertFreeTimeAsked({ fromAt, toAt }: FreeTimeAsked): void {
  const span = instantMs(toAt, ['to']) - instantMs(fromAt, ['from']);
  demand(span > 0, 'time.bad-range', { at: ['to'] });
  // A day may have an hour more when clocks change.
  demand(span <= maxFreeDays * dayMs + hourMs, 'time.range-too-long', { at: ['to'], maxDays: maxFreeDays });
}

/** The weeks of free time in which the capacity that is left is too little. */
function weeksWithout(minutes: number, calendar: WorkCalendar, free: Spans, busy: Spans): number[] {
  const { timeZone, weeklyCapacityMinutes } = calendar;
  const booked = minutesByWeek(busy, timeZone);
  const full = [...minutesByWeek(free, timeZone).keys()].filter(
    (week) => weeklyCapacityMinutes - (booked.get(week) ?? 0) < minutes,
  );
  return spansOf(full.map((week) => weekSpan(week, timeZone)));
}

const lengthOf = ({ startAt, endAt }: Slot): number => (instantMs(endAt) - instantMs(startAt)) / minuteMs;
