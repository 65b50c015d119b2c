import { DomainError, type FieldPath } from '../domain-error.js';

/**
 * Hours of a weekday on the clock of whoever states them. `end` is later than `start` and may be `24:00`; work across
 * midnight is two entries, so that every entry belongs to exactly one local date.
 */
export interface WeeklyHours {
  /** ISO weekday: 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** Local time `HH:MM`, `00:00` to `23:59`. */
  readonly start: string;
  /** Local time `HH:MM`, `00:01` to `24:00`. */
  readonly end: string;
}

export const maxWeeklyEntries = 50;

/**
 * The same hours checked and in order of the week.
 * @throws DomainError `time.too-many-hours`, `time.bad-weekday`, `time.bad-local-time`, `time.bad-hours`, `time.hours-overlap`
 */
export function normaliseWeeklyHours(hours: readonly WeeklyHours[], at: FieldPath = []): WeeklyHours[] {
  if (hours.length > maxWeeklyEntries) throw new DomainError('time.too-many-hours', { at, max: maxWeeklyEntries });
  hours.forEach((entry, index) => assertEntry(entry, [...at, index]));
  const sorted = hours.map(({ weekday, start, end }) => ({ weekday, start, end }));
  sorted.sort((a, b) => a.weekday - b.weekday || localMinutes(a.start) - localMinutes(b.start));
  sorted.forEach((entry, index) => {
    const before = sorted[index - 1];
    if (before?.weekday === entry.weekday && localMinutes(before.end) > localMinutes(entry.start)) {
      throw new DomainError('time.hours-overlap', { at, weekday: entry.weekday, first: before, second: entry });
    }
  });
  return sorted;
}

function assertEntry({ weekday, start, end }: WeeklyHours, at: FieldPath): void {
  if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) {
    throw new DomainError('time.bad-weekday', { at: [...at, 'weekday'], value: weekday });
  }
  const from = localMinutes(start);
  const to = localMinutes(end);
  if (Number.isNaN(from) || from === 24 * 60) {
    throw new DomainError('time.bad-local-time', { at: [...at, 'start'], value: start });
  }
  if (Number.isNaN(to)) throw new DomainError('time.bad-local-time', { at: [...at, 'end'], value: end });
  if (to <= from) throw new DomainError('time.bad-hours', { at, start, end });
}

/** Minutes since midnight of `HH:MM` up to `24:00`; NaN for anything else. */
export function localMinutes(time: string): number {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return minutes <= 24 * 60 ? minutes : Number.NaN;
}

/** Minutes of a nominal week, one without a change of the clocks. */
export function weeklyMinutes(hours: readonly WeeklyHours[]): number {
  return hours.reduce((sum, { start, end }) => sum + localMinutes(end) - localMinutes(start), 0);
}
