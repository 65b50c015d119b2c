import {
  add,
  type AgencyId,
  type BusinessId,
  type Currency,
  demand,
  type Money,
  moneyOf,
  type OpenInvoice,
  zero,
} from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { LedgerBook } from '../ledger/ledger-book.js';

interface FeeRow {
  readonly feeId: string;
  readonly invoiceId: string;
  readonly agencyId: AgencyId;
  readonly businessId: BusinessId;
  readonly currency: Currency;
  readonly feeMinor: string;
  readonly sentAt: Date;
}

const columns = `fee_id AS "feeId", invoice_id AS "invoiceId", agency_id AS "agencyId", business_id AS "businessId", currency,
  fee_minor AS "feeMinor", sent_at AS "sentAt"`;
const isOpen = 'fee_id IS NOT NULL AND fee_paid_at IS NULL AND fee_waived_at IS NULL';

const amountOf = ({ feeMinor, currency }: FeeRow): Money => moneyOf(BigInt(feeMinor), currency);

/** What businesses owe their agencies for having been reminded: besides the invoice, without tax and without commission. */
@Injectable()
export class ReminderFees {
  constructor(
    private readonly database: ApiDatabase,
    private readonly ledger: LedgerBook,
  ) {}

  /** Those of a business that are neither paid nor waived, and of no invoice in dispute; part of the caller's transaction, as all that follows. */
  async open(tx: Transaction, businessId: string, currency: Currency): Promise<OpenInvoice[]> {
    const rows = await tx.query<FeeRow>(
      `SELECT ${columns} FROM api.invoice_reminder WHERE business_id = $1 AND currency = $2 AND ${isOpen}
          AND NOT EXISTS (SELECT FROM api.dispute_hold hold
                           WHERE hold.invoice_id = invoice_reminder.invoice_id AND hold.settled_at IS NULL)`,
      [businessId, currency],
    );
    return rows.map((row) => ({
      invoiceId: row.invoiceId,
      reminderFeeId: row.feeId,
      total: amountOf(row),
      issuedAt: row.sentAt.toISOString(),
    }));
  }

  async pay(tx: Transaction, { feeId, ...fee }: { feeId: string; businessId: BusinessId; amount: Money }, now: string) {
    await tx.execute(`UPDATE api.invoice_reminder SET fee_paid_at = $2 WHERE fee_id = $1`, [feeId, now]);
    await this.ledger.post({ type: 'reminderFeePaid', feeId, ...fee }, now);
  }

  /** The agency lets go of the fee of one reminder. @throws DomainError `invoice.not-found`, `invoice.no-open-fee` */
  async waive(scope: Scope, { invoiceId, step }: { invoiceId: string; step: number }, now: string): Promise<void> {
    const waived = await this.database.transaction(scope, async (tx) => {
      const [invoice] = await tx.query<Pick<FeeRow, 'businessId'>>(
        `SELECT business_id AS "businessId" FROM api.invoice_payment WHERE invoice_id = $1`,
        [invoiceId],
      );
      demand(invoice !== undefined, 'invoice.not-found');
      // So that it isn't paid meanwhile.
      await this.ledger.takeTurn(invoice.businessId);
      return this.letGo(tx, invoiceId, step, now);
    });
    demand(waived > 0, 'invoice.no-open-fee');
  }

  /** Nobody owes for having been reminded of an invoice that was taken back whole, and what was paid for it goes back. The caller has taken the business's turn. */
  async waiveAll(tx: Transaction, invoiceId: string, now: string): Promise<void> {
    await this.letGo(tx, invoiceId, null, now);
  }

  /** What is open of the fees of invoices, by their ids. */
  async ofInvoices(scope: Scope, invoiceIds: readonly string[]): Promise<ReadonlyMap<string, Money>> {
    const rows = await this.database.read(scope, (tx) =>
      tx.query<FeeRow>(`SELECT ${columns} FROM api.invoice_reminder WHERE invoice_id = ANY ($1) AND ${isOpen}`, [
        invoiceIds,
      ]),
    );
    const fees = new Map<string, Money>();
    for (const row of rows) {
      fees.set(row.invoiceId, add(fees.get(row.invoiceId) ?? zero(row.currency), amountOf(row)));
    }
    return fees;
  }

  /** @param step of all that are open or were paid with null */
  private async letGo(tx: Transaction, invoiceId: string, step: number | null, now: string): Promise<number> {
    const rows = await tx.query<FeeRow & { readonly isPaid: boolean }>(
      `UPDATE api.invoice_reminder SET fee_waived_at = $3
        WHERE invoice_id = $1 AND ($2::integer IS NULL OR step = $2 AND fee_paid_at IS NULL) AND fee_id IS NOT NULL AND fee_waived_at IS NULL
        RETURNING ${columns}, fee_paid_at IS NOT NULL AS "isPaid"`,
      [invoiceId, step, now],
    );
    for (const row of rows) {
      const { feeId, agencyId, businessId, isPaid } = row;
      const amount = amountOf(row);
      await this.ledger.post({ type: 'reminderFeeWaived', feeId, agencyId, businessId, amount, isPaid }, now);
    }
    return rows.length;
  }
}
