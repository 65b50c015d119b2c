import { demand } from '../policy.js';
import { type WorkCalendar, workingSpans } from '../supply/work-calendar.js';
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

/**
 * The stretches of time, as long as they are, in which a booking of so many minutes fits wherever it begins: in working
 * hours, on no day off, not taken, later than now, and in weeks that have the capacity left.
 * @throws DomainError `time.bad-instant`, `time.bad-range`, `time.range-too-long`
 */
export function freeSlots(
  calendar: WorkCalendar,
  { taken, elsewhere }: TakenTimeOf,
  asked: FreeTimeAsked,
  now: string,
): Slot[] {
  assertFreeTimeAsked(asked);
  const { fromAt, toAt, minutes } = asked;
  // A slot begins after now, on a whole minute.
  const from = Math.max(Math.ceil(instantMs(fromAt) / minuteMs), Math.floor(instantMs(now) / minuteMs) + 1);
  const to = Math.floor(instantMs(toAt) / minuteMs);
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
