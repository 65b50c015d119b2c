import { addDays } from '../time/local-date.js';
import type { DateRange } from '../time/slot.js';
import {
  absence,
  type CountedEntry,
  type Gap,
  type GapKind,
  gapKinds,
  gapsOfEntry,
  missingNumbers,
  numberIn,
  type NumberOfSeries,
  unpaidAfterDays,
} from './gaps.js';
import type { Checklist, MonthLine } from './months.js';
import { monthOf, monthsBetween } from './record.js';

/** So many days of a month at least belong to a period that has to have something in it. */
const leastDays = 15;

type Figures = { -readonly [name in Exclude<keyof MonthLine, 'month' | 'missing' | 'checklist'>]: number };
const noFigures = (): Figures => ({
  entries: 0,
  inMinor: 0,
  outMinor: 0,
  owedToUsMinor: 0,
  owedByUsMinor: 0,
  vatMinor: 0,
  waiting: 0,
});

export interface TallyOptions {
  /** Local date on which it is looked at: days to come lack nothing. */
  readonly today: string;
  /** Gaps of one kind and month that are told singly; all are counted. */
  readonly mostTold?: number;
}

/**
 * Counts entries one after the other, in the order of their dates, so that a year of many needs no more memory than what is told of
 * it: a line for each month, and what is missing. Entries around the period count for the numbers of series alone.
 */
export class YearTally {
  private readonly figures = new Map<string, Figures>();
  private readonly counts = new Map<string, Record<GapKind, number>>();
  private readonly told = new Map<string, Gap[]>();
  private readonly series = new Map<string, NumberOfSeries[]>();
  /** Up to the day on which it is looked at. */
  private readonly until: string;
  private readonly unpaidBefore: string;

  constructor(
    private readonly period: DateRange,
    private readonly options: TallyOptions,
  ) {
    const { today } = options;
    this.until = period.to < today ? period.to : today;
    this.unpaidBefore = addDays(today, 0 - unpaidAfterDays);
  }

  add(entry: CountedEntry): void {
    if (entry.status === 'withdrawn') return;
    const month = monthOf(entry.datedOn);
    const number = entry.kind === 'income' ? numberIn(entry.documentNumber) : null;
    if (number !== null) {
      const known = this.series.get(number.series) ?? [];
      known.push({ number: number.number, width: number.width, month });
      this.series.set(number.series, known);
    }
    if (entry.datedOn < this.period.from || entry.datedOn > this.period.to) return;
    this.count(entry, month);
    if (entry.datedOn > this.until) return;
    for (const kind of gapsOfEntry(entry, this.unpaidBefore)) {
      const { id: recordId, documentNumber: what, datedOn, description, counterpart, totalMinor } = entry;
      this.tell({ kind, month, recordId, what, datedOn, description, counterpart, totalMinor });
    }
  }

  /** A line for each month up to now, and what is missing by month and kind. To be asked once all entries are counted. */
  result(): { months: MonthLine[]; gaps: Gap[] } {
    const { from, to } = this.period;
    const months = from > this.until ? [] : monthsBetween(from, this.until);
    for (const month of months) {
      const isOver = month < monthOf(this.options.today);
      if (isOver && !this.figures.has(month) && daysOf(month, { from, to }) >= leastDays) {
        this.tell(absence('month-empty', month, null));
      }
    }
    const within = new Set(months);
    for (const [series, known] of this.series) {
      for (const gap of missingNumbers(series, known)) if (within.has(gap.month)) this.tell(gap);
    }
    return {
      months: months.map((month) => this.lineOf(month)),
      gaps: months.flatMap((month) => gapKinds.flatMap((kind) => this.told.get(`${month} ${kind}`) ?? [])),
    };
  }

  private lineOf(month: string): MonthLine {
    const checklist: Checklist = this.counts.get(month) ?? noGaps();
    const missing = Object.values(checklist).reduce((sum, count) => sum + count, 0);
    return { month, ...(this.figures.get(month) ?? noFigures()), missing, checklist };
  }

  private count(entry: CountedEntry, month: string): void {
    const line = this.figures.get(month) ?? noFigures();
    const { kind, totalMinor, vatMinor, withheldMinor } = entry;
    const open = entry.paidOn === null ? totalMinor - withheldMinor : 0;
    line.entries += 1;
    if (kind === 'income') {
      line.inMinor += totalMinor;
      line.owedToUsMinor += open;
      line.vatMinor += vatMinor;
    } else if (kind !== 'bank-line') {
      line.outMinor += totalMinor;
      line.owedByUsMinor += kind === 'expense' ? open : 0;
      line.vatMinor -= vatMinor;
    }
    if (entry.status !== 'reviewed' && kind !== 'bank-line') line.waiting += 1;
    this.figures.set(month, line);
  }

  private tell(gap: Gap): void {
    const counts = this.counts.get(gap.month) ?? noGaps();
    counts[gap.kind] += 1;
    this.counts.set(gap.month, counts);
    const key = `${gap.month} ${gap.kind}`;
    const told = this.told.get(key) ?? [];
    if (told.length < (this.options.mostTold ?? Infinity)) told.push(gap);
    this.told.set(key, told);
  }
}

/** A checklist on which nothing is missing. */
export const noGaps = (): Record<GapKind, number> =>
  Object.fromEntries(gapKinds.map((kind) => [kind, 0])) as Record<GapKind, number>;

/** How many days of a month are within a period that touches it. */
function daysOf(month: string, { from, to }: DateRange): number {
  const first = monthOf(from) === month ? Number(from.slice(8)) : 1;
  const [year = 0, number = 0] = month.split('-').map(Number);
  const last = monthOf(to) === month ? Number(to.slice(8)) : new Date(Date.UTC(year, number, 0)).getUTCDate();
  return last - first + 1;
}
