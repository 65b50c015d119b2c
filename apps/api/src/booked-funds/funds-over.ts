import { marketplace } from '#access';
import { DueSweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { BookedFunds } from './booked-funds.js';
import { BookedFundsStore } from './booked-funds.store.js';

const plan = { name: 'letting go what is kept for engagements that are over', everySeconds: 300, atMost: 200 } as const;

/** Booked time that nobody worked is never charged, so nothing else would let its money go. */
@Injectable()
export class FundsOver extends DueSweep<string> {
  constructor(
    database: ApiDatabase,
    kept: BookedFundsStore,
    private readonly funds: BookedFunds,
  ) {
    super(plan, (_now, atMost) => database.transaction(marketplace, (tx) => kept.over(tx, atMost)));
  }

  protected override settle(bookingId: string, now: string): Promise<void> {
    return this.funds.release(bookingId, now);
  }
}
