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

/** Gives back the time that lies ahead of an agreement that has ended, at the price of its cancellation terms. */
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
      const standing = await tx.query<{ id: string }>(
        `SELECT id FROM api.booking WHERE agreement_id = $1 AND status IN ('held', 'confirmed') ORDER BY id`,
        [agreementId],
      );
      for (const { id } of standing) {
        await this.bookings.update(
          scope,
          id,
          null,
          (booking) => callOff(command, booking),
          (_tx, booking) => this.slots.giveBack(id, booking.status === 'cancelled' ? booking.cancelledSlots : 'all'),
        );
      }
    });
  }
}

function callOff({ cancelledBy, reason, now }: CallOffBookings, booking: Booking): BookingFact[] {
  if (booking.status === 'held') {
    const lapsed = Date.parse(booking.holdExpiresAt) <= Date.parse(now);
    return decideBooking({ type: lapsed ? 'expireBooking' : 'releaseBooking', now }, booking);
  }
  const ahead = booking.slots.some(({ startAt }) => Date.parse(startAt) > Date.parse(now));
  return booking.status === 'confirmed' && ahead
    ? decideBooking({ type: 'cancelBooking', cancelledBy, reason, now }, booking)
    : [];
}
