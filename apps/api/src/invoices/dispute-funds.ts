import { marketplace } from '#access';
import { type AgencyId, type Currency, demand, type Invoice, moneyOf } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { LedgerBook } from '../ledger/ledger-book.js';

interface Earned {
  readonly agencyId: AgencyId;
  readonly currency: Currency;
  readonly earningsMinor: string;
  readonly taxMinor: string;
}

const ofEarned = ({ agencyId, currency, earningsMinor, taxMinor }: Earned) => ({
  agencyId,
  earnings: moneyOf(BigInt(earningsMinor), currency),
  tax: moneyOf(BigInt(taxMinor), currency),
});

/**
 * What disputes keep from being paid, and from being paid out. `hold` belongs into the transaction that opens a dispute about an invoice, `settle` into the
 * one that settles it. What the decision takes back of the invoice, a credit note takes after that.
 */
@Injectable()
export class DisputeFunds {
  constructor(
    private readonly database: ApiDatabase,
    private readonly ledger: LedgerBook,
  ) {}

  /**
   * Keeps back what the agency has earned by an invoice, less what was taken back of it, and the invoice from being paid with
   * prepaid money. What is in a payout already has left.
   * @returns whether there was anything to keep
   * @throws DomainError `invoice.in-dispute` where another dispute keeps it
   */
  async hold(
    disputeId: string,
    { invoiceId, businessId }: Pick<Invoice, 'invoiceId' | 'businessId'>,
    now: string,
  ): Promise<boolean> {
    return this.database.transaction(marketplace, async (tx) => {
      // Whoever pays invoices with prepaid money has the same turn, and sees this hold or has paid before it.
      await this.ledger.takeTurn(businessId);
      const earned = await earnedBy(tx, invoiceId);
      if (earned === undefined) return false;
      const [other] = await tx.query(`SELECT FROM api.dispute_hold WHERE invoice_id = $1 AND settled_at IS NULL`, [
        invoiceId,
      ]);
      demand(other === undefined, 'invoice.in-dispute', { invoiceId });
      const holdId = uuidv7();
      const { agencyId, currency, earningsMinor, taxMinor } = earned;
      await tx.execute(
        `INSERT INTO api.dispute_hold (id, dispute_id, invoice_id, agency_id, currency, earnings_minor, tax_minor, held_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [holdId, disputeId, invoiceId, agencyId, currency, earningsMinor, taxMinor, now],
      );
      await this.ledger.post({ type: 'disputeHeld', holdId, ...ofEarned(earned) }, now);
      return true;
    });
  }

  /** Gives back to the agency what a dispute has kept; again it changes nothing. The invoice may be paid again, which is the caller's to see to. */
  async settle(disputeId: string, now: string): Promise<void> {
    await this.database.transaction(marketplace, async (tx) => {
      const kept = await tx.query<Earned & { readonly holdId: string }>(
        `UPDATE api.dispute_hold SET settled_at = $2 WHERE dispute_id = $1 AND settled_at IS NULL
         RETURNING id AS "holdId", agency_id AS "agencyId", currency, earnings_minor AS "earningsMinor", tax_minor AS "taxMinor"`,
        [disputeId, now],
      );
      for (const { holdId, ...earned } of kept) {
        await this.ledger.post({ type: 'disputeSettled', holdId, ...ofEarned(earned) }, now);
      }
    });
  }
}

/** Locked, so that no payout takes it meanwhile; nothing where one has it already. */
async function earnedBy(tx: Transaction, invoiceId: string): Promise<Earned | undefined> {
  const [earned] = await tx.query<Earned>(
    `SELECT agency_id AS "agencyId", currency,
            earnings_minor - (SELECT coalesce(sum(note.earnings_minor), 0) FROM api.credit_note_payment note
                               WHERE note.invoice_id = invoice_payment.invoice_id) AS "earningsMinor",
            tax_minor - (SELECT coalesce(sum(note.tax_minor), 0) FROM api.credit_note_payment note
                          WHERE note.invoice_id = invoice_payment.invoice_id) AS "taxMinor"
       FROM api.invoice_payment WHERE invoice_id = $1 AND payout_id IS NULL FOR UPDATE`,
    [invoiceId],
  );
  return earned;
}
