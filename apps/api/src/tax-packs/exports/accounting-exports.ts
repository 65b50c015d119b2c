import type { KeptRecord } from '../../records/record.store.js';
import type { YearOfBooks } from '../pack-data.js';
import type { PackedText } from '../../archives/packed-text.js';
import { quickbooksBank, xeroBank } from './bank-lines.js';
import { holdedPurchases, holdedSales, registerBook } from './spanish-programs.js';
import { suenlace } from './suenlace.js';
import { quickbooksBills, quickbooksInvoices, xero } from './british-programs.js';

/** What a program takes in one file. */
interface Most {
  readonly entries: number;
  readonly bytes?: number;
}

/** https://central.xero.com/s/article/Import-bills */
const mostOfXero: Most = { entries: 500 };
/** https://central.xero.com/s/article/Import-a-CSV-bank-statement */
const mostLinesOfXero: Most = { entries: 1_000 };
/** https://quickbooks.intuit.com/learn-support/en-uk/help-article/import-invoices */
const mostOfQuickbooks: Most = { entries: 100 };
/** https://quickbooks.intuit.com/learn-support/en-uk/help-article/import-transactions/manually-upload-transactions-quickbooks-online/L0rE9OXBz_GB_en_GB */
const mostLinesOfQuickbooks: Most = { entries: 1_000, bytes: 350_000 };

/** The entries in the files that accounting programs import. */
export function* accountingExports(year: YearOfBooks): Generator<PackedText> {
  const { chart } = year.books;
  const of = (kind: KeptRecord['kind']): KeptRecord[] =>
    year.entries.filter((entry) => entry.kind === kind && entry.status !== 'withdrawn');
  const [bought, sold, lines] = [of('expense'), of('income'), of('bank-line')];
  yield* inParts('exports/xero-bills', bought, mostOfXero, (some) => xero(some, chart, 'bought'));
  yield* inParts('exports/xero-sales', sold, mostOfXero, (some) => xero(some, chart, 'sold'));
  yield* inParts('exports/xero-bank', lines, mostLinesOfXero, xeroBank);
  yield* ofQuickbooks('bills', 'supplier-credits', bought, (some) => quickbooksBills(some, chart));
  yield* ofQuickbooks('invoices', 'credit-notes', sold, (some) => quickbooksInvoices(some, chart));
  yield* inParts('exports/quickbooks-bank', lines, mostLinesOfQuickbooks, quickbooksBank);
  yield { path: 'exports/holded-purchases.csv', text: holdedPurchases(bought) };
  yield { path: 'exports/holded-sales.csv', text: holdedSales(sold, chart) };
  yield { path: 'exports/a3-received.csv', text: registerBook(bought, 'recibidas') };
  yield { path: 'exports/a3-issued.csv', text: registerBook(sold, 'expedidas') };
  // The link of A3 knows the accounts of Spain's plan alone.
  if (chart.countryCode === 'ES') {
    yield { path: 'exports/SUENLACE.DAT', text: suenlace(bought, sold), encoding: 'latin1' };
  }
}

type Writing = (some: readonly KeptRecord[]) => string;

/** QuickBooks refuses a whole file for an amount below nothing: what takes back is apart, to be entered by hand. */
function* ofQuickbooks(
  owed: string,
  takenBack: string,
  entries: readonly KeptRecord[],
  write: Writing,
): Generator<PackedText> {
  const isTakenBack = ({ netMinor, totalMinor }: KeptRecord): boolean => netMinor < 0 || totalMinor < 0;
  const owing = entries.filter((entry) => !isTakenBack(entry));
  yield* inParts(`exports/quickbooks-${owed}`, owing, mostOfQuickbooks, write);
  const back = entries.filter(isTakenBack);
  if (back.length > 0) yield { path: `exports/quickbooks-${takenBack}.csv`, text: write(back) };
}

/** One file, and more where there is more than a program takes at once. */
function* inParts(name: string, entries: readonly KeptRecord[], most: Most, write: Writing): Generator<PackedText> {
  let part = 1;
  const file = (some: readonly KeptRecord[]): PackedText => ({
    path: `${name}${part === 1 ? '' : `-${part}`}.csv`,
    text: write(some),
  });
  const headBytes = most.bytes === undefined ? 0 : Buffer.byteLength(write([]));
  let [some, bytes]: [KeptRecord[], number] = [[], headBytes];
  for (const entry of entries) {
    const more = most.bytes === undefined ? 0 : Buffer.byteLength(write([entry])) - headBytes;
    if (some.length === most.entries || (some.length > 0 && bytes + more > (most.bytes ?? Infinity))) {
      yield file(some);
      part += 1;
      [some, bytes] = [[], headBytes];
    }
    some.push(entry);
    bytes += more;
  }
  yield file(some);
}
