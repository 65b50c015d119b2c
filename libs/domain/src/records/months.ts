import { demand } from '../policy.js';
import { type GapKind, gapKinds } from './gaps.js';
import { monthOf } from './record.js';

/** What is looked at before a month is closed: each kind of gap, and how many of it there are. */
export type Checklist = Readonly<Record<GapKind, number>>;

/** A month in one line: what came in, went out, is open, is missing, and the tax to expect. Minor units of the books' currency. */
export interface MonthLine {
  readonly month: string;
  readonly entries: number;
  readonly inMinor: number;
  readonly outMinor: number;
  /** Of invoices that are not paid, one's own and those of others; what is withheld of them is not to be paid. */
  readonly owedToUsMinor: number;
  readonly owedByUsMinor: number;
  /** Tax on what was sold without that on what was bought; below nothing is to come back. */
  readonly vatMinor: number;
  readonly waiting: number;
  readonly missing: number;
  readonly checklist: Checklist;
}

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
