import { scopeOf } from '#access';
import { type Booking, type CancellingParty, decideBooking } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { BookedSlots } from './booked-slots.js';
import { BookingStore } from './booking.store.js';

export class CancelBooking extends commandOf<Change & { reason: string }, Versioned<Booking>>() {}

/** Calls off the slots that have not begun, at the price that the agreement's terms say. */
@CommandHandler(CancelBooking)
export class CancelBookingHandler implements ICommandHandler<CancelBooking> {
  constructor(
    private readonly bookings: BookingStore,
    private readonly slots: BookedSlots,
  ) {}

  execute({ actor, id: bookingId, expectedVersion, reason, now }: CancelBooking): Promise<Versioned<Booking>> {
    const cancelledBy: CancellingParty = actor.organisationKind;
    return this.bookings.update(
      scopeOf(actor),
      bookingId,
      expectedVersion,
      (booking) => decideBooking({ type: 'cancelBooking', cancelledBy, reason, now }, booking),
      async (_tx, booking) => {
        if (booking.status === 'cancelled') await this.slots.giveBack(bookingId, booking.cancelledSlots);
      },
    );
  }
}
