import { scopeOf } from '#access';
import type { AskRefundDto, RefundDto } from '#contracts';
import { type BusinessId, demandRefundable, money, subtract } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { RefundNews } from './refund-news.js';
import { RefundStore } from './refund.store.js';

export class AskRefund extends commandOf<Call & AskRefundDto & { refundId: string }, RefundDto>() {}

/** A business wants back what it has paid ahead and neither booked nor owes. From now on nothing else is paid with it. */
@CommandHandler(AskRefund)
export class AskRefundHandler implements ICommandHandler<AskRefund> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly refunds: RefundStore,
    private readonly ledger: LedgerBook,
    private readonly news: RefundNews,
  ) {}

  execute({ actor, refundId, account, now, ...asked }: AskRefund): Promise<RefundDto> {
    const scope = scopeOf(actor);
    const businessId = actor.organisationId as BusinessId;
    const amount = money(asked.amount.amountMinor, asked.amount.currency, ['amount']);
    return this.database.transaction(scope, async (tx) => {
      await this.ledger.takeTurn(businessId);
      const prepaid = await this.ledger.balance(businessId, 'prepaid', amount.currency);
      const owed = await this.ledger.balance(businessId, 'receivable', amount.currency);
      // What a card's holder could still have back is not taken out elsewhere.
      const fromCards = await this.refunds.takeableByCards(tx, businessId, amount.currency, now);
      demandRefundable(amount, subtract(subtract(prepaid, owed), fromCards));
      await this.refunds.keep(
        tx,
        { id: refundId, businessId, amount, account, cardPaymentId: null, askedBy: actor.userId },
        now,
      );
      await this.ledger.post({ type: 'refundAsked', refundId, businessId, amount }, now);
      const refund = await this.refunds.lock(scope, refundId);
      await this.news.asked(tx, refund);
      return refund;
    });
  }
}
