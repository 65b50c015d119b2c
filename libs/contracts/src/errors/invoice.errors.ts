import { errorTable } from './error-table.js';

/** Refusals to invoice. */
export const invoiceErrors = errorTable({
  400: {
    'invoice.run-of-another-agreement': 'A run belongs to another agreement',
    'invoice.period-reversed': "The period's last day is before its first",
    'invoice.period-in-the-future': 'The period reaches into the future',
  },
  404: {
    'invoice.not-found': 'There is no such invoice',
  },
  409: {
    'invoice.beyond-quote': 'The invoice would go beyond what was accepted',
    'invoice.nothing-to-invoice': 'No accepted work of the period waits for an invoice',
    'invoice.run-already-invoiced': 'A run is on an invoice already',
  },
});
