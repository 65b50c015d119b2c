import { csvOf } from '#platform/csv';
import type { KeptRecord } from '../../records/record.store.js';
import { amount, dayFirst } from './said-of-entry.js';

const moved = (entry: KeptRecord): string => amount(entry, entry.totalMinor);

/**
 * Columns of Xero's template of a bank statement; those with a star have to be there. What went out is below nothing.
 * https://central.xero.com/s/article/Import-a-CSV-bank-statement
 */
export const xeroBank = (lines: readonly KeptRecord[]): string =>
  csvOf([
    ['*Date', '*Amount', 'Payee', 'Description', 'Reference', 'Check Number'],
    ...lines.map((line) => [dayFirst(line.datedOn), moved(line), line.counterpart, line.description, null, null]),
  ]);

/**
 * The three columns that QuickBooks takes of a bank's lines, in this order.
 * https://quickbooks.intuit.com/learn-support/en-uk/help-article/bank-transactions/format-csv-files-excel-get-bank-transactions/L4BjLWckq_GB_en_GB
 */
export const quickbooksBank = (lines: readonly KeptRecord[]): string =>
  csvOf([
    ['Date', 'Description', 'Amount'],
    ...lines.map((line) => [
      dayFirst(line.datedOn),
      [line.counterpart, line.description].filter((part) => part !== null).join(' '),
      moved(line),
    ]),
  ]);
