import type { InvoiceQueryDto } from '#contracts';
import { addDays, evolveInvoice, type Invoice, type InvoiceFact } from '#domain';
import { type Scope, StateSchema, type Upcast, type Versioned } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { spanOfQuery } from '../query-time.js';
import { bothWays, type Condition, type CountedPage } from '../sorted-list.js';
import { type ColumnsOf, StateStore } from '../state-store.js';
import { documentColumns } from './document-columns.js';
import { invoiceEvent } from './invoice.events.js';
import { invoiceStanding } from './invoice-payments.js';
import { InvoiceRow } from './invoice.row.js';

/** The first version called the days of the period otherwise than the contract does. */
const periodInWordsOfTheContract: Upcast = ({ fromOn, toOn, ...invoice }) => ({
  ...invoice,
  periodFrom: fromOn,
  periodTo: toOn,
});

const sorts = { ...bothWays('issued', 'issued_at', 'timestamptz'), ...bothWays('total', 'total_minor', 'bigint') };

/** Until the third, invoices didn't say who the parties were. */
const partiesUnsaid: Upcast = (invoice) => ({ ...invoice, parties: null });

/** Until the fourth, late fees were not charged. */
const withoutLateFees: Upcast = (invoice) => ({ ...invoice, lateFees: [] });

/** Until the fifth, no time was charged. */
const withoutHours: Upcast = (invoice) => ({ ...invoice, hours: [] });

/** Until the sixth, the day of issue was told by its instant, and all were due in two weeks. */
const withoutDates: Upcast = (invoice) => {
  const issuedOn = String(invoice['issuedAt']).slice(0, 10);
  return { ...invoice, issuedOn, dueOn: addDays(issuedOn, 14) };
};

const invoiceStates = new StateSchema<Invoice>('invoice', [
  periodInWordsOfTheContract,
  partiesUnsaid,
  withoutLateFees,
  withoutHours,
  withoutDates,
]);

@Injectable()
export class InvoiceStore extends StateStore<Invoice, InvoiceFact, InvoiceRow> {
  protected readonly kind = { noun: 'invoice', row: InvoiceRow, evolve: evolveInvoice, toEvent: invoiceEvent };
  protected override readonly schema = invoiceStates;

  /** Invoices of one engagement take turns, so that each one sees what those before charged. */
  async takeTurn(scope: Scope, engagementId: string): Promise<void> {
    await this.database.transaction(scope, (tx) => tx.takeTurn(`invoices ${engagementId}`));
  }

  /** Those of the scope's organisation that were issued in the time that is asked for. @throws DomainError `time.…` */
  list<Item>(
    scope: Scope,
    { engagementId, status, sort = 'issued', from, to, timeZone }: InvoiceQueryDto,
    request: PageRequest,
    toItem: (one: Versioned<Invoice>) => Item,
  ): Promise<CountedPage<Item>> {
    const span = spanOfQuery({ from, to, timeZone });
    const standing = `(SELECT ${invoiceStanding} FROM api.invoice_payment WHERE invoice_id = invoice.id)`;
    const conditions: Condition[] = [
      ['engagement_id = ?', engagementId],
      [`${standing} = ?`, status],
      ['issued_at >= ?', span.from],
      ['issued_at < ?', span.to],
    ];
    return this.sortedPage(scope, { from: 'api.invoice', conditions, sorts, sort }, request, toItem);
  }

  /** Oldest first. */
  async ofEngagement(scope: Scope, engagementId: string): Promise<Invoice[]> {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.manager.find(InvoiceRow, { where: { engagementId }, order: { id: 'ASC' } }),
    );
    return rows.map((row) => this.toState(row));
  }

  protected columnsOf(invoice: Invoice): ColumnsOf<InvoiceRow> {
    return documentColumns(invoice);
  }
}
