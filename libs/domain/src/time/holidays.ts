import { addDays, epochDay, weekdayOfEpochDay } from './local-date.js';

/** Whose public holidays count. */
export interface HolidayCalendar {
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  /** The second part of ISO 3166-2; null for the holidays of the whole country. */
  readonly regionCode: string | null;
}

/** The local dates that are public holidays; handed in because the domain reads no files. */
export type HolidayLookup = (calendar: HolidayCalendar) => ReadonlySet<string>;

export const noHolidays: HolidayLookup = () => new Set();

const friday = 5;

/** The day itself, or, where it is a public holiday, the next day from Monday to Friday that is none. */
export function workingDayFrom(on: string, holidays: ReadonlySet<string>): string {
  if (!holidays.has(on)) return on;
  let day = on;
  do day = addDays(day, 1);
  while (holidays.has(day) || weekdayOfEpochDay(epochDay(day)) > friday);
  return day;
}
