import { weekdayOfEpochDay, dateOfEpochDay, epochDay } from './local-date.js';

export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY'] as const;
export type Frequency = (typeof frequencies)[number];

/** Weekdays as RFC 5545 has them, Monday first. */
export const ruleWeekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** A weekday, 1 is Monday, and the how manieth of a month it is: -1 is the last; null for all of them. */
export interface RuleDay {
  readonly weekday: number;
  readonly nth: number | null;
}

/**
 * On which days something is due, as far as recurrence rules are taken: those of RFC 5545, 3.3.10, that people agree on. When it begins and
 * ends the term says.
 */
export interface Recurrence {
  readonly frequency: Frequency;
  /** Every so many days, weeks (from Monday) or months, counted from the one with the first day. */
  readonly interval: number;
  /** From 1, in order; none where all count. */
  readonly months: readonly number[];
  /** From 1, in order, -1 for the last, which comes last. A month without such a day has none. */
  readonly monthDays: readonly number[];
  readonly days: readonly RuleDay[];
  /** Of the days of a month that fit, the how manieth alone; none where all are meant. */
  readonly positions: readonly number[];
}

const maxInterval = 52;
/** Ones that have a name in every language. */
const nths: ReadonlySet<number> = new Set([1, 2, 3, 4, -1]);
const names = ['FREQ', 'INTERVAL', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYSETPOS'] as const;

/** What a rule says, such as `FREQ=WEEKLY;BYDAY=MO,TH`; null where it isn't one, or isn't taken. */
export function recurrenceOf(rule: string): Recurrence | null {
  const parts = new Map<string, string>();
  for (const part of rule.split(';')) {
    const [name = '', value = '', ...more] = part.split('=');
    if (!names.some((known) => known === name) || parts.has(name) || value === '' || more.length > 0) return null;
    parts.set(name, value);
  }
  const numbers = (name: string, isTaken: (value: number) => boolean): number[] | null => {
    const values = parts.get(name)?.split(',') ?? [];
    return values.every((value) => /^-?[1-9]\d?$/.test(value) && isTaken(Number(value)))
      ? [...new Set(values.map(Number))].sort(lastComesLast)
      : null;
  };
  const frequency = frequencies.find((known) => known === parts.get('FREQ'));
  const intervals = numbers('INTERVAL', (value) => value >= 1 && value <= maxInterval);
  const months = numbers('BYMONTH', (value) => value >= 1 && value <= 12);
  const monthDays = numbers('BYMONTHDAY', (value) => value === -1 || (value >= 1 && value <= 31));
  const positions = numbers('BYSETPOS', (value) => nths.has(value));
  const days = daysOf(parts.get('BYDAY'));
  if (!frequency || !intervals || intervals.length > 1 || !months || !monthDays || !positions || !days) return null;
  const recurrence = { frequency, interval: intervals[0] ?? 1, months, monthDays, days, positions };
  return saysOnWhichDays(recurrence) ? recurrence : null;
}

/** The same rule the same way, however it was written. */
export function ruleOf({ frequency, interval, months, monthDays, days, positions }: Recurrence): string {
  const part = (name: string, values: readonly (number | string)[]): string[] =>
    values.length === 0 ? [] : [`${name}=${values.join(',')}`];
  return [
    `FREQ=${frequency}`,
    ...part('INTERVAL', interval === 1 ? [] : [interval]),
    ...part('BYMONTH', months),
    ...part('BYMONTHDAY', monthDays),
    ...part(
      'BYDAY',
      days.map(({ weekday, nth }) => `${nth ?? ''}${ruleWeekdays[weekday - 1]}`),
    ),
    ...part('BYSETPOS', positions),
  ].join(';');
}

/** A rule as `ruleOf` writes it; null where it isn't taken. */
export function canonicalRule(rule: string): string | null {
  const recurrence = recurrenceOf(rule);
  return recurrence && ruleOf(recurrence);
}

/** The local dates on which it is due, from the first to the last day, both included. */
export function datesOf(recurrence: Recurrence, startsOn: string, endsOn: string): string[] {
  const [first, last] = [epochDay(startsOn), epochDay(endsOn)];
  const { frequency, interval, months } = recurrence;
  const isOfMonth = (day: number): boolean => months.length === 0 || months.includes(monthOf(day) + 1);
  const due: number[] = [];
  if (frequency === 'MONTHLY') {
    for (let begins = firstOfMonth(first); begins <= last; begins = plusMonthsOf(begins, interval)) {
      if (isOfMonth(begins)) due.push(...dueInMonth(recurrence, begins));
    }
  } else {
    // Rules of days count days, those of weeks weeks that begin on Monday.
    const period = (day: number): number => (frequency === 'DAILY' ? day - first : weekOf(day) - weekOf(first));
    for (let day = first; day <= last; day += 1) {
      if (period(day) % interval === 0 && isOfMonth(day) && isOneOf(recurrence.days, day)) due.push(day);
    }
  }
  return due.filter((day) => day >= first && day <= last).map(dateOfEpochDay);
}

/** Without the days of a week or a month it would hang on the first day of the term, and couldn't be read. */
function saysOnWhichDays({ frequency, monthDays, days, positions }: Recurrence): boolean {
  const isPlain = days.every(({ nth }) => nth === null);
  if (frequency !== 'MONTHLY') {
    const isEnough = frequency === 'DAILY' || days.length > 0;
    return isEnough && isPlain && monthDays.length === 0 && positions.length === 0;
  }
  if (monthDays.length > 0) return days.length === 0 && positions.length === 0;
  return days.length > 0 && (positions.length === 0 || isPlain);
}

function daysOf(text: string | undefined): RuleDay[] | null {
  const found = (text?.split(',') ?? []).map((one): RuleDay | null => {
    const [, nth, name] = /^(-?\d)?([A-Z]{2})$/.exec(one) ?? [];
    const weekday = ruleWeekdays.findIndex((known) => known === name) + 1;
    const isTaken = weekday > 0 && (nth === undefined || nths.has(Number(nth)));
    return isTaken ? { weekday, nth: nth === undefined ? null : Number(nth) } : null;
  });
  const days = found.filter((day) => day !== null);
  if (days.length < found.length) return null;
  const byName = new Map(days.map((day) => [`${day.nth ?? ''} ${day.weekday}`, day] as const));
  return [...byName.values()].sort(
    (one, other) => lastComesLast(one.nth ?? 0, other.nth ?? 0) || one.weekday - other.weekday,
  );
}

function dueInMonth({ monthDays, days, positions }: Recurrence, begins: number): number[] {
  const length = plusMonthsOf(begins, 1) - begins;
  const all = Array.from({ length }, (_, index) => begins + index);
  const fit = all.filter((day) => {
    const number = day - begins + 1;
    if (monthDays.length > 0) return monthDays.some((on) => (on === -1 ? number === length : on === number));
    const weekday = weekdayOfEpochDay(day);
    return days.some(
      (one) =>
        one.weekday === weekday &&
        (one.nth === null || (one.nth === -1 ? number + 7 > length : Math.ceil(number / 7) === one.nth)),
    );
  });
  if (positions.length === 0) return fit;
  const chosen = new Set(positions.map((position) => fit.at(position === -1 ? -1 : position - 1)));
  return fit.filter((day) => chosen.has(day));
}

const isOneOf = (days: readonly RuleDay[], day: number): boolean =>
  days.length === 0 || days.some(({ weekday }) => weekday === weekdayOfEpochDay(day));

const lastComesLast = (one: number, other: number): number => (one < 0 ? 99 : one) - (other < 0 ? 99 : other);
const dateOf = (day: number): Date => new Date(`${dateOfEpochDay(day)}T00:00:00Z`);
const monthOf = (day: number): number => dateOf(day).getUTCMonth();
const weekOf = (day: number): number => Math.floor((day + 3) / 7);
const firstOfMonth = (day: number): number => day - dateOf(day).getUTCDate() + 1;

function plusMonthsOf(begins: number, months: number): number {
  const date = dateOf(begins);
  date.setUTCMonth(date.getUTCMonth() + months);
  return epochDay(date.toISOString().slice(0, 10));
}
