import { marketplace } from '#access';
import type { PayoutDto, RefundDto } from '#contracts';
import { add, type AgencyId, type BusinessId, comesBack, type Money, refundBecomes } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { InvoicePayments } from '../invoices/invoice-payments.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { PayoutNews } from '../payments/payout-news.js';
import { PayoutStore } from '../payments/payout.store.js';
import { PayoutTransfers } from '../payments/payout-transfers.js';
import { postedOf } from '../payments/posted-payout.js';
import { RefundNews } from '../refunds/refund-news.js';
import { RefundStore } from '../refunds/refund.store.js';
import { AgencyPaymentAccountStore } from './agency-payment-account.store.js';
import type { LookAgain } from './follow-payment.js';
import { PaymentService, PaymentServiceError } from './payment-service.js';

interface CardRefundRow {
  readonly serviceId: string | null;
  readonly intentId: string;
  readonly status: RefundDto['status'];
}

const facts = { sent: 'cardRefundSent', withdrawn: 'refundWithdrawn', returned: 'cardRefundReturned' } as const;
/** What goes out by the payment service: it is ordered there under our id, so that asking twice is once, and posted when the service has done it. */
@Injectable()
export class FollowOutgoing {
  constructor(
    private readonly database: ApiDatabase,
    private readonly service: PaymentService,
    private readonly refunds: RefundStore,
    private readonly payouts: PayoutStore,
    private readonly transfers: PayoutTransfers,
    private readonly accounts: AgencyPaymentAccountStore,
    private readonly payments: InvoicePayments,
    private readonly ledger: LedgerBook,
    private readonly refundNews: RefundNews,
    private readonly payoutNews: PayoutNews,
  ) {}

  /** A refund to a card; one that the service won't make is the business's prepaid money again. */
  async refund(refundId: string, now: string, attempt: number): Promise<LookAgain> {
    const row = await this.cardRefund(refundId);
    if (row === null) return null;
    const { serviceId, said } = await this.askedFor(refundId, row, attempt);
    return this.database.transaction(marketplace, async (tx) => {
      const refund = await this.refunds.lock(marketplace, refundId);
      await tx.execute(`UPDATE api.refund SET service_id = $2 WHERE id = $1`, [refundId, serviceId]);
      const becomes = refundBecomes(refund.status, said);
      if (becomes === null) return said === 'pending' ? 600 : null;
      const businessId = refund.businessId as BusinessId;
      const amount = refund.amount as Money;
      await this.ledger.post({ type: facts[becomes], refundId, businessId, amount }, now);
      await this.refunds.note(tx, refundId, becomes, now);
      await this.refundNews.became(tx, refund, becomes, now);
      if (becomes !== 'sent') await this.payments.settle(businessId, amount.currency, new Set(), now);
      return null;
    });
  }

  /** A payout to an agency's account at the service, once its batch was sent; and what of it came back. */
  async transfer(payoutId: string, now: string, attempt: number): Promise<LookAgain> {
    const order = await this.transfers.find(payoutId);
    if (order === null) return null;
    const { isCalledOff } = order;
    const transferId = order.transferId ?? (isCalledOff ? await this.service.transferOf(payoutId) : null);
    if (transferId === null && isCalledOff) return this.callOff(payoutId, now);
    const done = transferId ?? (await this.service.transfer({ payoutId, attempt, ...order }));
    const reversed = order.transferId === null ? null : await this.service.reversedOf(done);
    return this.database.transaction(marketplace, async (tx) => {
      const payout = await this.payouts.lock(tx, payoutId);
      if (payout.status === 'made') {
        await this.ledger.post({ type: 'payoutTransferred', ...postedOf(payout) }, now);
        await this.transfers.noteDone(tx, payoutId, done, now);
        await this.payoutNews.sent(tx, [payout], now);
        // What was taken back before its being done was known, is seen then.
        return 60;
      }
      if (reversed !== null) await this.takeBack(tx, payout, reversed, now);
      return null;
    });
  }

  /** What came back whole waits for the next batch as if it had never gone; a part is owed again beside it. */
  private async takeBack(tx: Transaction, payout: PayoutDto, reversed: Money, now: string): Promise<void> {
    const posted = postedOf(payout);
    const { parts, ...so } = await this.transfers.cameBack(tx, payout);
    const back = comesBack({ ...posted, status: payout.status, ...so }, reversed);
    if (back === null) return;
    if (back.isWhole) {
      await this.ledger.post({ type: 'transferReversed', ...posted }, now);
      await this.payouts.noteReturned(tx, payout.id, now);
      return this.payoutNews.returned(tx, payout, now);
    }
    const reversalId = uuidv7();
    const { earnings, tax } = back;
    const agencyId = payout.agencyId as AgencyId;
    await this.ledger.post({ type: 'transferPartlyReversed', reversalId, agencyId, earnings, tax }, now);
    await this.transfers.keepBack(tx, reversalId, payout, back, now);
    await this.payoutNews.partlyReturned(tx, payout, { part: parts + 1, cameBack: add(earnings, tax) }, now);
  }

  /** Whether transfers can go to an agency's account. */
  async account(accountId: string, now: string): Promise<LookAgain> {
    if (!(await this.accounts.isKnown(accountId))) return null;
    const isReady = await this.service.accountIsReady(accountId);
    await this.accounts.note(accountId, isReady, now);
    // Messages may be lost; whoever doesn't complete it in a day asks for it again.
    return isReady ? null : 3_600;
  }

  /** Nothing was posted and nothing went: what it was for waits for the next batch. */
  private callOff(payoutId: string, now: string): Promise<LookAgain> {
    return this.database.transaction(marketplace, async (tx) => {
      const payout = await this.payouts.lock(tx, payoutId);
      if (payout.status === 'made') await this.payouts.noteReturned(tx, payoutId, now);
      return null;
    });
  }

  private async askedFor(refundId: string, { serviceId, intentId }: CardRefundRow, attempt: number) {
    const known = serviceId ?? (await this.ordered(refundId, intentId, attempt));
    if (known === null) return { serviceId: null, said: 'failed' as const };
    return { serviceId: known, said: await this.service.refundState(known) };
  }

  /** Null where the service won't do it. */
  private async ordered(refundId: string, intentId: string, attempt: number): Promise<string | null> {
    const { amount } = await this.database.transaction(marketplace, () => this.refunds.lock(marketplace, refundId));
    try {
      return await this.service.refund({ refundId, intentId, amount: amount as Money, attempt });
    } catch (error) {
      if (!(error instanceof PaymentServiceError) || error.reason !== 'refused') throw error;
      return null;
    }
  }

  private async cardRefund(refundId: string): Promise<CardRefundRow | null> {
    const [row] = await this.database.read(marketplace, (tx) =>
      tx.query<CardRefundRow>(
        `SELECT refund.service_id AS "serviceId", payment.intent_id AS "intentId", refund.status
           FROM api.refund JOIN api.card_payment payment ON payment.id = refund.card_payment_id WHERE refund.id = $1`,
        [refundId],
      ),
    );
    return row === undefined || row.status === 'withdrawn' || row.status === 'returned' ? null : row;
  }
}
