import { errorTable } from './error-table.js';

/** Refusals around the records of businesses. */
export const recordErrors = errorTable({
  400: {
    'record.in-the-future': 'The date is in the future',
    'record.too-old': 'The date is too long ago',
    'record.does-not-add-up': 'Net and tax are not the total',
    'record.amount-out-of-range': 'The amount is nothing, or too large',
    'record.amount-missing': 'There is no amount',
    'record.other-currency': 'The books are kept in another currency',
    'record.unknown-category': 'The chart has no such category',
    'record.category-of-another-kind': 'The category is for another kind of entry',
    'record.bank-line-is-paid': 'A line of the bank has no payment of its own',
    'record.too-many-files': 'There are too many documents',
    'record.distance-missing': 'A way has a distance, and nothing else has',
    'record.distance-out-of-range': 'The distance is out of range',
    'record.kind-stays': 'An entry stays of its kind',
    'record.without-category': 'An entry is reviewed with its category',
    'record.engagement-missing': 'An agency files in an engagement',
    'record.not-an-invoice': 'The file is no electronic invoice that can be read',
    'record-month.gaps-open': 'Something is missing that nobody has said to close over',
    'record-month.not-over': 'The month is not over',
    'records.bad-year-start': 'A fiscal year begins on a day that every year has',
  },
  404: {
    'record.not-found': 'There is no such entry',
    'record.engagement-not-found': 'There is no such engagement under way',
    'record.bank-line-not-found': 'There is no such line of the bank',
  },
  409: {
    'record.duplicate': 'There is an entry with this counterpart, number and total, or with this document',
    'record.month-closed': 'The month is closed: what was wrong is put right in a later one',
    'record.still-open': 'The entry can still be changed, and needs no other to put it right',
    'record.reviewed-already': 'The business has reviewed the entry',
    'record.not-waiting': 'The entry does not wait for this',
    'record.withdrawn': 'The entry was withdrawn',
    'record-month.closed-already': 'The month is closed already',
    'record-month.waiting': 'Entries of the month wait for the business, or for a category',
    'records.year-begun': 'Months are closed by the fiscal year as it is',
  },
});
