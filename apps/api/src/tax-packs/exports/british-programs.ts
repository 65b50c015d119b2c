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

/**
 * Columns of Xero's templates for bills and sales invoices; those with a star have to be there. Where the type of a tax is left empty, that of
 * the account is taken. https://central.xero.com/s/article/Import-bills
 */
export function xero(entries: readonly KeptRecord[], chart: Chart, side: Side): string {
  const named = isBritish(chart);
  return csvOf([
    [
      '*ContactName',
      '*InvoiceNumber',
      '*InvoiceDate',
      '*DueDate',
      '*Description',
      '*Quantity',
      '*UnitAmount',
      '*AccountCode',
      '*TaxType',
      'TaxAmount',
      'Currency',
    ],
    ...entries.map((entry) => [
      whoIn(entry),
      numberOf(entry),
      dayFirst(entry.datedOn),
      dayFirst(dueOn(entry)),
      entry.description,
      1,
      amount(entry, entry.netMinor),
      entry.category,
      named ? rateName(entry, 'xero', side) : null,
      amount(entry, entry.vatMinor),
      entry.currency,
    ]),
  ]);
}

/** What was bought. https://quickbooks.intuit.com/learn-support/en-uk/help-article/import-bills */
export function quickbooksBills(entries: readonly KeptRecord[], chart: Chart): string {
  const named = isBritish(chart);
  return csvOf([
    [
      'Bill No.',
      'Supplier',
      'Bill Date',
      'Due Date',
      'Memo',
      'Account',
      'Line Description',
      'Line Amount',
      ...(named ? ['Line Tax Code'] : []),
      'Line Tax Amount',
      'Currency',
    ],
    ...entries.map((entry) => [
      numberOf(entry),
      whoIn(entry),
      dayFirst(entry.datedOn),
      dayFirst(dueOn(entry)),
      entry.description,
      entry.category,
      entry.description,
      amount(entry, entry.netMinor),
      ...(named ? [rateName(entry, 'quickbooks', 'bought')] : []),
      amount(entry, entry.vatMinor),
      entry.currency,
    ]),
  ]);
}

/**
 * What was sold, under the names of the sample file that QuickBooks hands out; those with a star have to be there. A product is
 * named by the category. https://quickbooks.intuit.com/learn-support/en-uk/help-article/import-invoices
 */
export function quickbooksInvoices(entries: readonly KeptRecord[], chart: Chart): string {
  const named = isBritish(chart);
  return csvOf([
    [
      '*InvoiceNo',
      '*Customer',
      '*InvoiceDate',
      '*DueDate',
      'Terms',
      'Location',
      'Memo',
      'Item(Product/Service)',
      'ItemDescription',
      'ItemQuantity',
      'ItemRate',
      '*ItemAmount',
      ...(named ? ['*ItemTaxCode'] : []),
      'ItemTaxAmount',
      'Currency',
    ],
    ...entries.map((entry) => [
      numberOf(entry),
      whoIn(entry),
      dayFirst(entry.datedOn),
      dayFirst(dueOn(entry)),
      null,
      null,
      entry.description,
      entry.category,
      entry.description,
      1,
      amount(entry, entry.netMinor),
      amount(entry, entry.netMinor),
      ...(named ? [rateName(entry, 'quickbooks', 'sold')] : []),
      amount(entry, entry.vatMinor),
      entry.currency,
    ]),
  ]);
}
