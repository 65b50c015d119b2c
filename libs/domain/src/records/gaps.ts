import { divideHalfEven, wholeBps } from '../billing/money/money.js';
import { addDays } from '../time/local-date.js';
import { monthOf, monthsBetween, type RecordEntry } from './record.js';

export const gapKinds = [
  'month-empty',
  'waiting',
  'without-category',
  'without-document',
  'bank-line-without-entry',
  'unpaid',
  'number-missing',
  'vat-does-not-multiply',
] as const;
export type GapKind = (typeof gapKinds)[number];

/** Something that is missing in the records. */
export interface Gap {
  readonly kind: GapKind;
  readonly month: string;
  /** The entry that lacks something; null for what is not there at all. */
  readonly recordId: string | null;
  /** What is missing: a number of a series; otherwise null. */
  readonly what: string | null;
}

/** Days after which an invoice counts as unpaid. */
export const unpaidAfterDays = 30;
/** Numbers in a row that one hole of a series tells of singly. */
const mostMissing = 50;
/** Each line of an invoice may be rounded by itself: so many minor units don't count. */
const roundingMinor = 2;

type Counted = Omit<RecordEntry, 'fileIds'> & { readonly fileIds: readonly unknown[] };

/**
 * What is missing between two local dates, both included, as seen on a day: withdrawn entries don't count, nor does what is still
 * to come.
 */
export function gapsOf(entries: readonly Counted[], period: { from: string; to: string }, today: string): Gap[] {
  const known = entries.filter(
    ({ status, datedOn }) => status !== 'withdrawn' && datedOn >= period.from && datedOn <= period.to,
  );
  const paying = new Set(known.flatMap(({ bankLineId }) => bankLineId ?? []));
  const single = known.flatMap((entry) =>
    kindsOf(entry, paying, today).map((kind): Gap => ({
      kind,
      month: monthOf(entry.datedOn),
      recordId: entry.id,
      what: entry.documentNumber,
    })),
  );
  return [...emptyMonths(known, period, today), ...single, ...missingNumbers(known)].sort((one, other) =>
    order(one).localeCompare(order(other)),
  );
}

const order = ({ month, kind, recordId, what }: Gap): string =>
  [month, String(gapKinds.indexOf(kind)), recordId ?? '', what ?? ''].join(' ');

function kindsOf(entry: Counted, paying: ReadonlySet<string>, today: string): GapKind[] {
  if (entry.kind === 'bank-line') {
    return entry.category === null && !paying.has(entry.id) ? ['bank-line-without-entry'] : [];
  }
  const kinds: GapKind[] = [];
  if (entry.status !== 'reviewed') kinds.push('waiting');
  if (entry.category === null) kinds.push('without-category');
  if (entry.kind === 'mileage') return kinds;
  if (entry.fileIds.length === 0) kinds.push('without-document');
  if (entry.paidOn === null && entry.totalMinor > 0 && addDays(entry.datedOn, unpaidAfterDays) < today)
    kinds.push('unpaid');
  if (entry.vatRateBps !== null && !multiplies(entry.netMinor, entry.vatMinor, entry.vatRateBps)) {
    kinds.push('vat-does-not-multiply');
  }
  return kinds;
}

const multiplies = (netMinor: number, vatMinor: number, bps: number): boolean => {
  const exact = Number(divideHalfEven(BigInt(netMinor) * BigInt(bps), BigInt(wholeBps)));
  return Math.abs(exact - vatMinor) <= roundingMinor;
};

function emptyMonths(entries: readonly Counted[], { from, to }: { from: string; to: string }, today: string): Gap[] {
  const filled = new Set(entries.map(({ datedOn }) => monthOf(datedOn)));
  return monthsBetween(from, to)
    .filter((month) => month < monthOf(today) && !filled.has(month))
    .map((month) => ({ kind: 'month-empty', month, recordId: null, what: null }));
}

/** Numbers of one's own invoices: those that begin alike are a series. What it lacks counts to the month of the next that is there. */
function missingNumbers(entries: readonly Counted[]): Gap[] {
  const series = new Map<string, NumberOfSeries[]>();
  for (const { kind, documentNumber, datedOn } of entries) {
    const [, prefix = '', digits = ''] = /^(.*?)(\d{1,12})$/.exec(documentNumber ?? '') ?? [];
    if (kind !== 'income' || digits === '') continue;
    const known = series.get(prefix) ?? [];
    known.push({ number: Number(digits), width: digits.length, month: monthOf(datedOn) });
    series.set(prefix, known);
  }
  return [...series].flatMap(([prefix, known]) => {
    const sorted = known.toSorted((one, other) => one.number - other.number);
    return sorted.slice(1).flatMap((next, index) => holes(prefix, sorted[index]!, next));
  });
}

interface NumberOfSeries {
  readonly number: number;
  readonly width: number;
  readonly month: string;
}

function holes(prefix: string, { number: before, width }: NumberOfSeries, next: NumberOfSeries): Gap[] {
  const missing = next.number - before - 1;
  const name = (number: number): string => `${prefix}${String(number).padStart(Math.min(width, next.width), '0')}`;
  const gap = (what: string): Gap => ({ kind: 'number-missing', month: next.month, recordId: null, what });
  if (missing > mostMissing) return [gap(`${name(before + 1)} – ${name(next.number - 1)}`)];
  return Array.from({ length: Math.max(0, missing) }, (_, index) => gap(name(before + 1 + index)));
}
