import { demand } from '../policy.js';
import type { HolidayCalendar, HolidayLookup } from '../time/holidays.js';
import { assertLocalDate } from '../time/local-date.js';
import { normaliseWeeklyHours, type WeeklyHours } from '../time/weekly-hours.js';
import { assertTimeZone } from '../time/zone.js';

/** When a business is there for its customers: what the time until an answer is counted in. */
export interface ResponseHours {
  /** IANA zone of the hours and of the dates. */
  readonly timeZone: string;
  readonly weeklyHours: readonly WeeklyHours[];
  /** Local dates on which it is closed whatever the weekday, such as public holidays; in order, none twice. */
  readonly closedOn: readonly string[];
  /** Whose public holidays it keeps besides; left out where it keeps none. */
  readonly holidays?: HolidayCalendar | undefined;
}

/** Ten years of forty holidays. */
export const maxClosedDates = 400;

/**
 * The same hours checked and put in order.
 * @throws DomainError `response-hours.none`, `response-hours.too-many-dates`, `time.*`
 */
export function responseHoursOf({ timeZone, weeklyHours, closedOn, holidays }: ResponseHours): ResponseHours {
  assertTimeZone(timeZone, ['timeZone']);
  demand(weeklyHours.length > 0, 'response-hours.none', { at: ['weeklyHours'] });
  demand(closedOn.length <= maxClosedDates, 'response-hours.too-many-dates', { at: ['closedOn'], max: maxClosedDates });
  closedOn.forEach((date, index) => assertLocalDate(date, ['closedOn', index]));
  return {
    timeZone,
    weeklyHours: normaliseWeeklyHours(weeklyHours, ['weeklyHours']),
    closedOn: [...new Set(closedOn)].sort(),
    ...(holidays && { holidays }),
  };
}

/** The same hours with the public holidays among the dates on which it is closed: what enquiries are counted by. */
export const countedHours = (hours: ResponseHours, lookUp: HolidayLookup): ResponseHours =>
  hours.holidays === undefined
    ? hours
    : { ...hours, closedOn: [...new Set([...hours.closedOn, ...lookUp(hours.holidays)])].sort() };

/** What counts until a business says otherwise: Monday to Friday from nine to five. */
export const usualResponseHours = (timeZone: string): ResponseHours => ({
  timeZone,
  weeklyHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '09:00', end: '17:00' })),
  closedOn: [],
});
