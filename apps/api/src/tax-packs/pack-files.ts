import { categoryOf, totalsOf } from '#domain';
import { csvOf } from '#platform/csv';
import { archiveIndex } from '../archives/archive-index.js';
import type { PackedText } from '../archives/packed-text.js';
import { amountText } from './amount-text.js';
import { accountingExports } from './exports/accounting-exports.js';
import { journals } from './exports/journals.js';
import type { YearOfBooks } from './pack-data.js';
import { packPage } from './pack-page.js';
import type { PackWords } from './pack-words.js';
import { returnsOf } from './returns.js';

/** The texts of a pack, `index.csv` with the hash of each file among them: of the same books the same, to the byte. */
export function packTexts(year: YearOfBooks, words: PackWords): PackedText[] {
  const tables: PackedText[] = [
    { path: 'entries.csv', text: entriesTable(year) },
    { path: 'missing.csv', text: missingTable(year) },
    { path: 'totals-by-category.csv', text: totalsTable(year, words) },
    { path: 'returns.csv', text: returnsTable(year, words) },
    { path: 'invoices.csv', text: invoicesTable(year) },
    { path: 'ledger.csv', text: ledgerTable(year) },
    ...journals(year),
    ...accountingExports(year),
  ];
  const page = { path: 'index.html', text: packPage(year, tables, words) };
  const texts = [page, ...tables];
  return [...texts, archiveIndex(texts, year.documents)];
}

const entryColumns = [
  'date',
  'kind',
  'status',
  'description',
  'counterpart',
  'vat_id',
  'number',
  'category',
  'currency',
];
const entryFigures = ['net', 'vat', 'total', 'vat_rate', 'paid_on', 'kilometres', 'corrects', 'documents', 'id'];

function entriesTable({ entries, documents }: YearOfBooks): string {
  const paths = new Map<string, string[]>();
  for (const { of, path } of documents) paths.set(of, [...(paths.get(of) ?? []), path]);
  const rows = entries.map((entry) => {
    const amount = (minor: number): string => amountText(minor, entry.currency);
    const { datedOn, kind, status, description, counterpart, counterpartVatId, documentNumber, category } = entry;
    return [
      datedOn,
      kind,
      status,
      description,
      counterpart,
      counterpartVatId,
      documentNumber,
      category,
      entry.currency,
      amount(entry.netMinor),
      amount(entry.vatMinor),
      amount(entry.totalMinor),
      rateText(entry.vatRateBps),
      entry.paidOn,
      entry.distanceTenths === null ? null : (entry.distanceTenths / 10).toFixed(1),
      entry.corrects,
      (paths.get(entry.id) ?? []).join(' '),
      entry.id,
    ];
  });
  return csvOf([[...entryColumns, ...entryFigures], ...rows]);
}

const missingTable = ({ gaps }: YearOfBooks): string =>
  csvOf([
    ['month', 'kind', 'number', 'id'],
    ...gaps.map(({ month, kind, what, recordId }) => [month, kind, what, recordId]),
  ]);

const totalsTable = ({ entries, books: { chart } }: YearOfBooks, { language }: PackWords): string =>
  csvOf([
    ['kind', 'category', 'name', 'vat_rate', 'entries', 'net', 'vat', 'total', 'currency'],
    ...totalsOf(entries).map((total) => [
      total.kind,
      total.category,
      categoryOf(chart, total.category)?.names[language] ?? null,
      rateText(total.vatRateBps),
      total.entries,
      amountText(total.netMinor, chart.currency),
      amountText(total.vatMinor, chart.currency),
      amountText(total.totalMinor, chart.currency),
      chart.currency,
    ]),
  ]);

const returnsTable = (year: YearOfBooks, { language }: PackWords): string =>
  csvOf([
    ['return', 'period', 'box', 'name', 'amount', 'currency', 'source'],
    ...returnsOf(year).flatMap(({ form, period, figures }) =>
      figures.map(({ box, amountMinor }) => [
        form.code,
        period,
        box.box,
        box.names[language],
        amountText(amountMinor, year.books.chart.currency),
        year.books.chart.currency,
        form.source,
      ]),
    ),
  ]);

function invoicesTable({ invoices, documents }: YearOfBooks): string {
  const paths = new Map<string, string[]>();
  for (const { of, path } of documents) paths.set(of, [...(paths.get(of) ?? []), path]);
  return csvOf([
    ['kind', 'number', 'issued_on', 'corrects', 'total', 'currency', 'paid_on', 'documents'],
    ...invoices.map(({ id, kind, number, issuedOn, corrects, totalMinor, currency, paidOn }) => [
      kind,
      number,
      issuedOn,
      corrects,
      amountText(totalMinor, currency),
      currency,
      paidOn,
      (paths.get(id) ?? []).join(' '),
    ]),
  ]);
}

const ledgerTable = ({ postings }: YearOfBooks): string =>
  csvOf([
    ['at', 'fact', 'reference', 'account', 'amount', 'currency'],
    ...postings.map(({ occurredAt, fact, reference, purpose, amountMinor, currency }) => [
      occurredAt,
      fact,
      reference,
      purpose,
      amountText(amountMinor, currency),
      currency,
    ]),
  ]);

const rateText = (bps: number | null): string | null => (bps === null ? null : (bps / 100).toFixed(2));
