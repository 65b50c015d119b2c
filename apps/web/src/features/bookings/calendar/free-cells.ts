import type { components } from '@ajudant/client';
import { daysLater } from '../../../format/days';
import { zoned } from '../../../format/zoned';

type Slot = components['schemas']['SlotDto'];
type WeeklyHours = components['schemas']['WeeklyHoursDto'];

const cellMinutes = 30;
const cellMs = cellMinutes * 60_000;

/** Half an hour that can be chosen, by the instant at which it begins. */
export interface Cell {
  readonly startAt: string;
  readonly endAt: string;
  /** Its place in the grid: the day and the time on the reader's clock. */
  readonly day: string;
  readonly time: string;
}

const instant = (ms: number): string => new Date(ms).toISOString();

/** The half hours of free stretches that begin at a full or half hour of that zone, from an instant on. */
export function cellsOf(stretches: readonly Slot[], timeZone: string, notBefore: string): Cell[] {
  return stretches.flatMap(({ startAt, endAt }) => {
    const end = Date.parse(endAt);
    const cells: Cell[] = [];
    for (let at = Date.parse(startAt); at + cellMs <= end;) {
      const { day, time } = zoned(instant(at), timeZone);
      const over = Number(time.slice(3)) % cellMinutes;
      if (over !== 0) {
        at += (cellMinutes - over) * 60_000;
        continue;
      }
      if (instant(at) >= notBefore) cells.push({ startAt: instant(at), endAt: instant(at + cellMs), day, time });
      at += cellMs;
    }
    return cells;
  });
}

/** Cells that touch become one slot. */
export function slotsOf(cells: readonly Cell[]): Slot[] {
  const slots: Slot[] = [];
  for (const { startAt, endAt } of cells.toSorted((one, other) => (one.startAt < other.startAt ? -1 : 1))) {
    const last = slots.at(-1);
    if (last?.endAt === startAt) slots[slots.length - 1] = { startAt: last.startAt, endAt };
    else slots.push({ startAt, endAt });
  }
  return slots;
}

/** The same hours of every week on the clocks of a zone; what goes over midnight is two spans. */
export function weeklyHoursOf(slots: readonly Slot[], timeZone: string): WeeklyHours[] {
  return slots.flatMap(({ startAt, endAt }) => {
    const [start, end] = [zoned(startAt, timeZone), zoned(endAt, timeZone)];
    if (start.day === end.day) return [{ weekday: start.weekday, start: start.time, end: end.time }];
    const rest = end.time === '00:00' ? [] : [{ weekday: end.weekday, start: '00:00', end: end.time }];
    return [{ weekday: start.weekday, start: start.time, end: '24:00' }, ...rest];
  });
}

/** The lines of the grid: every half hour from the first to the last that is free on any of the days. */
export function timesOf(cells: readonly Cell[]): string[] {
  const minutes = cells.map(({ time }) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  if (minutes.length === 0) return [];
  const [first, last] = [Math.min(...minutes), Math.max(...minutes)];
  return Array.from({ length: (last - first) / cellMinutes + 1 }, (_, line) => {
    const at = first + line * cellMinutes;
    return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  });
}

export const daysOf = (monday: string): string[] => Array.from({ length: 7 }, (_, day) => daysLater(monday, day));

export const minutesOf = (slots: readonly Slot[]): number =>
  slots.reduce((sum, { startAt, endAt }) => sum + (Date.parse(endAt) - Date.parse(startAt)) / 60_000, 0);
