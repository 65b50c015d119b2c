import type { KeptRecord } from '../../records/record.store.js';
import type { YearOfBooks } from '../pack-data.js';
import type { PackedText } from '../../archives/packed-text.js';
import { holded, registerBook } from './spanish-programs.js';
import { suenlace } from './suenlace.js';
import { quickbooksBills, quickbooksInvoices, xero } from './british-programs.js';

/** Invoices that Xero takes in one file. https://central.xero.com/s/article/Import-bills */
const mostOfXero = 500;

/** The entries in the files that accounting programs import. */
export function* accountingExports(year: YearOfBooks): Generator<PackedText> {
  const { chart } = year.books;
  const of = (kind: KeptRecord['kind']): KeptRecord[] =>
    year.entries.filter((entry) => entry.kind === kind && entry.status !== 'withdrawn');
  const [bought, sold] = [of('expense'), of('income')];
  yield* inParts('exports/xero-bills', bought, (some) => xero(some, chart, 'bought'));
  yield* inParts('exports/xero-sales', sold, (some) => xero(some, chart, 'sold'));
  yield { path: 'exports/quickbooks-bills.csv', text: quickbooksBills(bought, chart) };
  yield { path: 'exports/quickbooks-invoices.csv', text: quickbooksInvoices(sold, chart) };
  yield { path: 'exports/holded-purchases.csv', text: holded(bought) };
  yield { path: 'exports/holded-sales.csv', text: holded(sold) };
  yield { path: 'exports/a3-received.csv', text: registerBook(bought, 'recibidas') };
  yield { path: 'exports/a3-issued.csv', text: registerBook(sold, 'expedidas') };
  // The link of A3 knows the accounts of Spain's plan alone.
  if (chart.countryCode === 'ES') {
    yield { path: 'exports/SUENLACE.DAT', text: suenlace(bought, sold), encoding: 'latin1' };
  }
}

/** One file, and more where there is more than a program takes at once. */
function* inParts(
  name: string,
  entries: readonly KeptRecord[],
  write: (some: readonly KeptRecord[]) => string,
): Generator<PackedText> {
  const parts = Math.max(1, Math.ceil(entries.length / mostOfXero));
  for (let at = 0; at < parts; at += 1) {
    yield {
      path: `${name}${at === 0 ? '' : `-${at + 1}`}.csv`,
      text: write(entries.slice(at * mostOfXero, (at + 1) * mostOfXero)),
    };
  }
}
