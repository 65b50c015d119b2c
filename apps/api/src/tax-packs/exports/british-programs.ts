import type { Chart } from '#domain';
import { csvOf } from '#platform/csv';
import type { KeptRecord } from '../../records/record.store.js';
import { amount, dayFirst, dueOn, numberOf, whoIn } from './said-of-entry.js';

type Side = 'bought' | 'sold';

/** What rates are called in organisations of the United Kingdom; elsewhere a program applies the rate of its account. */
const ukRates: Readonly<Record<string, Readonly<Record<'xero' | 'quickbooks', Readonly<Record<Side, string>>>>>> = {
  '2000': {
    xero: { bought: '20% (VAT on Expenses)', sold: '20% (VAT on Income)' },
    quickbooks: { bought: '20.0% S', sold: '20.0% S' },
  },
  '500': {
    xero: { bought: '5% (VAT on Expenses)', sold: '5% (VAT on Income)' },
    quickbooks: { bought: '5.0% R', sold: '5.0% R' },
  },
  '0': {
    xero: { bought: 'Zero Rated Expenses', sold: 'Zero Rated Income' },
    quickbooks: { bought: '0.0% Z', sold: '0.0% Z' },
  },
};

const isBritish = ({ countryCode }: Chart): boolean => countryCode === 'GB';
const rateName = ({ vatRateBps }: KeptRecord, program: 'xero' | 'quickbooks', side: Side): string =>
  ukRates[String(vatRateBps)]?.[program][side] ?? 'No VAT';

/** What stands over a column, and in it. */
type Column = readonly [heading: string, cell: (entry: KeptRecord) => string | number | null];

const tableOf = (entries: readonly KeptRecord[], columns: readonly Column[]): string =>
  csvOf([columns.map(([heading]) => heading), ...entries.map((entry) => columns.map(([, cell]) => cell(entry)))]);

const datedOn = (entry: KeptRecord): string => dayFirst(entry.datedOn);
const dueDate = (entry: KeptRecord): string => dayFirst(dueOn(entry));
const said = ({ description }: KeptRecord): string => description;
const account = ({ category }: KeptRecord): string | null => category;
const net = (entry: KeptRecord): string => amount(entry, entry.netMinor);
const vat = (entry: KeptRecord): string => amount(entry, entry.vatMinor);
const inCurrency = ({ currency }: KeptRecord): string => currency;
const one = (): number => 1;
const nothing = (): null => null;

/**
 * Columns of Xero's templates for bills and sales invoices; those with a star have to be there. Where the type of a tax is left empty, that of
 * the account is taken. https://central.xero.com/s/article/Import-bills
 */
export const xero = (entries: readonly KeptRecord[], chart: Chart, side: Side): string =>
  tableOf(entries, [
    ['*ContactName', whoIn],
    ['*InvoiceNumber', numberOf],
    ['*InvoiceDate', datedOn],
    ['*DueDate', dueDate],
    ['*Description', said],
    ['*Quantity', one],
    ['*UnitAmount', net],
    ['*AccountCode', account],
    ['*TaxType', isBritish(chart) ? (entry) => rateName(entry, 'xero', side) : nothing],
    ['TaxAmount', vat],
    ['Currency', inCurrency],
  ]);

/** What was bought. https://quickbooks.intuit.com/learn-support/en-uk/help-article/import-bills */
export const quickbooksBills = (entries: readonly KeptRecord[], chart: Chart): string =>
  tableOf(entries, [
    ['Bill No.', numberOf],
    ['Supplier', whoIn],
    ['Bill Date', datedOn],
    ['Due Date', dueDate],
    ['Memo', said],
    ['Account', account],
    ['Line Description', said],
    ['Line Amount', net],
    ...taxCode('Line Tax Code', chart, 'bought'),
    ['Line Tax Amount', vat],
    ['Currency', inCurrency],
  ]);

/**
 * What was sold, under the names of the sample file that QuickBooks hands out; those with a star have to be there. A product is
 * named by the category. https://quickbooks.intuit.com/learn-support/en-uk/help-article/import-invoices
 */
export const quickbooksInvoices = (entries: readonly KeptRecord[], chart: Chart): string =>
  tableOf(entries, [
    ['*InvoiceNo', numberOf],
    ['*Customer', whoIn],
    ['*InvoiceDate', datedOn],
    ['*DueDate', dueDate],
    ['Terms', nothing],
    ['Location', nothing],
    ['Memo', said],
    ['Item(Product/Service)', account],
    ['ItemDescription', said],
    ['ItemQuantity', one],
    ['ItemRate', net],
    ['*ItemAmount', net],
    ...taxCode('*ItemTaxCode', chart, 'sold'),
    ['ItemTaxAmount', vat],
    ['Currency', inCurrency],
  ]);

/** In the United Kingdom alone. */
function taxCode(heading: string, chart: Chart, side: Side): Column[] {
  return isBritish(chart) ? [[heading, (entry) => rateName(entry, 'quickbooks', side)]] : [];
}
