import { scopeOf } from '#access';
import { type Booking, decideBooking } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { BookedSlots } from './booked-slots.js';
import { BookingStore } from './booking.store.js';

export class ReleaseBooking extends commandOf<Change, Versioned<Booking>>() {}

/** The business lets a hold go before it expires. */
@CommandHandler(ReleaseBooking)
export class ReleaseBookingHandler implements ICommandHandler<ReleaseBooking> {
  constructor(
    private readonly bookings: BookingStore,
    private readonly slots: BookedSlots,
  ) {}

  execute({ actor, id: bookingId, expectedVersion, now }: ReleaseBooking): Promise<Versioned<Booking>> {
    return this.bookings.update(
      scopeOf(actor),
      bookingId,
      expectedVersion,
      (booking) => decideBooking({ type: 'releaseBooking', now }, booking),
      () => this.slots.giveBack(bookingId, 'all'),
    );
  }
}
