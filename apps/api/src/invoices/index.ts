import type { Feature } from '../feature.js';
import { Invoices1795390151000 } from '../migrations/1795390151000-invoices.js';
import { InvoiceKeys1795390292000 } from '../migrations/1795390292000-invoice-keys.js';
import { InvoiceRow } from './invoice.row.js';
import { InvoicesModule } from './invoices.module.js';

export const invoices: Feature = {
  module: InvoicesModule,
  rows: [InvoiceRow],
  migrations: [Invoices1795390151000, InvoiceKeys1795390292000],
};
