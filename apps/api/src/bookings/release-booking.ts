import { type Actor, scopeOf } from '#access';
import { type Booking, decideBooking } from '#domain';
import type { Versioned } from '#platform/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BookedSlots } from './booked-slots.js';
import { BookingStore } from './booking.store.js';

export class ReleaseBooking extends Command<Versioned<Booking>> {
  constructor(
    readonly actor: Actor,
    readonly bookingId: string,
    readonly expectedVersion: number | null,
    readonly now: string,
  ) {
    super();
  }
}

/** The business lets a hold go before it expires. */
@CommandHandler(ReleaseBooking)
export class ReleaseBookingHandler implements ICommandHandler<ReleaseBooking> {
  constructor(
    private readonly bookings: BookingStore,
    private readonly slots: BookedSlots,
  ) {}

  execute({ actor, bookingId, expectedVersion, now }: ReleaseBooking): Promise<Versioned<Booking>> {
    return this.bookings.update(
      scopeOf(actor),
      bookingId,
      expectedVersion,
      (booking) => decideBooking({ type: 'releaseBooking', now }, booking),
      () => this.slots.giveBack(bookingId, 'all'),
    );
  }
}
