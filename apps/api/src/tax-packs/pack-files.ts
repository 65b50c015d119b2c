import { categoryOf, totalsOf } from '#domain';
import { csvOf } from '#platform/csv';
import type { PackedText } from '../archives/packed-text.js';
import { amountText } from './amount-text.js';
import { accountingExports } from './exports/accounting-exports.js';
import { journals } from './exports/journals.js';
import type { YearOfBooks } from './pack-data.js';
import { packPage } from './pack-page.js';
import type { PackWords } from './pack-words.js';
import { returnsOf } from './returns.js';

/**
 * The texts of a pack, one after the other, so that whoever packs them needs not hold all; the page comes last and stands first.
 * Of the same books they are the same, to the byte.
 */
export function* packTexts(year: YearOfBooks, words: PackWords): Generator<PackedText> {
  const paths: string[] = [];
  for (const text of tablesOf(year, words)) {
    paths.push(text.path);
    yield text;
  }
  yield { path: 'index.html', text: packPage(year, paths, words) };
}

function* tablesOf(year: YearOfBooks, words: PackWords): Generator<PackedText> {
  yield { path: 'entries.csv', text: entriesTable(year) };
  yield { path: 'missing.csv', text: missingTable(year) };
  yield { path: 'totals-by-category.csv', text: totalsTable(year, words) };
  yield { path: 'returns.csv', text: returnsTable(year, words) };
  yield { path: 'invoices.csv', text: invoicesTable(year) };
  yield { path: 'ledger.csv', text: ledgerTable(year) };
  yield* journals(year);
  yield* accountingExports(year);
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
const entryFigures = [
  'net',
  'vat',
  'total',
  'withheld',
  'vat_rate',
  'paid_on',
  'kilometres',
  'corrects',
  'documents',
  'id',
];

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
      amount(entry.withheldMinor),
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

const missingTable = ({ gaps, books: { chart } }: YearOfBooks): string =>
  csvOf([
    ['month', 'kind', 'number', 'date', 'description', 'counterpart', 'total', 'currency', 'id'],
    ...gaps.map(({ month, kind, what, datedOn, description, counterpart, totalMinor, recordId }) => [
      month,
      kind,
      what,
      datedOn,
      description,
      counterpart,
      totalMinor === null ? null : amountText(totalMinor, chart.currency),
      totalMinor === null ? null : chart.currency,
      recordId,
    ]),
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

function returnsTable(year: YearOfBooks, { language, outside: outsideSays }: PackWords): string {
  const { currency } = year.books.chart;
  return csvOf([
    ['return', 'period', 'box', 'name', 'amount', 'currency', 'source'],
    ...returnsOf(year).flatMap(({ form, period, figures, outside }) => [
      ...figures.map(({ box, amountMinor }) => [
        form.code,
        period,
        box.box,
        box.names[language],
        amountText(amountMinor, currency),
        currency,
        form.source,
      ]),
      ...(outside.entries === 0
        ? []
        : [[form.code, period, null, outsideSays, amountText(outside.netMinor, currency), currency, form.source]]),
    ]),
  ]);
}

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
