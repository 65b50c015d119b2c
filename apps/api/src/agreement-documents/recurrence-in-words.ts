import type { CatalogueLanguage, Recurrence, RuleDay } from '#domain';
import type { TermsWords } from './terms-words.js';

/** Every year has such a month, and its first day is a Monday. */
const januaryMs = Date.UTC(2024, 0, 1);
const units = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month' } as const;

/** On which days something is due, as people say it: `every 2 weeks, on Monday and Thursday`. */
export function recurrenceInWords(
  recurrence: Recurrence,
  words: Pick<TermsWords, 'name' | 'sentence'>,
  language: CatalogueLanguage,
): string {
  const { frequency, interval, months } = recurrence;
  const unit = units[frequency];
  const list = (type: 'conjunction' | 'disjunction', all: readonly string[]): string =>
    new Intl.ListFormat(language, { type }).format(all);
  const every =
    interval === 1 ? words.name(`every-${unit}`) : words.sentence(`every-${unit}s`, { count: String(interval) });
  const monthNames = months.map((month) => named(language, { month: 'long' }, Date.UTC(2024, month - 1, 1)));
  const inMonths =
    months.length === 0 ? [] : [words.sentence('in-months', { months: list('conjunction', monthNames) })];
  const days = daysInWords(recurrence, words, language, list);
  return [
    ...(inMonths.length > 0 && frequency === 'MONTHLY' && interval === 1 ? [] : [every]),
    ...inMonths,
    ...days,
  ].join(', ');
}

function daysInWords(
  { monthDays, days, positions }: Recurrence,
  words: Pick<TermsWords, 'name' | 'sentence'>,
  language: CatalogueLanguage,
  list: (type: 'conjunction' | 'disjunction', all: readonly string[]) => string,
): string[] {
  const weekday = ({ weekday: number }: RuleDay): string =>
    named(language, { weekday: 'long' }, januaryMs + (number - 1) * 86_400_000);
  const nth = (number: number): string => words.name(number === -1 ? 'nth-last' : `nth-${number}`);
  const one = (number: number, day: string): string => words.sentence('nth-weekday', { nth: nth(number), day });
  const on = (all: readonly string[]): string => words.sentence('on-days', { days: list('conjunction', all) });
  if (monthDays.length > 0) {
    return [
      on(
        monthDays.map((day) =>
          day === -1 ? words.name('last-day') : words.sentence('month-day', { day: String(day) }),
        ),
      ),
    ];
  }
  if (positions.length > 0) {
    const any = list('disjunction', days.map(weekday));
    return [on(positions.map((position) => one(position, any)))];
  }
  return days.length === 0
    ? []
    : [on(days.map((day) => (day.nth === null ? weekday(day) : one(day.nth, weekday(day)))))];
}

const named = (language: CatalogueLanguage, how: Intl.DateTimeFormatOptions, at: number): string =>
  new Intl.DateTimeFormat(language, { ...how, timeZone: 'UTC' }).format(at);
