import { scopeOf } from '#access';
import type { RefundDto } from '#contracts';
import { type BusinessId, demandRefundable, demandRefundableToCard, type Money, money, subtract } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { RefundNews } from '../refunds/refund-news.js';
import { RefundStore } from '../refunds/refund.store.js';
import { CardPaymentStore } from './card-payment.store.js';
import { PaymentServiceTasks } from '../payments/payment-service-tasks.js';

export class RefundToCard extends commandOf<
  Call & { paymentId: string; amount: Omit<Money, 'currency'> & { currency: string } },
  RefundDto
>() {}

/** A business wants unused money back on the card that it came from, whole or in part. The service is asked for it by and by. */
@CommandHandler(RefundToCard)
export class RefundToCardHandler implements ICommandHandler<RefundToCard> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly payments: CardPaymentStore,
    private readonly refunds: RefundStore,
    private readonly tasks: PaymentServiceTasks,
    private readonly ledger: LedgerBook,
    private readonly news: RefundNews,
  ) {}

  execute({ actor, paymentId, amount: asked, now }: RefundToCard): Promise<RefundDto> {
    const scope = scopeOf(actor);
    const businessId = actor.organisationId as BusinessId;
    const amount = money(asked.amountMinor, asked.currency, ['amount']);
    return this.database.transaction(scope, async (tx) => {
      await this.ledger.takeTurn(businessId);
      const { received, refunded } = await this.payments.lock(scope, paymentId);
      const prepaid = await this.ledger.balance(businessId, 'prepaid', amount.currency);
      const owed = await this.ledger.balance(businessId, 'receivable', amount.currency);
      demandRefundableToCard(amount, received, refunded);
      demandRefundable(amount, subtract(prepaid, owed));
      const refundId = uuidv7();
      const to = { account: null, cardPaymentId: paymentId };
      await this.refunds.keep(tx, { id: refundId, businessId, amount, ...to, askedBy: actor.userId }, now);
      await this.ledger.post({ type: 'refundAsked', refundId, businessId, amount }, now);
      await this.tasks.look(tx, { about: 'refund', id: refundId }, now);
      const refund = await this.refunds.lock(scope, refundId);
      await this.news.asked(tx, refund);
      return refund;
    });
  }
}
