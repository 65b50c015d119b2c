import { demand } from '../policy.js';
import { instantMs } from '../time/instant.js';
import { expandWeekly } from '../time/expand-weekly.js';
import { assertLocalDate } from '../time/local-date.js';
import { normaliseSlots } from '../time/normalise-slots.js';
import type { AskedSlot, Slot } from '../time/slot.js';
import { normaliseWeeklyHours, type WeeklyHours } from '../time/weekly-hours.js';
import { assertTimeZone } from '../time/zone.js';

/** A series as somebody asks for it: the same hours in every week, on the clock of `timeZone`. */
export interface WeeklySeries {
  readonly weeklyHours: readonly WeeklyHours[];
  readonly timeZone: string;
  /** First and last local date, both included. */
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Dated slots, or a series of them; one of the two. */
export interface SlotsAskedFor {
  readonly slots?: readonly Slot[] | undefined;
  readonly weekly?: WeeklySeries | undefined;
}

/**
 * The dated slots that are asked for, in order.
 * @throws DomainError `booking.slots-or-weekly`, `time.…`
 */
export function slotsAskedFor({ slots, weekly }: SlotsAskedFor, now: string): AskedSlot[] {
  demand((slots === undefined) !== (weekly === undefined), 'booking.slots-or-weekly', { at: ['slots'] });
  return weekly === undefined ? normaliseSlots(slots ?? [], now) : weeklySlots(weekly, now);
}

/**
 * The dated slots of a series that still lie ahead, in order. A series that has begun already is booked from its next
 * slot on; how many there may be is judged when they are held. Hours that a change of the clocks skips on some date are
 * refused rather than left out: whoever asked would miss them.
 * @throws DomainError `time.…`
 */
export function weeklySlots({ weeklyHours, timeZone, startsOn, endsOn }: WeeklySeries, now: string): AskedSlot[] {
  const hours = normaliseWeeklyHours(weeklyHours, ['weekly', 'weeklyHours']);
  assertTimeZone(timeZone, ['weekly', 'timeZone']);
  assertLocalDate(startsOn, ['weekly', 'startsOn']);
  assertLocalDate(endsOn, ['weekly', 'endsOn']);
  return expandWeekly(hours, timeZone, { from: startsOn, to: endsOn }, ['weekly', 'endsOn'])
    .filter(({ startAt }) => instantMs(startAt) > instantMs(now))
    .map(({ on, startAt, endAt, hours: { weekday, start } }) => {
      const entry = weeklyHours.findIndex((asked) => asked.weekday === weekday && asked.start === start);
      const name = { at: ['weekly', 'weeklyHours', entry], which: on };
      demand(startAt < endAt, 'time.hours-skipped', name);
      return { startAt, endAt, ...name };
    });
}
