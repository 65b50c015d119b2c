import { type Booking, type BookingFact, type CancellingParty, decideBooking } from '#domain';
import type { Database, Scope } from '#platform/database';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { apiDatabase } from '../api-database.js';
import { BookedSlots } from './booked-slots.js';
import { BookingStore } from './booking.store.js';

export class CallOffBookings extends Command<void> {
  constructor(
    readonly scope: Scope,
    readonly agreementId: string,
    readonly cancelledBy: CancellingParty,
    readonly reason: string,
    readonly now: string,
  ) {
    super();
  }
}

/**
 * Gives back the confirmed time that lies ahead of an agreement that has ended, at the price of its cancellation terms.
 * Holds are left alone: they lapse within minutes, and nobody can confirm them any more.
 */
@CommandHandler(CallOffBookings)
export class CallOffBookingsHandler implements ICommandHandler<CallOffBookings> {
  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    private readonly bookings: BookingStore,
    private readonly slots: BookedSlots,
  ) {}

  async execute(command: CallOffBookings): Promise<void> {
    const { scope, agreementId } = command;
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
          (booking) => callOff(command, booking),
          async (_tx, booking) => {
            if (booking.status === 'cancelled') await this.slots.giveBack(id, booking.cancelledSlots);
          },
        );
      }
    });
  }
}

function callOff({ cancelledBy, reason, now }: CallOffBookings, booking: Booking): BookingFact[] {
  const ahead = booking.slots.some(({ startAt }) => Date.parse(startAt) > Date.parse(now));
  return booking.status === 'confirmed' && ahead
    ? decideBooking({ type: 'cancelBooking', cancelledBy, reason, now }, booking)
    : [];
}
