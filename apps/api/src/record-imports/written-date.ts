import type { ColumnMappingDto } from '#contracts';

type Order = ColumnMappingDto['dateOrder'];

/** The first three letters of months in the three languages; of April and August banks write more than one form. */
const months: readonly string[] = [
  'jan ene gen',
  'feb',
  'mar',
  'apr abr',
  'may mai',
  'jun',
  'jul',
  'aug ago',
  'sep set',
  'oct',
  'nov',
  'dec dic des',
];

/** `YYYY-MM-DD` of a date as somebody wrote it; what is no date stays none. */
export function isoDate(text: string, order: Order): string {
  const written = text.trim();
  const [, compactYear, compactMonth, compactDay] = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(written) ?? [];
  if (compactYear !== undefined) return `${compactYear}-${compactMonth!}-${compactDay!}`;
  const [first = '', second = '', third = ''] = partsOf(written);
  if (/^\d{4}$/.test(first)) return joined(first, second, third);
  if (!/^\d+$/.test(first)) return joined(third, first, second);
  if (!/^\d+$/.test(second)) return joined(third, second, first);
  if (order === 'ymd') return joined(first, second, third);
  return order === 'mdy' ? joined(third, first, second) : joined(third, second, first);
}

/** Day, month and year, or however they come; the time that may follow doesn't count. */
const partsOf = (written: string): readonly string[] =>
  /^(\d{1,4}|\p{L}{3,12})[\s./,-]+(?:de\s+)?(\d{1,2}|\p{L}{3,12})[\s./,-]+(?:de\s+)?(\d{1,4})(?!\d)/u
    .exec(written)
    ?.slice(1) ?? [];

const joined = (year: string, month: string, day: string): string =>
  [year.length === 2 ? `20${year}` : year, numberOf(month), day.padStart(2, '0')].join('-');

function numberOf(month: string): string {
  if (/^\d+$/.test(month)) return month.padStart(2, '0');
  const short = month.normalize('NFKD').toLowerCase().slice(0, 3);
  const at = months.findIndex((names) => names.split(' ').includes(short));
  return at === -1 ? month : String(at + 1).padStart(2, '0');
}

/**
 * In which order dates are written, and whether they show it: nobody can tell 3/4 from 4/3, and where no day is above twelve it
 * is read as in most of the world.
 */
export function dateOrderOf(dates: readonly string[]): { order: Order; isSure: boolean } {
  const numbers = dates.flatMap((text) => {
    const parts = partsOf(text.trim());
    return parts.length > 0 && parts.every((part) => /^\d+$/.test(part)) ? [parts.map(Number)] : [];
  });
  if (dates.some((text) => /^\s*\d{4}/.test(text))) return { order: 'ymd', isSure: true };
  const isMonthFirst = numbers.some(([, second = 0]) => second > 12);
  const isDayFirst = numbers.some(([first = 0]) => first > 12);
  return {
    order: isMonthFirst && !isDayFirst ? 'mdy' : 'dmy',
    isSure: isMonthFirst !== isDayFirst || numbers.length === 0,
  };
}
