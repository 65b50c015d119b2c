import { DomainError, type FieldPath } from '../domain-error.js';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
/** Years that a calendar of people can mean; beyond them a typing error is likelier than an intention. */
const firstInstant = Date.UTC(1970, 0, 1);
const lastInstant = Date.UTC(2200, 0, 1);

/**
 * Milliseconds since 1970 of an RFC 3339 instant with `Z` or an offset.
 * @throws DomainError `time.bad-instant` for anything else, and for dates that don't exist.
 */
export function instantMs(text: string, at?: FieldPath): number {
  const ms = rfc3339.test(text) && dateExists(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
  if (!(ms >= firstInstant && ms < lastInstant)) throw new DomainError('time.bad-instant', { at, value: text });
  return ms;
}

/** The one spelling in which instants are stored and compared: UTC, milliseconds, `Z`. */
export function instantOf(ms: number): string {
  return new Date(ms).toISOString();
}

export function normaliseInstant(text: string, at?: FieldPath): string {
  return instantOf(instantMs(text, at));
}

/** Whether `YYYY-MM-DD` is a day of the calendar; `Date` alone would take the 31st of February for the 3rd of March. */
export function dateExists(date: string): boolean {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === date;
}
