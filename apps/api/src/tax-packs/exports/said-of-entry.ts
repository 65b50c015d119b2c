import type { KeptRecord } from '../../records/record.store.js';
import { amountText } from '../amount-text.js';

/** What stands in the same place of each program's file. */
export const numberOf = ({ documentNumber, id }: KeptRecord): string => documentNumber ?? id.slice(-12);
export const whoIn = ({ counterpart, description }: KeptRecord): string => counterpart ?? description;
/** `dd/mm/yyyy` */
export const dayFirst = (date: string): string => date.split('-').toReversed().join('/');
export const amount = (entry: KeptRecord, minor: number): string => amountText(minor, entry.currency);
/** With a comma, as programs of Spain read it. */
export const comma = (entry: KeptRecord, minor: number): string => amount(entry, minor).replace('.', ',');
export const percent = ({ vatRateBps }: KeptRecord): string | null =>
  vatRateBps === null ? null : String(vatRateBps / 100).replace('.', ',');
