import { marketplace } from '#access';
import type { PayoutDto } from '#contracts';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { PayoutStore } from './payout.store.js';
import { PayoutTransfers } from './payout-transfers.js';

export class CallOffPayout extends commandOf<Call & { payoutId: string }, PayoutDto>() {}

/** An administrator gives up a payout that the payment service doesn't do: an account that was closed, or too little money there. */
@CommandHandler(CallOffPayout)
export class CallOffPayoutHandler implements ICommandHandler<CallOffPayout> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly payouts: PayoutStore,
    private readonly transfers: PayoutTransfers,
  ) {}

  execute({ payoutId, now }: CallOffPayout): Promise<PayoutDto> {
    return this.database.transaction(marketplace, async (tx) => {
      const payout = await this.payouts.lock(tx, payoutId);
      await this.transfers.callOff(tx, payoutId, now);
      return payout;
    });
  }
}
