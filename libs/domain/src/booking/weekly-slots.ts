import { instantMs } from '../time/instant.js';
import { expandWeekly } from '../time/expand-weekly.js';
import { assertLocalDate } from '../time/local-date.js';
import type { DateRange, Slot } from '../time/slot.js';
import { normaliseWeeklyHours, type WeeklyHours } from '../time/weekly-hours.js';
import { assertTimeZone } from '../time/zone.js';

/** A series as a client asks for it: the same hours in every week, on the clock of `timeZone`. */
export interface WeeklySeries {
  readonly weekly: readonly WeeklyHours[];
  readonly timeZone: string;
  /** Local dates, both included. */
  readonly range: DateRange;
}

/**
 * The dated slots of a series that still lie ahead, in order. A series that has begun already is booked from its next
 * slot on; how many there may be is judged when they are held.
 * @throws DomainError `time.…`
 */
export function weeklySlots({ weekly, timeZone, range }: WeeklySeries, now: string): Slot[] {
  const hours = normaliseWeeklyHours(weekly, ['weekly', 'weeklyHours']);
  assertTimeZone(timeZone, ['weekly', 'timeZone']);
  assertLocalDate(range.from, ['weekly', 'startsOn']);
  assertLocalDate(range.to, ['weekly', 'endsOn']);
  return expandWeekly(hours, timeZone, range, ['weekly', 'endsOn']).filter(
    ({ startAt }) => instantMs(startAt) > instantMs(now),
  );
}
