import { scopeOf } from '#access';
import { type Booking, decideBooking } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BookedFunds } from '../booked-funds/booked-funds.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { BookingStore } from './booking.store.js';

export class NoteNobodyThere extends commandOf<Change & { slots: readonly string[] }, Versioned<Booking>>() {}

/** The agency says that nobody of the business was there; what was kept for that time pays the fee, and the rest is let go. */
@CommandHandler(NoteNobodyThere)
export class NoteNobodyThereHandler implements ICommandHandler<NoteNobodyThere> {
  constructor(
    private readonly bookings: BookingStore,
    private readonly funds: BookedFunds,
  ) {}

  execute({ actor, id, expectedVersion, slots, now }: NoteNobodyThere): Promise<Versioned<Booking>> {
    return this.bookings.update(
      scopeOf(actor),
      id,
      expectedVersion,
      async (booking) => {
        const worked = await this.bookings.workedTime(scopeOf(actor), booking.agreementId);
        return decideBooking({ type: 'noteNobodyThere', slots, worked, now }, booking);
      },
      (_tx, booking) => this.funds.follow(booking, { now }),
    );
  }
}
