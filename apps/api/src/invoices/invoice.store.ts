import { evolveInvoice, type Invoice, type InvoiceFact } from '#domain';
import { AggregateStore, type Database, type Scope, type Versioned } from '#platform/database';
import type { Page, PageRequest } from '#platform/http';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';
import { listForParty } from '../list-for-party.js';
import { invoiceEvent } from './invoice.events.js';
import { InvoiceRow } from './invoice.row.js';

@Injectable()
export class InvoiceStore extends AggregateStore<Invoice, InvoiceFact, InvoiceRow> {
  protected readonly entity = InvoiceRow;
  protected readonly aggregateType = 'invoice';
  protected readonly evolve = evolveInvoice;
  protected readonly toEvent = invoiceEvent;

  constructor(@Inject(apiDatabase) database: Database) {
    super(database);
  }

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
    return rows.map(({ state }) => state);
  }

  /** Those of the scope's organisation, as issuer or as customer, oldest first. */
  async page(scope: Scope, engagementId: string | undefined, page: PageRequest): Promise<Page<Versioned<Invoice>>> {
    const { items, next } = await listForParty(this.database, scope, InvoiceRow, { engagementId }, page);
    return { items: items.map((row) => ({ state: this.toState(row), version: row.version })), next };
  }

  protected toState(row: InvoiceRow): Invoice {
    return row.state;
  }

  protected toRow(invoice: Invoice): Omit<InvoiceRow, 'id' | 'version'> {
    const { agreementId, agencyId, businessId, number } = invoice;
    return { engagementId: agreementId, agencyId, businessId, number, state: invoice };
  }
}
