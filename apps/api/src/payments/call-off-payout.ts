import { marketplace } from '#access';
import type { PayoutDto } from '#contracts';
import { demand } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { PayoutStore } from './payout.store.js';
import { PayoutTransfers } from './payout-transfers.js';

export class CallOffPayout extends commandOf<Call & { payoutId: string }, PayoutDto>() {}

/**
 * An administrator gives up a payout: one whose batch wasn't sent, at once; or one that the payment service doesn't do, for an account that was closed or too little
 * money there, once the service has said that it hasn't done it.
 */
@CommandHandler(CallOffPayout)
export class CallOffPayoutHandler implements ICommandHandler<CallOffPayout> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly payouts: PayoutStore,
    private readonly transfers: PayoutTransfers,
  ) {}

  execute({ payoutId, now }: CallOffPayout): Promise<PayoutDto> {
    return this.database.transaction(marketplace, async (tx) => {
      const { payout, isBatchSent } = await this.payouts.lockWithBatch(tx, payoutId);
      if (!isBatchSent) {
        demand(payout.status === 'made', 'payout.not-waiting');
        await this.payouts.noteReturned(tx, payoutId, now);
        return this.payouts.lock(tx, payoutId);
      }
      await this.transfers.callOff(tx, payoutId, now);
      return payout;
    });
  }
}
