import { marketplace } from '#access';
import type { PayoutBatchDto } from '#contracts';
import { demand } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { PayoutNews } from './payout-news.js';
import { PayoutStore } from './payout.store.js';
import { PayoutTransfers } from './payout-transfers.js';
import { comesToNothing, goesByService, postedOf } from './posted-payout.js';

export class SendPayoutBatch extends commandOf<Call & { batchId: string }, PayoutBatchDto>() {}

/**
 * The bank has the order: the money has left. What goes by the payment service is posted when the service has done it. What comes to
 * nothing is settled with the batch, and nobody hears of money.
 */
@CommandHandler(SendPayoutBatch)
export class SendPayoutBatchHandler implements ICommandHandler<SendPayoutBatch> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly payouts: PayoutStore,
    private readonly transfers: PayoutTransfers,
    private readonly ledger: LedgerBook,
    private readonly news: PayoutNews,
  ) {}

  execute({ batchId, now }: SendPayoutBatch): Promise<PayoutBatchDto> {
    return this.database.transaction(marketplace, async (tx) => {
      const all = await this.payouts.lockBatch(tx, batchId);
      // What was called off stays so.
      const payouts = all.filter(({ status }) => status === 'made');
      const { sentAt } = await this.payouts.readBatch(batchId);
      demand(sentAt === null, 'payout.already-sent');
      const byBank = payouts.filter(({ account }) => account !== null);
      const settled = payouts.filter(comesToNothing);
      for (const payout of [...byBank, ...settled]) {
        await this.ledger.post({ type: 'payoutSent', ...postedOf(payout) }, now);
      }
      await this.payouts.noteSent(tx, batchId, now);
      await this.news.sent(tx, byBank, now);
      for (const payout of payouts.filter(goesByService)) await this.transfers.order(tx, payout.id, now);
      return this.payouts.readBatch(batchId);
    });
  }
}
