import { demand } from '../policy.js';
import { type Gap, type GapKind, gapKinds, gapsOf } from './gaps.js';
import { monthOf, monthsBetween, type RecordEntry } from './record.js';

/** A month in one line: what came in, went out, is open, is missing, and the tax to expect. Minor units of the books' currency. */
export interface MonthLine {
  readonly month: string;
  readonly entries: number;
  readonly inMinor: number;
  readonly outMinor: number;
  /** Of invoices that are not paid, one's own and those of others. */
  readonly owedToUsMinor: number;
  readonly owedByUsMinor: number;
  /** Tax on what was sold without that on what was bought; below nothing is to come back. */
  readonly vatMinor: number;
  readonly waiting: number;
  readonly missing: number;
}

export function monthLines(
  entries: readonly RecordEntry[],
  period: { from: string; to: string },
  today: string,
): MonthLine[] {
  const gaps = gapsOf(entries, period, today);
  const byMonth = new Map<string, RecordEntry[]>();
  for (const entry of entries) {
    if (entry.status === 'withdrawn') continue;
    const month = monthOf(entry.datedOn);
    const known = byMonth.get(month);
    if (known === undefined) byMonth.set(month, [entry]);
    else known.push(entry);
  }
  return monthsBetween(period.from, period.to)
    .filter((month) => month <= monthOf(today))
    .map((month) =>
      lineOf(
        month,
        byMonth.get(month) ?? [],
        gaps.filter((gap) => gap.month === month),
      ),
    );
}

function lineOf(month: string, entries: readonly RecordEntry[], gaps: readonly Gap[]): MonthLine {
  const sum = (of: (entry: RecordEntry) => number): number => entries.reduce((total, entry) => total + of(entry), 0);
  const isIncome = ({ kind }: RecordEntry): boolean => kind === 'income';
  const isCost = ({ kind }: RecordEntry): boolean => kind === 'expense' || kind === 'mileage';
  return {
    month,
    entries: entries.length,
    inMinor: sum((entry) => (isIncome(entry) ? entry.totalMinor : 0)),
    outMinor: sum((entry) => (isCost(entry) ? entry.totalMinor : 0)),
    owedToUsMinor: sum((entry) => (isIncome(entry) && entry.paidOn === null ? entry.totalMinor : 0)),
    owedByUsMinor: sum((entry) => (entry.kind === 'expense' && entry.paidOn === null ? entry.totalMinor : 0)),
    vatMinor: sum((entry) => (isIncome(entry) ? entry.vatMinor : isCost(entry) ? -entry.vatMinor : 0)),
    waiting: entries.filter(({ status, kind }) => status !== 'reviewed' && kind !== 'bank-line').length,
    missing: gaps.length,
  };
}

/** What is looked at before a month is closed: each kind of gap, and how many of it there are. */
export type Checklist = Readonly<Record<GapKind, number>>;

export const checklistOf = (gaps: readonly Gap[], month: string): Checklist =>
  Object.fromEntries(
    gapKinds.map((kind) => [kind, gaps.filter((gap) => gap.kind === kind && gap.month === month).length]),
  ) as Record<GapKind, number>;

/** What has to be settled: nobody closes over it. */
const neverDespite: ReadonlySet<GapKind> = new Set(['waiting', 'without-category']);

/**
 * Whether a month may be closed: it is over, nothing waits, and each kind of gap that is left is one that the business closes
 * despite of.
 * @throws DomainError `record-month.…`
 */
export function assertClosable(
  month: string,
  checklist: Checklist,
  { despite, today, isClosed }: { despite: readonly GapKind[]; today: string; isClosed: boolean },
): void {
  demand(!isClosed, 'record-month.closed-already', { month });
  demand(month < monthOf(today), 'record-month.not-over', { month });
  for (const kind of gapKinds) {
    if (checklist[kind] === 0) continue;
    const settles = neverDespite.has(kind);
    demand(!settles, 'record-month.waiting', { kind, count: checklist[kind], detail: `${kind}: ${checklist[kind]}` });
    demand(despite.includes(kind), 'record-month.gaps-open', {
      at: ['despite'],
      kind,
      detail: `${kind}: ${checklist[kind]}`,
    });
  }
}
