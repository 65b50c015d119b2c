import type { Feature } from '../feature.js';
import { Invoices1795390151000 } from '../migrations/1795390151000-invoices.js';
import { InvoiceKeys1795390292000 } from '../migrations/1795390292000-invoice-keys.js';
import { CreditNotes1796026300000 } from '../migrations/1796026300000-credit-notes.js';
import { DisputeHolds1796043300000 } from '../migrations/1796043300000-dispute-holds.js';
import { BillingRecords1796048904242 } from '../migrations/1796048904242-billing-records.js';
import { BillingRecordSending1796059065000 } from '../migrations/1796059065000-billing-record-sending.js';
import { CreditNoteRow } from './credit-note.row.js';
import { InvoiceRow } from './invoice.row.js';
import { InvoicesModule } from './invoices.module.js';

export const invoices: Feature = {
  module: InvoicesModule,
  rows: [CreditNoteRow, InvoiceRow],
  migrations: [
    Invoices1795390151000,
    InvoiceKeys1795390292000,
    CreditNotes1796026300000,
    DisputeHolds1796043300000,
    BillingRecords1796048904242,
    BillingRecordSending1796059065000,
  ],
};
