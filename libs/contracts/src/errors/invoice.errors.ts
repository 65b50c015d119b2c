import { errorTable } from './error-table.js';

/** Refusals to invoice, and to take back what was invoiced. */
export const invoiceErrors = errorTable({
  400: {
    'invoice.run-of-another-agreement': 'A run belongs to another agreement',
    'credit-note.reason-missing': 'A credit note says why',
    'credit-note.bad-amount': 'A credit note takes back more than nothing',
    'numbering.without-nif': 'Records as Spain wants them are kept under a NIF of Spain',
    'invoice.period-reversed': "The period's last day is before its first",
    'invoice.period-in-the-future': 'The period reaches into the future',
  },
  404: {
    'invoice.not-found': 'There is no such invoice',
    'credit-note.not-found': 'There is no such credit note',
    'invoice.no-billing-record': 'The agency keeps no records as Spain wants them, or kept none yet',
    'numbering.not-found': 'The agency has not said how it numbers',
  },
  409: {
    'numbering.records-begun': 'Records that were begun go on',
    'invoice.written-by-the-other': 'The two sides agreed that the other one writes the invoices',
    'invoice.no-open-fee': 'Nothing is owed for that reminder',
    'invoice.beyond-quote': 'The invoice would go beyond what was accepted',
    'credit-note.beyond-invoice': 'The credit note would take back more than is left of the invoice',
    'credit-note.nothing-left': 'All of the invoice was taken back already',
    'invoice.in-dispute': 'Another dispute about the invoice is open',
    'invoice.not-in-standard':
      'The document lacks what EN 16931 asks for, or is in a currency that it has no decimals for',
    'invoice.nothing-to-invoice': 'No accepted work of the period waits for an invoice',
    'invoice.run-already-invoiced': 'A run is on an invoice already',
  },
});
