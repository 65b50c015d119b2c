import type { Currency } from '../billing/money/currency.js';
import { every } from '../every.js';

export const recordKinds = ['income', 'expense', 'mileage', 'bank-line'] as const;
/** Money that came in or went out by a document, a way in one's own vehicle, or a line of the bank. */
export type RecordKind = (typeof recordKinds)[number];

export type RecordStatus = 'filed' | 'returned' | 'reviewed' | 'withdrawn';
export const recordStatuses = every<RecordStatus>({ filed: true, returned: true, reviewed: true, withdrawn: true });

/** What an entry says. Amounts are whole minor units of the currency, below nothing for what takes back. */
export interface RecordContent {
  readonly kind: RecordKind;
  /** Local date of the document, the way or the booking. */
  readonly datedOn: string;
  readonly description: string;
  readonly counterpart: string | null;
  readonly counterpartVatId: string | null;
  readonly documentNumber: string | null;
  readonly category: string | null;
  readonly currency: Currency;
  readonly netMinor: number;
  readonly vatMinor: number;
  readonly totalMinor: number;
  /** Income tax in the total that whoever pays keeps back, for the tax office; nothing for most. */
  readonly withheldMinor: number;
  /** Null where no tax is stated, or several rates are. */
  readonly vatRateBps: number | null;
  /** Local date of the payment; null while it isn't paid. */
  readonly paidOn: string | null;
  /** The line of the bank by which it was paid. */
  readonly bankLineId: string | null;
  /** Tenths of a kilometre of a way; null for all else. */
  readonly distanceTenths: number | null;
  readonly fileIds: readonly string[];
  /** The entry of a closed month that this one puts right. */
  readonly corrects: string | null;
}

/** An entry of the records of a business. */
export interface RecordEntry extends RecordContent {
  readonly id: string;
  readonly status: RecordStatus;
  readonly returnReason: string | null;
}

/** Which side acts: the business itself, or the agency that files for it. */
export type RecordSide = 'business' | 'agency';

/** `YYYY-MM` */
export const monthOf = (date: string): string => date.slice(0, 7);

/** The months from one date to another, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = monthOf(from).split('-').map(Number);
  for (const last = monthOf(to); months.at(-1) !== last && months.length < 1_200; month += 1) {
    if (month > 12) [year, month] = [year + 1, 1];
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > last) break;
    months.push(name);
  }
  return months;
}
