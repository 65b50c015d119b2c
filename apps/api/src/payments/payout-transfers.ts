import { marketplace } from '#access';
import { type AgencyId, type Currency, type Money, moneyOf } from '#domain';
import type { Database, Transaction } from '#platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';

/** What the payment service is to transfer. */
export interface TransferOrder {
  readonly agencyId: AgencyId;
  readonly accountId: string;
  /** Null until the service has done it. */
  readonly transferId: string | null;
  readonly amount: Money;
}

interface TransferRow extends Omit<TransferOrder, 'amount'> {
  readonly currency: Currency;
  readonly amountMinor: string;
}

/** Payouts that go to accounts at the payment service. */
@Injectable()
export class PayoutTransfers {
  constructor(@Inject(apiDatabase) private readonly database: Database) {}

  /** What the payment service is to transfer, once its batch was sent; null for what goes to a bank. */
  async find(id: string): Promise<TransferOrder | null> {
    const [row] = await this.database.read(marketplace, (tx) =>
      tx.query<TransferRow>(
        `SELECT payout.agency_id AS "agencyId", payment_account AS "accountId", transfer_id AS "transferId", payout.currency,
                earnings_minor + tax_minor AS "amountMinor"
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
  async order(tx: Transaction, id: string, now: string): Promise<void> {
    await tx.execute(
      `INSERT INTO api.payment_service_task (about, subject, due_at) VALUES ('transfer', $1, $2) ON CONFLICT DO NOTHING`,
      [id, now],
    );
  }

  async noteDone(tx: Transaction, id: string, transferId: string, now: string): Promise<void> {
    await tx.execute(`UPDATE api.payout SET status = 'sent', sent_at = $2, transfer_id = $3 WHERE id = $1`, [
      id,
      now,
      transferId,
    ]);
  }
}
