import type { KeptRecord } from '../../records/record.store.js';
import type { YearOfBooks } from '../pack-data.js';
import type { PackedText } from '../../archives/packed-text.js';
import { holded, registerBook } from './spanish-programs.js';
import { suenlace } from './suenlace.js';
import { quickbooks, xero } from './british-programs.js';

/** Invoices that Xero takes in one file. https://central.xero.com/s/article/Import-bills */
const mostOfXero = 500;

/** The entries in the files that accounting programs import. */
export function accountingExports(year: YearOfBooks): PackedText[] {
  const { chart } = year.books;
  const of = (kind: KeptRecord['kind']): KeptRecord[] =>
    year.entries.filter((entry) => entry.kind === kind && entry.status !== 'withdrawn');
  const [bought, sold] = [of('expense'), of('income')];
  return [
    ...inParts('exports/xero-bills', bought, (some) => xero(some, chart, 'bought')),
    ...inParts('exports/xero-sales', sold, (some) => xero(some, chart, 'sold')),
    { path: 'exports/quickbooks-bills.csv', text: quickbooks(bought, chart, 'bought') },
    { path: 'exports/quickbooks-invoices.csv', text: quickbooks(sold, chart, 'sold') },
    { path: 'exports/holded-purchases.csv', text: holded(bought) },
    { path: 'exports/holded-sales.csv', text: holded(sold) },
    { path: 'exports/a3-received.csv', text: registerBook(bought, 'recibidas') },
    { path: 'exports/a3-issued.csv', text: registerBook(sold, 'expedidas') },
    // The link of A3 knows the accounts of Spain's plan alone.
    ...(chart.countryCode === 'ES'
      ? [{ path: 'exports/SUENLACE.DAT', text: suenlace(bought, sold), encoding: 'latin1' as const }]
      : []),
  ];
}

/** One file, and more where there is more than a program takes at once. */
function inParts(
  name: string,
  entries: readonly KeptRecord[],
  write: (some: readonly KeptRecord[]) => string,
): PackedText[] {
  const parts = Math.max(1, Math.ceil(entries.length / mostOfXero));
  return Array.from({ length: parts }, (_, at) => ({
    path: `${name}${at === 0 ? '' : `-${at + 1}`}.csv`,
    text: write(entries.slice(at * mostOfXero, (at + 1) * mostOfXero)),
  }));
}
