import { marketplace } from '#access';
import type { PayoutBatchDto } from '#contracts';
import { demandSendable } from '#domain';
import type { Database } from '#platform/database';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { apiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { payoutSent } from './payout.events.js';
import { PayoutStore } from './payout.store.js';
import { postedOf } from './posted-payout.js';

export class SendPayoutBatch extends commandOf<Call & { batchId: string }, PayoutBatchDto>() {}

/** The bank has the order: the money has left. */
@CommandHandler(SendPayoutBatch)
export class SendPayoutBatchHandler implements ICommandHandler<SendPayoutBatch> {
  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    private readonly payouts: PayoutStore,
    private readonly ledger: LedgerBook,
  ) {}

  execute({ batchId, now }: SendPayoutBatch): Promise<PayoutBatchDto> {
    return this.database.transaction(marketplace, async (tx) => {
      const payouts = await this.payouts.lockBatch(tx, batchId);
      for (const payout of payouts) {
        demandSendable(payout.status);
        await this.ledger.post({ type: 'payoutSent', ...postedOf(payout) }, now);
      }
      await this.payouts.noteSent(tx, batchId, now);
      await tx.append(payouts.map((payout) => payoutSent(payout, now)));
      return this.payouts.readBatch(batchId);
    });
  }
}
