import { marketplace } from '#access';
import { type InvoiceDto, InvoicePaidV1, type InvoicePaymentDto } from '#contracts';
import {
  type BusinessId,
  type CreditNote,
  creditorReference,
  type Currency,
  type Invoice,
  type InvoiceId,
  invoicesToSettle,
  type Money,
  moneyOf,
  zero,
} from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { BookedFunds } from '../booked-funds/booked-funds.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { ReminderFees } from './reminder-fees.js';

/** SQL of what became of an invoice, over the row of its payment. */
export const invoiceStanding = `CASE WHEN credited_minor = total_minor AND total_minor > 0 THEN 'credited'
  WHEN paid_at IS NULL THEN 'issued' ELSE 'paid' END`;

interface OpenRow {
  readonly invoiceId: InvoiceId;
  readonly agencyId: string;
  /** Its total less what was taken back. */
  readonly openMinor: string;
  readonly issuedAt: Date;
}

interface PaymentRow {
  readonly invoiceId: string;
  readonly reference: string;
  readonly dueOn: string;
  readonly paidAt: Date | null;
  readonly currency: Currency;
  readonly creditedMinor: string;
  readonly openMinor: string;
  readonly standing: InvoicePaymentState['status'];
}

/** How an invoice stands, and how it is paid. */
export interface InvoicePaymentState extends InvoicePaymentDto {
  readonly status: InvoiceDto['status'];
}

/** How invoices are paid: the reference for the transfer, when it is due, and whether it was. */
@Injectable()
export class InvoicePayments {
  constructor(
    private readonly database: ApiDatabase,
    private readonly ledger: LedgerBook,
    private readonly funds: BookedFunds,
    private readonly fees: ReminderFees,
  ) {}

  /** An invoice was issued: it stands in the books, has a reference, and is paid at once where enough was paid ahead, first with what is kept for it. */
  async expect(invoice: Invoice): Promise<void> {
    const { invoiceId, agencyId, businessId, subtotal, commission, tax, total, issuedAt } = invoice;
    await this.ledger.post(
      { type: 'invoiceIssued', invoiceId, agencyId, businessId, subtotal, commission, tax, total },
      issuedAt,
    );
    await this.database.transaction(marketplace, async (tx) => {
      const [next] = await tx.query<{ number: string }>(
        `SELECT nextval('api.payment_reference_number')::text AS number`,
      );
      if (next === undefined) throw new Error('references have no next number');
      await tx.execute(
        `INSERT INTO api.invoice_payment (invoice_id, agency_id, business_id, reference, currency, earnings_minor, tax_minor,
                                          total_minor, issued_at, due_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          invoiceId,
          agencyId,
          businessId,
          creditorReference(next.number),
          total.currency,
          subtotal.amountMinor,
          tax.amountMinor,
          total.amountMinor,
          issuedAt,
          invoice.dueOn,
        ],
      );
    });
    const isCovered = await this.funds.charge(invoice);
    await this.settle(businessId, total.currency, new Set(isCovered ? [invoiceId] : []), issuedAt);
  }

  /**
   * Pays what the business's prepaid money suffices for: invoices that it named first, then the oldest; and fees of reminders
   * likewise. What is in dispute waits, even where it was named, and keeps nothing else from being paid.
   */
  async settle(businessId: BusinessId, currency: Currency, named: ReadonlySet<string>, now: string): Promise<void> {
    await this.database.transaction(marketplace, async (tx) => {
      await this.ledger.takeTurn(businessId);
      const prepaid = await this.ledger.balance(businessId, 'prepaid', currency);
      const rows = await tx.query<OpenRow>(
        `SELECT invoice_id AS "invoiceId", agency_id AS "agencyId", total_minor - credited_minor AS "openMinor",
                issued_at AS "issuedAt"
           FROM api.invoice_payment
          WHERE business_id = $1 AND currency = $2 AND paid_at IS NULL AND (total_minor > credited_minor OR total_minor = 0)
            AND NOT EXISTS (SELECT FROM api.dispute_hold hold
                             WHERE hold.invoice_id = invoice_payment.invoice_id AND hold.settled_at IS NULL)`,
        [businessId, currency],
      );
      const agencies = new Map(rows.map(({ invoiceId, agencyId }) => [invoiceId as string, agencyId]));
      const open = rows.map(({ invoiceId, openMinor, issuedAt }) => {
        return { invoiceId, total: moneyOf(BigInt(openMinor), currency), issuedAt: issuedAt.toISOString() };
      });
      const fees = await this.fees.open(tx, businessId, currency);
      for (const { invoiceId, reminderFeeId, total } of invoicesToSettle(prepaid, [...open, ...fees], named)) {
        if (reminderFeeId) {
          await this.fees.pay(tx, { feeId: reminderFeeId, businessId, amount: total }, now);
          continue;
        }
        const paid = { invoiceId: invoiceId as InvoiceId, businessId, total };
        await this.ledger.post({ type: 'invoicePaid', ...paid }, now);
        await notePaid(tx, { ...paid, agencyId: agencies.get(invoiceId)! }, now);
      }
    });
  }

  /**
   * A credit note took back a part of an invoice: less is owed, or where it was paid the business has money again, which pays
   * what else is open. The caller has taken the business's turn.
   */
  async credit(creditNote: CreditNote): Promise<void> {
    const { creditNoteId, invoiceId, agencyId, businessId, subtotal, commission, tax, total, issuedAt } = creditNote;
    await this.database.transaction(marketplace, async (tx) => {
      const [row] = await tx.query<{ wasPaid: boolean; isWhole: boolean }>(
        `UPDATE api.invoice_payment SET credited_minor = credited_minor + $2 WHERE invoice_id = $1
         RETURNING paid_at IS NOT NULL AS "wasPaid", credited_minor = total_minor AS "isWhole"`,
        [invoiceId, total.amountMinor],
      );
      if (row === undefined) throw new Error(`the invoice ${invoiceId} has no reference`);
      await tx.execute(
        `INSERT INTO api.credit_note_payment (credit_note_id, invoice_id, agency_id, business_id, currency, earnings_minor, tax_minor)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [creditNoteId, invoiceId, agencyId, businessId, total.currency, subtotal.amountMinor, tax.amountMinor],
      );
      const amounts = { subtotal, commission, tax, total };
      await this.ledger.post(
        { type: 'creditNoteIssued', creditNoteId, agencyId, businessId, invoiceIsPaid: row.wasPaid, ...amounts },
        issuedAt,
      );
      if (row.isWhole) await this.fees.waiveAll(tx, invoiceId, issuedAt);
    });
    await this.settle(businessId, total.currency, new Set(), issuedAt);
  }

  /** Whether a dispute keeps an invoice from being paid. */
  async isInDispute(invoiceId: string): Promise<boolean> {
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query(`SELECT FROM api.dispute_hold WHERE invoice_id = $1 AND settled_at IS NULL`, [invoiceId]),
    );
    return rows.length > 0;
  }

  /** What there is to say about the payment of invoices, by their ids. */
  async ofInvoices(scope: Scope, invoiceIds: readonly string[]): Promise<ReadonlyMap<string, InvoicePaymentState>> {
    const rows = await this.database.read(scope, (tx) =>
      tx.query<PaymentRow>(
        `SELECT invoice_id AS "invoiceId", reference, due_on::text AS "dueOn", paid_at AS "paidAt", currency,
                credited_minor AS "creditedMinor",
                CASE WHEN paid_at IS NULL THEN total_minor - credited_minor ELSE 0 END AS "openMinor",
                ${invoiceStanding} AS standing
           FROM api.invoice_payment WHERE invoice_id = ANY ($1)`,
        [invoiceIds],
      ),
    );
    const fees = await this.fees.ofInvoices(scope, invoiceIds);
    return new Map(
      rows.map(({ invoiceId, reference, dueOn, paidAt, currency, creditedMinor, openMinor, standing }) => [
        invoiceId,
        {
          status: standing,
          reference,
          dueOn,
          paidAt: paidAt?.toISOString() ?? null,
          credited: moneyOf(BigInt(creditedMinor), currency),
          open: moneyOf(BigInt(openMinor), currency),
          openFees: fees.get(invoiceId) ?? zero(currency),
        },
      ]),
    );
  }
}

/** The second fact of an invoice, and its last: it is issued, and it is paid. */
async function notePaid(
  tx: Transaction,
  paid: { invoiceId: InvoiceId; agencyId: string; businessId: string; total: Money },
  paidAt: string,
): Promise<void> {
  const { invoiceId, agencyId, businessId, total } = paid;
  await tx.execute(`UPDATE api.invoice_payment SET paid_at = $2 WHERE invoice_id = $1`, [invoiceId, paidAt]);
  await tx.append([
    {
      type: InvoicePaidV1.type,
      aggregateType: 'invoice',
      aggregateId: invoiceId,
      aggregateVersion: 2,
      audience: [agencyId, businessId],
      data: { agencyId, businessId, total, paidAt },
    },
  ]);
}
