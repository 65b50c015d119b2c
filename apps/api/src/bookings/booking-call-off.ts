import { callOffBooking, type CancellingParty } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { BookedFunds } from '../booked-funds/booked-funds.js';
import { BookedSlots } from './booked-slots.js';
import { BookingStore } from './booking.store.js';

/** What is called off, by whom, and why. */
export interface CallOff {
  readonly agreementId: string;
  readonly cancelledBy: CancellingParty;
  readonly reason: string;
  readonly now: string;
}

/** Gives back the time that lies ahead of an agreement that has ended. */
@Injectable()
export class BookingCallOff {
  constructor(
    private readonly database: ApiDatabase,
    private readonly bookings: BookingStore,
    private readonly slots: BookedSlots,
    private readonly funds: BookedFunds,
  ) {}

  /**
   * Cancels the agreement's confirmed bookings at the price of its cancellation terms. Holds are left alone: they lapse
   * within minutes, and nobody can confirm them any more.
   */
  async callOff(scope: Scope, { agreementId, cancelledBy, reason, now }: CallOff): Promise<void> {
    await this.database.transaction(scope, async (tx) => {
      const confirmed = await tx.query<{ id: string }>(
        `SELECT id FROM api.booking WHERE agreement_id = $1 AND status = 'confirmed' ORDER BY id`,
        [agreementId],
      );
      for (const { id } of confirmed) {
        await this.bookings.update(
          scope,
          id,
          null,
          (booking) => callOffBooking({ type: 'cancelBooking', cancelledBy, reason, now }, booking),
          async (_tx, booking, facts) => {
            for (const fact of facts) {
              if ('cancelledSlots' in fact) await this.slots.giveBack(id, fact.cancelledSlots);
            }
            await this.funds.follow(booking, { now });
          },
        );
      }
    });
  }
}
