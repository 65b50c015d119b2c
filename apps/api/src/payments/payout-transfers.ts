import { marketplace } from '#access';
import type { PayoutDto } from '#contracts';
import { type Currency, demand, type KeptTransfer, type Money, moneyOf, type PayoutParts } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { PaymentServiceTasks } from './payment-service-tasks.js';

/** What the payment service is to transfer. */
export interface TransferOrder {
  readonly accountId: string;
  /** Null until the service has done it. */
  readonly transferId: string | null;
  readonly amount: Money;
  /** Whether an administrator wants it called off, if it was not done yet. */
  readonly isCalledOff: boolean;
}

interface TransferRow extends Omit<TransferOrder, 'amount'> {
  readonly currency: Currency;
  readonly amountMinor: string;
}

/** What of a transfer came back in parts so far, in how many, and what credit notes of its invoices wait for. */
interface BackSoFar extends Pick<KeptTransfer, 'cameBack' | 'credited'> {
  readonly parts: number;
}

/** Payouts that go to accounts at the payment service. */
@Injectable()
export class PayoutTransfers {
  constructor(
    private readonly database: ApiDatabase,
    private readonly tasks: PaymentServiceTasks,
  ) {}

  /** What the payment service is to transfer, once its batch was sent; null for what goes to a bank. */
  async find(id: string): Promise<TransferOrder | null> {
    const [row] = await this.database.read(marketplace, (tx) =>
      tx.query<TransferRow>(
        `SELECT payment_account AS "accountId", transfer_id AS "transferId", payout.currency,
                call_off_asked_at IS NOT NULL AS "isCalledOff", earnings_minor + tax_minor AS "amountMinor"
           FROM api.payout JOIN api.payout_batch batch ON batch.id = payout.batch_id
          WHERE payout.id = $1 AND payment_account IS NOT NULL AND batch.sent_at IS NOT NULL AND payout.status <> 'returned'`,
        [id],
      ),
    );
    if (row === undefined) return null;
    const { amountMinor, currency, ...order } = row;
    return { ...order, amount: moneyOf(BigInt(amountMinor), currency) };
  }

  /** The service is asked for it by and by. */
  order(tx: Transaction, id: string, now: string): Promise<void> {
    return this.tasks.look(tx, { about: 'transfer', id }, now);
  }

  /** The service is asked whether it was done before it is called off. @throws DomainError `payout.not-waiting` */
  async callOff(tx: Transaction, id: string, now: string): Promise<void> {
    const asked = await tx.execute(
      `UPDATE api.payout SET call_off_asked_at = $2 WHERE id = $1 AND payment_account IS NOT NULL AND status = 'made'
          AND EXISTS (SELECT FROM api.payout_batch batch WHERE batch.id = batch_id AND batch.sent_at IS NOT NULL)`,
      [id, now],
    );
    demand(asked > 0, 'payout.not-waiting');
    await this.order(tx, id, now);
  }

  async noteDone(tx: Transaction, id: string, transferId: string, now: string): Promise<void> {
    await tx.execute(`UPDATE api.payout SET status = 'sent', sent_at = $2, transfer_id = $3 WHERE id = $1`, [
      id,
      now,
      transferId,
    ]);
  }

  /** What of a transfer came back in parts so far, and in how many. */
  async cameBack(tx: Transaction, { id, total, invoiceIds }: PayoutDto): Promise<BackSoFar> {
    const [row] = await tx.query<{
      parts: number;
      earnings: string;
      tax: string;
      openEarnings: string;
      openTax: string;
    }>(
      `SELECT count(*)::integer AS parts, coalesce(sum(earnings_minor), 0) AS earnings, coalesce(sum(tax_minor), 0) AS tax,
              coalesce(sum(earnings_minor) FILTER (WHERE next_payout_id IS NULL), 0) AS "openEarnings",
              coalesce(sum(tax_minor) FILTER (WHERE next_payout_id IS NULL), 0) AS "openTax"
         FROM api.transfer_reversal WHERE payout_id = $1`,
      [id],
    );
    const [notes] = await tx.query<{ earnings: string; tax: string }>(
      `SELECT coalesce(sum(earnings_minor), 0) AS earnings, coalesce(sum(tax_minor), 0) AS tax
         FROM api.credit_note_payment WHERE invoice_id = ANY ($1) AND payout_id IS NULL`,
      [invoiceIds],
    );
    const of = (minor: bigint | string): Money => moneyOf(BigInt(minor), total.currency as Currency);
    const open = (noted: string, back: string): Money => {
      const rest = BigInt(noted) - BigInt(back);
      return of(rest > 0n ? rest : 0n);
    };
    return {
      parts: row!.parts,
      cameBack: { earnings: of(row!.earnings), tax: of(row!.tax) },
      credited: { earnings: open(notes!.earnings, row!.openEarnings), tax: open(notes!.tax, row!.openTax) },
    };
  }

  /** It is owed again: the next payout takes it along. */
  async keepBack(tx: Transaction, id: string, payout: PayoutDto, { earnings, tax }: PayoutParts, now: string) {
    await tx.execute(
      `INSERT INTO api.transfer_reversal (id, payout_id, agency_id, currency, earnings_minor, tax_minor, reversed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, payout.id, payout.agencyId, earnings.currency, earnings.amountMinor, tax.amountMinor, now],
    );
  }
}
