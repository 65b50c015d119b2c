import { readersZone } from './readers-zone';

const dayMs = 86_400_000;
const localDay = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });
const inZone = new Map<string, Intl.DateTimeFormat>();

/** The local date (YYYY-MM-DD) on which an instant falls; the reader's unless another zone is given. */
export function dayOf(instant: string | Date, timeZone = readersZone): string {
  let format = timeZone === readersZone ? localDay : inZone.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });
    inZone.set(timeZone, format);
  }
  return format.format(new Date(instant));
}

export const today = (): string => dayOf(new Date());

export const daysLater = (isoDate: string, days: number): string =>
  new Date(Date.parse(`${isoDate}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (isoDate: string): number => new Date(`${isoDate}T00:00:00Z`).getUTCDay() || 7;

/** The Monday of the week in which a date lies. */
export const mondayOf = (isoDate: string): string => daysLater(isoDate, 1 - weekdayOf(isoDate));

/** Whether it is a date as the address of a page may name it. */
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
