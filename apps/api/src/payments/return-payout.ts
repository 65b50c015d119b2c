import { marketplace } from '#access';
import type { PayoutDto } from '#contracts';
import { demand, demandReturnable } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { PayoutNews } from './payout-news.js';
import { PayoutStore } from './payout.store.js';
import { comesToNothing, goesByService, postedOf } from './posted-payout.js';

export class ReturnPayout extends commandOf<Call & { payoutId: string }, PayoutDto>() {}

/** The bank sent it back: it is owed again, and the next batch takes it. */
@CommandHandler(ReturnPayout)
export class ReturnPayoutHandler implements ICommandHandler<ReturnPayout> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly payouts: PayoutStore,
    private readonly ledger: LedgerBook,
    private readonly news: PayoutNews,
  ) {}

  execute({ payoutId, now }: ReturnPayout): Promise<PayoutDto> {
    return this.database.transaction(marketplace, async (tx) => {
      const payout = await this.payouts.lock(tx, payoutId);
      demandReturnable(payout.status);
      demand(!comesToNothing(payout), 'payout.comes-to-nothing');
      demand(!goesByService(payout), 'payout.goes-by-service');
      await this.ledger.post({ type: 'payoutReturned', ...postedOf(payout) }, now);
      await this.payouts.noteReturned(tx, payoutId, now);
      await this.news.returned(tx, payout, now);
      return this.payouts.lock(tx, payoutId);
    });
  }
}
