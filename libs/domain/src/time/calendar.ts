import { localDayOf } from './expand-weekly.js';
import { dayMs, hourMs, instantMs, instantOf, minuteMs } from './instant.js';
import { addDays, dateOfEpochDay, epochDay } from './local-date.js';
import { clockOf } from './zone.js';

/** The first instant of a local date; where the clock skips midnight, the one to which it skips. */
export const startOfDay = (on: string, timeZone: string): string =>
  instantOf(clockOf(timeZone).toUtc((epochDay(on) * dayMs) / minuteMs) * minuteMs);

/** The instant after the last of a local date. */
export const endOfDay = (on: string, timeZone: string): string => startOfDay(addDays(on, 1), timeZone);

/** Counted from `on`; a day that the month doesn't have is its last one, so that the 31st comes back in longer ones. */
export function plusMonths(on: string, months: number): string {
  const [year, month, day] = on.split('-').map(Number) as [number, number, number];
  const firstOfMonth = Date.UTC(year, month - 1 + months, 1);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dateOfEpochDay(firstOfMonth / dayMs + Math.min(day, lastDay) - 1);
}

/** Days from the first to the second date, both included. */
export const daysIncluded = (from: string, to: string): number => epochDay(to) - epochDay(from) + 1;

/** The date that a zone's calendar shows at an instant. */
export const localDate = (at: string, timeZone: string): string =>
  dateOfEpochDay(localDayOf(timeZone, instantMs(at) / minuteMs));

/** Date and time on a zone's clock, to the second, with the offset that it has from UTC at that instant: `2026-01-01T19:20:30+01:00`. */
export function localMoment(at: string, timeZone: string): string {
  const offset = clockOf(timeZone).offsetAt(Math.floor(instantMs(at) / minuteMs));
  const twoDigits = (number: number): string => String(number).padStart(2, '0');
  const away = Math.abs(offset);
  const local = instantOf(instantMs(at) + offset * minuteMs).slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(away / 60))}:${twoDigits(away % 60)}`;
}

export const plusHours = (at: string, hours: number): string => instantOf(instantMs(at) + hours * hourMs);

/** Whether the first instant is earlier than the second, however many digits their seconds have. */
export const isBefore = (a: string, b: string): boolean => instantMs(a) < instantMs(b);
