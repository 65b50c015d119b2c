import { marketplace } from '#access';
import { Clock } from '#platform/clock';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { BookedFunds } from './booked-funds.js';
import { BookedFundsStore } from './booked-funds.store.js';

const plan = { name: 'letting go what is kept for engagements that are over', everySeconds: 300, atMost: 200 } as const;

/** Booked time that nobody worked is never charged, so nothing else would let its money go. */
@Injectable()
export class FundsOver extends Sweep {
  constructor(
    private readonly database: ApiDatabase,
    private readonly kept: BookedFundsStore,
    private readonly funds: BookedFunds,
    clock: Clock,
  ) {
    super(plan, clock);
  }

  /** Bookings, at most 200 at a time; returns how many there were. */
  override async sweep(now: string): Promise<number> {
    const over = await this.database.transaction(marketplace, (tx) => this.kept.over(tx, plan.atMost));
    for (const bookingId of over) await this.funds.release(bookingId, now);
    return over.length;
  }
}
