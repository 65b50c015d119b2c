import { evolveInvoice, type Invoice, type InvoiceFact } from '#domain';
import { type Scope, StateSchema, type Upcast } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiStore } from '../api-store.js';
import { invoiceEvent } from './invoice.events.js';
import { InvoiceRow } from './invoice.row.js';

/** The first version called the days of the period otherwise than the contract does. */
const periodInWordsOfTheContract: Upcast = ({ fromOn, toOn, ...invoice }) => ({
  ...invoice,
  periodFrom: fromOn,
  periodTo: toOn,
});

const invoiceStates = new StateSchema<Invoice>('invoice', [periodInWordsOfTheContract]);

@Injectable()
export class InvoiceStore extends ApiStore<Invoice, InvoiceFact, InvoiceRow> {
  protected readonly kind = { noun: 'invoice', row: InvoiceRow, evolve: evolveInvoice, toEvent: invoiceEvent };

  /**
   * The agency's next number. Its counter stays locked until the caller's transaction is over: other invoices of the
   * agency wait, and a number whose transaction fails is given to the next one.
   */
  async nextNumber(scope: Scope, agencyId: string): Promise<string> {
    const [row] = await this.database.transaction(scope, (tx) =>
      tx.query<{ number: number }>(
        `INSERT INTO api.invoice_counter AS counter (agency_id, last_number) VALUES ($1, 1)
         ON CONFLICT (agency_id) DO UPDATE SET last_number = counter.last_number + 1
         RETURNING last_number AS number`,
        [agencyId],
      ),
    );
    if (row === undefined) throw new Error(`the agency ${agencyId} has no counter`);
    return String(row.number);
  }

  /** Oldest first. */
  async ofEngagement(scope: Scope, engagementId: string): Promise<Invoice[]> {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.manager.find(InvoiceRow, { where: { engagementId }, order: { id: 'ASC' } }),
    );
    return rows.map((row) => this.toState(row));
  }

  protected toState(row: InvoiceRow): Invoice {
    return invoiceStates.open(row.state);
  }

  protected toRow(invoice: Invoice): Omit<InvoiceRow, 'id' | 'version'> {
    const { agreementId, agencyId, businessId, number } = invoice;
    return { engagementId: agreementId, agencyId, businessId, number, state: invoiceStates.keep(invoice) };
  }
}
