import type { ErrorTable } from './error-entry.js';

/** Refusals to invoice. */
export const invoiceErrors = {
  'invoice.not-found': { status: 404, title: 'There is no such invoice' },
  'invoice.beyond-quote': { status: 409, title: 'The invoice would go beyond what was accepted' },
  'invoice.nothing-to-invoice': { status: 409, title: 'No accepted work of the period waits for an invoice' },
  'invoice.run-already-invoiced': { status: 409, title: 'A run is on an invoice already' },
  'invoice.run-of-another-agreement': { status: 400, title: 'A run belongs to another agreement' },
  'invoice.period-reversed': { status: 400, title: "The period's last day is before its first" },
  'invoice.period-in-the-future': { status: 400, title: 'The period reaches into the future' },
} as const satisfies ErrorTable;
