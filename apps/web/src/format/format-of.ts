import type { components } from '@ajudant/client';
import { readersZone } from './readers-zone';
import { zoned } from './zoned';

export type Money = components['schemas']['MoneyDto'];

export interface Format {
  /** 1.250,00 €: minor units as the currency counts them. */
  readonly money: (money: Money) => string;
  /** 1.250 €: what is only about so much, without the small change. */
  readonly aboutMoney: (money: Money) => string;
  /** 24 November 2026, of an ISO date. */
  readonly day: (isoDate: string) => string;
  /** The same, of the day on which an instant falls for the reader. */
  readonly dayOf: (instant: string) => string;
  /** November 2026, or Nov alone, of `YYYY-MM`. */
  readonly month: (isoMonth: string, width?: 'long' | 'short') => string;
  /** January … December, of 1 to 12. */
  readonly monthOfYear: (month: number) => string;
  /** Tuesday 24 November, of an ISO date. */
  readonly longDay: (isoDate: string) => string;
  /** 24 Nov, of an ISO date. */
  readonly shortDay: (isoDate: string) => string;
  /** Tue 24 Nov, 09:30, of an instant in a zone; the reader's unless another is given. */
  readonly moment: (instant: string, timeZone?: string) => string;
  /** The moment by which something has to be done; what ends with a day is said as that day. */
  readonly deadline: (instant: string) => string;
  readonly clock: (instant: string, timeZone?: string) => string;
  /** 87 %, of basis points or of a share of one. */
  readonly share: (ofOne: number) => string;
  readonly number: (value: number) => string;
  /** 1.2 MB, of a file. */
  readonly bytes: (bytes: number) => string;
  /** 3 h 20 min */
  readonly minutes: (minutes: number) => string;
  /** The same of time by the calendar: days, where it is two of them or more. */
  readonly span: (minutes: number) => string;
  /** €, as a currency is written beside a figure. */
  readonly currency: (code: string) => string;
  /** Monday … Sunday, of 1 to 7. */
  readonly weekday: (weekday: number, width?: 'long' | 'short') => string;
  /** The same, of an ISO date. */
  readonly weekdayOf: (isoDate: string, width?: 'long' | 'short') => string;
  /** One, two and three; or one, two or three. */
  readonly list: (all: readonly string[], type?: 'conjunction' | 'disjunction') => string;
  readonly language: (code: string) => string;
  readonly country: (code: string) => string;
}

const dayMinutes = 24 * 60;

/** Figures, days and times as a language writes them. */
export function formatOf(locale: string): Format {
  const dated = madeOnce((style: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, style));
  const figure = madeOnce((style: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, style));
  const listed = madeOnce((style: Intl.ListFormatOptions) => new Intl.ListFormat(locale, style));
  const named = madeOnce((style: Intl.DisplayNamesOptions) => new Intl.DisplayNames(locale, style));
  const priced = madeOnce((currency: string) => {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    return { format, minorUnits: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) };
  });
  const unit = (value: number, name: 'hour' | 'minute'): string =>
    figure({ style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const minutes = (all: number): string => {
    const [hours, rest] = [Math.floor(all / 60), all % 60];
    return [hours > 0 ? unit(hours, 'hour') : '', rest > 0 || hours === 0 ? unit(rest, 'minute') : '']
      .filter((part) => part !== '')
      .join(' ');
  };
  return {
    money({ amountMinor, currency }) {
      const { format, minorUnits } = priced(currency);
      return format.format(amountMinor / minorUnits);
    },
    aboutMoney: ({ amountMinor, currency }) =>
      figure({ style: 'currency', currency, maximumFractionDigits: 0 }).format(
        amountMinor / priced(currency).minorUnits,
      ),
    day: (isoDate) =>
      dated({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${isoDate}T00:00:00Z`),
      ),
    dayOf: (instant) => dated({ day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(instant)),
    month: (isoMonth, width = 'long') =>
      dated({ ...(width === 'long' ? { month: width, year: 'numeric' } : { month: width }), timeZone: 'UTC' }).format(
        new Date(`${isoMonth}-01T00:00:00Z`),
      ),
    monthOfYear: (month) => dated({ month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, month - 1, 1))),
    longDay: (isoDate) =>
      dated({ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
        new Date(`${isoDate}T00:00:00Z`),
      ),
    shortDay: (isoDate) =>
      dated({ day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${isoDate}T00:00:00Z`)),
    moment: (instant, timeZone = readersZone) =>
      dated({ weekday: 'short', day: 'numeric', month: 'short', ...time, timeZone }).format(new Date(instant)),
    deadline(instant) {
      const at = new Date(instant);
      if (zoned(instant, readersZone).time !== '00:00')
        return dated({ weekday: 'short', day: 'numeric', month: 'short', ...time }).format(at);
      return dated({ weekday: 'short', day: 'numeric', month: 'short' }).format(at.getTime() - 1);
    },
    clock: (instant, timeZone = readersZone) => dated({ ...time, timeZone }).format(new Date(instant)),
    share: (ofOne) => figure({ style: 'percent', maximumFractionDigits: 0 }).format(ofOne),
    number: (value) => figure({}).format(value),
    bytes(bytes) {
      const [size, name] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
      const style = { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
      return figure(style).format(size);
    },
    minutes,
    span(all) {
      const days = all / dayMinutes;
      if (days < 2 || !Number.isInteger(days)) return minutes(all);
      return figure({ style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);
    },
    currency: (code) =>
      figure({ style: 'currency', currency: code })
        .formatToParts(0)
        .find(({ type }) => type === 'currency')!.value,
    // 1 January 2024 was a Monday.
    weekday: (weekday, width = 'long') =>
      dated({ weekday: width, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, weekday))),
    weekdayOf: (isoDate, width = 'long') =>
      dated({ weekday: width, timeZone: 'UTC' }).format(new Date(`${isoDate}T00:00:00Z`)),
    list: (all, type = 'conjunction') => listed({ type }).format(all),
    language: (code) => named({ type: 'language' }).of(code) ?? code,
    country: (code) => named({ type: 'region' }).of(code) ?? code,
  };
}

/** What Intl makes of a style, which takes it long, made when it is first asked for. */
function madeOnce<Style, Made>(make: (style: Style) => Made): (style: Style) => Made {
  const made = new Map<string, Made>();
  return (style) => {
    const key = JSON.stringify(style);
    let format = made.get(key);
    if (format === undefined) made.set(key, (format = make(style)));
    return format;
  };
}
