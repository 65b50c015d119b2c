import { type Actor, scopeOf } from '#access';
import { type Booking, type CancellingParty, decideBooking } from '#domain';
import type { Versioned } from '#platform/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BookedSlots } from './booked-slots.js';
import { BookingStore } from './booking.store.js';

export class CancelBooking extends Command<Versioned<Booking>> {
  constructor(
    readonly actor: Actor,
    readonly bookingId: string,
    readonly expectedVersion: number | null,
    readonly reason: string,
    readonly now: string,
  ) {
    super();
  }
}

/** Calls off the slots that have not begun, at the price that the agreement's terms say. */
@CommandHandler(CancelBooking)
export class CancelBookingHandler implements ICommandHandler<CancelBooking> {
  constructor(
    private readonly bookings: BookingStore,
    private readonly slots: BookedSlots,
  ) {}

  execute({ actor, bookingId, expectedVersion, reason, now }: CancelBooking): Promise<Versioned<Booking>> {
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
