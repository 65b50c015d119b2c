import { divideHalfEven, wholeBps } from '#domain';
import type { KeptRecord } from '../../records/record.store.js';
import { amountText } from '../amount-text.js';

/** What stands in the same place of each program's file. */
export const numberOf = ({ documentNumber, id }: KeptRecord): string => documentNumber ?? id.slice(-12);
export const whoIn = ({ counterpart, description }: KeptRecord): string => counterpart ?? description;
/** When it was due, as far as it is known: when it was paid, but never before it was written, which programs refuse. */
export const dueOn = ({ datedOn, paidOn }: KeptRecord): string =>
  paidOn !== null && paidOn > datedOn ? paidOn : datedOn;
/** `dd/mm/yyyy` */
export const dayFirst = (date: string): string => date.split('-').toReversed().join('/');
export const amount = (entry: KeptRecord, minor: number): string => amountText(minor, entry.currency);
/** With a comma, as programs of Spain read it. */
export const comma = (entry: KeptRecord, minor: number): string => amount(entry, minor).replace('.', ',');
export const percent = ({ vatRateBps }: KeptRecord): string | null =>
  vatRateBps === null ? null : String(vatRateBps / 100).replace('.', ',');
/** Hundredths of a percent of the net amount that whoever pays keeps back. */
export const withheldBps = ({ netMinor, withheldMinor }: KeptRecord): number =>
  netMinor === 0
    ? 0
    : Number(divideHalfEven(BigInt(Math.abs(withheldMinor)) * BigInt(wholeBps), BigInt(Math.abs(netMinor))));
