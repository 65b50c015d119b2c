import type { Format } from '../../format/use-format';
import type { Text as Say } from '../../texts/use-text';

/** Weekdays as recurrence rules (RFC 5545) have them, Monday first. */
export const ruleWeekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** What is due on the last working day of each month. */
export const lastWorkingDay = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1';

const units = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month' } as const;

/** The values of the parts of a rule, as the API keeps it. */
export function partsOfRule(rule: string): (name: string) => readonly string[] {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  return (name) => parts.get(name)?.split(',') ?? [];
}

/** On which days something is due, as people say it. */
export function ruleInWords(rule: string, t: Say, format: Format): string {
  const part = partsOfRule(rule);
  const [frequency = 'MONTHLY'] = part('FREQ') as (keyof typeof units)[];
  const count = Number(part('INTERVAL')[0] ?? 1);
  const months = part('BYMONTH').map((month) => format.monthOfYear(Number(month)));
  const inMonths = months.length === 0 ? [] : [t('agreements.rule-in-months', { months: format.list(months) })];
  const saysMonths = inMonths.length > 0 && frequency === 'MONTHLY' && count === 1;
  const every = saysMonths ? [] : [t(`agreements.rule-every-${units[frequency]}`, { count })];
  const days = daysInWords(part, t, format);
  const on = days.length === 0 ? [] : [t('agreements.rule-on', { days: format.list(days) })];
  return [...every, ...inMonths, ...on].join(', ');
}

function daysInWords(part: (name: string) => readonly string[], t: Say, format: Format): string[] {
  const weekday = (name: string): string => format.weekday(ruleWeekdays.findIndex((known) => known === name) + 1);
  const nthDay = (nth: string, day: string): string =>
    t('agreements.rule-nth', { nth: nth === '-1' ? 'last' : nth, day });
  const monthDays = part('BYMONTHDAY').map((day) =>
    t('agreements.rule-month-day', { day: day === '-1' ? 'last' : day }),
  );
  if (monthDays.length > 0) return monthDays;
  const [positions, days] = [part('BYSETPOS'), part('BYDAY')];
  if (positions.length > 0) {
    const any = format.list(days.map(weekday), 'disjunction');
    return positions.map((position) => nthDay(position, any));
  }
  return days.map((day) => {
    const [, nth, name = ''] = /^(-?\d)?([A-Z]{2})$/.exec(day) ?? [];
    return nth === undefined ? weekday(name) : nthDay(nth, weekday(name));
  });
}
