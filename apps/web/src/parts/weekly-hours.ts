import type { components } from '@ajudant/client';

export type Hours = components['schemas']['WeeklyHoursDto'];

/** Minutes of a day and of the grid that hours are painted on. */
export const dayMinutes = 24 * 60;
export const cellMinutes = 30;

/** What is painted in one go: weekdays from 1 to 7, both included, and minutes of the day, the last not included. */
export interface Area {
  readonly fromDay: number;
  readonly toDay: number;
  readonly from: number;
  readonly to: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

export const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return 60 * hours + minutes;
};

/** `09:30`, of minutes of the day; its end is `24:00`. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const spansOf = (hours: readonly Hours[], weekday: number): Span[] =>
  hours
    .filter((hour) => hour.weekday === weekday)
    .map(({ start, end }) => ({ from: minutesOf(start), to: minutesOf(end) }))
    .sort((one, other) => one.from - other.from);

/** How much of a stretch of a day belongs to the hours. */
export function coverage(hours: readonly Hours[], weekday: number, { from, to }: Span): 'none' | 'some' | 'all' {
  const minutes = spansOf(hours, weekday)
    .map((span) => Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)))
    .reduce((sum, each) => sum + each, 0);
  if (minutes === 0) return 'none';
  return minutes >= to - from ? 'all' : 'some';
}

/** The hours with that area added to them or taken away; what lies outside stays to the minute, and what touches is one. */
export function painted(hours: readonly Hours[], area: Area, added: boolean): Hours[] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const spans = spansOf(hours, weekday);
    const isIn = weekday >= area.fromDay && weekday <= area.toDay;
    const rest = isIn ? spans.flatMap((span) => without(span, area)) : spans;
    return merged(isIn && added ? [...rest, { from: area.from, to: area.to }] : rest).map(({ from, to }) => ({
      weekday,
      start: clockOf(from),
      end: clockOf(to),
    }));
  });
}

/** Minutes of the week in all. */
export const minutesOfWeek = (hours: readonly Hours[]): number =>
  hours.reduce((sum, { start, end }) => sum + minutesOf(end) - minutesOf(start), 0);

/** The hours of the day in which somebody works, for what is shown first. */
export function daySpan(hours: readonly Hours[]): Span {
  return {
    from: Math.min(7 * 60, ...hours.map(({ start }) => Math.floor(minutesOf(start) / 60) * 60)),
    to: Math.max(20 * 60, ...hours.map(({ end }) => Math.ceil(minutesOf(end) / 60) * 60)),
  };
}

const without = (span: Span, { from, to }: Span): Span[] =>
  [
    { from: span.from, to: Math.min(span.to, from) },
    { from: Math.max(span.from, to), to: span.to },
  ].filter((part) => part.to > part.from);

function merged(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last === undefined || span.from > last.to) joined.push(span);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return joined;
}
