import type { PayoutDto } from '#contracts';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { type PartBack, payoutPartlyReturned, payoutReturned, payoutSent } from './payout.events.js';

/** What others hear of payouts, however they go. */
@Injectable()
export class PayoutNews {
  sent(tx: Transaction, payouts: readonly PayoutDto[], now: string): Promise<void> {
    return tx.append(payouts.map((payout) => payoutSent(payout, now)));
  }

  returned(tx: Transaction, payout: PayoutDto, now: string): Promise<void> {
    return tx.append([payoutReturned(payout, now)]);
  }

  partlyReturned(tx: Transaction, payout: PayoutDto, back: PartBack, now: string): Promise<void> {
    return tx.append([payoutPartlyReturned(payout, back, now)]);
  }
}
