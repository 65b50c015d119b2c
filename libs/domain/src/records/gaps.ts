import { divideHalfEven, wholeBps } from '../billing/money/money.js';
import type { RecordEntry } from './record.js';

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
  /** The number of its document; of a series those that are missing. */
  readonly what: string | null;
  /** By what else the paper is found: null for what is not there at all. */
  readonly datedOn: string | null;
  readonly description: string | null;
  readonly counterpart: string | null;
  readonly totalMinor: number | null;
}

/** A gap of what is not there at all. */
export const absence = (kind: GapKind, month: string, what: string | null): Gap => ({
  kind,
  month,
  recordId: null,
  what,
  datedOn: null,
  description: null,
  counterpart: null,
  totalMinor: null,
});

/** What of an entry counts when a year is looked at: little, as there may be many. */
export interface CountedEntry extends Pick<
  RecordEntry,
  | 'id'
  | 'kind'
  | 'status'
  | 'datedOn'
  | 'description'
  | 'counterpart'
  | 'category'
  | 'documentNumber'
  | 'netMinor'
  | 'vatMinor'
  | 'totalMinor'
  | 'withheldMinor'
  | 'paidOn'
  | 'vatRateBps'
> {
  readonly hasDocument: boolean;
  /** Of a line of the bank, that an entry names it as its payment. */
  readonly isExplained: boolean;
}

/** Days after which an invoice counts as unpaid. */
export const unpaidAfterDays = 30;
/** Numbers in a row that one hole of a series tells of singly. */
const mostMissing = 50;
/** Each line of an invoice may be rounded by itself: so many minor units don't count. */
const roundingMinor = 2;

/** What one entry lacks. @param unpaidBefore the date from which on what isn't paid may still be */
export function gapsOfEntry(entry: CountedEntry, unpaidBefore: string): GapKind[] {
  if (entry.kind === 'bank-line') {
    return entry.category === null && !entry.isExplained ? ['bank-line-without-entry'] : [];
  }
  const kinds: GapKind[] = [];
  if (entry.status !== 'reviewed') kinds.push('waiting');
  if (entry.category === null) kinds.push('without-category');
  if (entry.kind === 'mileage') return kinds;
  if (!entry.hasDocument) kinds.push('without-document');
  if (entry.paidOn === null && entry.totalMinor > 0 && entry.datedOn < unpaidBefore) kinds.push('unpaid');
  if (entry.vatRateBps !== null && !multiplies(entry.netMinor, entry.vatMinor, entry.vatRateBps)) {
    kinds.push('vat-does-not-multiply');
  }
  return kinds;
}

const multiplies = (netMinor: number, vatMinor: number, bps: number): boolean => {
  const exact = Number(divideHalfEven(BigInt(netMinor) * BigInt(bps), BigInt(wholeBps)));
  return Math.abs(exact - vatMinor) <= roundingMinor;
};

/** A number of one's own invoices, and the month of that which has it. */
export interface NumberOfSeries {
  readonly number: number;
  readonly width: number;
  readonly month: string;
}

/** What begins alike is a series, and digits at the end count within it; null for what has none. */
export function numberIn(documentNumber: string | null): { series: string; number: number; width: number } | null {
  const [, series = '', digits = ''] = /^(.*?)(\d{1,12})$/.exec(documentNumber ?? '') ?? [];
  return digits === '' ? null : { series, number: Number(digits), width: digits.length };
}

/** What a series lacks counts to the month of the next that is there. */
export function missingNumbers(series: string, known: readonly NumberOfSeries[]): Gap[] {
  const sorted = known.toSorted((one, other) => one.number - other.number);
  return sorted.slice(1).flatMap((next, index) => holes(series, sorted[index]!, next));
}

function holes(series: string, { number: before, width }: NumberOfSeries, next: NumberOfSeries): Gap[] {
  const missing = next.number - before - 1;
  const name = (number: number): string => `${series}${String(number).padStart(Math.min(width, next.width), '0')}`;
  const gap = (what: string): Gap => absence('number-missing', next.month, what);
  if (missing > mostMissing) return [gap(`${name(before + 1)} – ${name(next.number - 1)}`)];
  return Array.from({ length: Math.max(0, missing) }, (_, index) => gap(name(before + 1 + index)));
}
