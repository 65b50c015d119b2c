import { Temporal } from 'temporal-polyfill';

/** A real date of the ISO calendar, `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** A named zone of the IANA database; mere offsets have no rules and aren't taken. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

const instantText = (instant: Temporal.Instant): string => instant.toString({ fractionalSecondDigits: 3 });

/** The first instant of a local date; where the clock skips midnight, the first one that exists. */
export const startOfDay = (on: string, timeZone: string): string =>
  instantText(Temporal.PlainDate.from(on).toZonedDateTime(timeZone).toInstant());

/** The instant after the last of a local date. */
export const endOfDay = (on: string, timeZone: string): string => startOfDay(plusDays(on, 1), timeZone);

const dayMillis = 86_400_000;

/** Dates have no clock: whole days of UTC are exact for them, and far quicker than a calendar's objects. */
export const plusDays = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * dayMillis).toISOString().slice(0, 10);

/** Counted from `on`, so that the 31st comes back after a shorter month. */
export const plusMonths = (on: string, months: number): string =>
  Temporal.PlainDate.from(on).add({ months }).toString();

/** Days from the first to the second date, both included. */
export const daysIncluded = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMillis + 1;

/** The date that a zone's calendar shows at an instant. */
export const localDate = (at: string, timeZone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();

export const plusHours = (at: string, hours: number): string => instantText(Temporal.Instant.from(at).add({ hours }));

/** Whether the first instant is earlier than the second, however many digits their seconds have. */
export const isBefore = (a: string, b: string): boolean => Date.parse(a) < Date.parse(b);
