import { marketplace, scopeOf } from '#access';
import type { RefundDto } from '#contracts';
import {
  type BusinessId,
  demand,
  demandRefundSent,
  demandWaiting,
  type LedgerFact,
  type Money,
  type RefundAskedFact,
  type RefundStatus,
} from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { InvoicePayments } from '../invoices/invoice-payments.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { RefundNews } from './refund-news.js';
import { RefundStore } from './refund.store.js';

type Becomes = Exclude<RefundStatus, 'asked'>;

/** What a step demands and posts. */
interface RefundStep {
  readonly demand: (status: RefundStatus) => void;
  readonly fact: (refund: Omit<RefundAskedFact, 'type'>) => LedgerFact;
  /** Whether it is the business's money again, which pays what is open. */
  readonly givesBack: boolean;
}

const steps: Readonly<Record<Becomes, RefundStep>> = {
  withdrawn: {
    demand: demandWaiting,
    fact: (refund) => ({ type: 'refundWithdrawn', ...refund }),
    givesBack: true,
  },
  sent: {
    demand: demandWaiting,
    fact: (refund) => ({ type: 'refundSent', ...refund }),
    givesBack: false,
  },
  returned: {
    demand: demandRefundSent,
    fact: (refund) => ({ type: 'refundReturned', ...refund }),
    givesBack: true,
  },
};

export class MoveRefund extends commandOf<Call & { refundId: string; becomes: Becomes }, RefundDto>() {}

/** The business withdraws a refund; the bank was told of it; or the bank sent it back. */
@CommandHandler(MoveRefund)
export class MoveRefundHandler implements ICommandHandler<MoveRefund> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly refunds: RefundStore,
    private readonly payments: InvoicePayments,
    private readonly ledger: LedgerBook,
    private readonly news: RefundNews,
  ) {}

  execute({ actor, refundId, becomes, now }: MoveRefund): Promise<RefundDto> {
    const scope = actor.organisationKind === 'business' ? scopeOf(actor) : marketplace;
    const step = steps[becomes];
    return this.database.transaction(scope, async (tx) => {
      const refund = await this.refunds.lock(scope, refundId);
      step.demand(refund.status);
      // The service may have it already, and says itself what became of it.
      demand(refund.cardPaymentId === null, 'refund.goes-to-card');
      const businessId = refund.businessId as BusinessId;
      const amount = refund.amount as Money;
      await this.ledger.post(step.fact({ refundId, businessId, amount }), now);
      await this.refunds.note(tx, refundId, becomes, now);
      await this.news.became(tx, refund, becomes, now);
      if (step.givesBack) await this.payments.settle(businessId, amount.currency, new Set(), now);
      return this.refunds.lock(scope, refundId);
    });
  }
}
