import { marketplace } from '#access';
import { type AgencyId, type Currency, demand, type Money, moneyOf } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { PaymentServiceTasks } from './payment-service-tasks.js';

/** What the payment service is to transfer. */
export interface TransferOrder {
  readonly agencyId: AgencyId;
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
        `SELECT payout.agency_id AS "agencyId", payment_account AS "accountId", transfer_id AS "transferId", payout.currency,
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
}
