import { scopeOf } from '#access';
import { type Booking, decideBooking, demandOverBy } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import { ReadinessReader } from '../assistants/readiness-reader.js';
import { BookedFunds } from '../booked-funds/booked-funds.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { EngagementOpening } from '../work-records/engagement-opening.js';
import { BookedSlots } from './booked-slots.js';
import { BookingStore } from './booking.store.js';

export class ConfirmBooking extends commandOf<Change, Versioned<Booking>>() {}

/**
 * Makes a hold firm, if the assistant's workplace is cleared until after its end, the agreement's engagement has not ended, and it is
 * covered as the agreement says it is paid.
 */
@CommandHandler(ConfirmBooking)
export class ConfirmBookingHandler implements ICommandHandler<ConfirmBooking> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly bookings: BookingStore,
    private readonly slots: BookedSlots,
    private readonly readiness: ReadinessReader,
    private readonly agreements: AgreementStore,
    private readonly engagements: EngagementOpening,
    private readonly funds: BookedFunds,
  ) {}

  execute({ actor, id: bookingId, expectedVersion, now }: ConfirmBooking): Promise<Versioned<Booking>> {
    return this.database.transaction(scopeOf(actor), () =>
      this.bookings.update(
        scopeOf(actor),
        bookingId,
        expectedVersion,
        async (booking) => {
          const readiness = await this.readiness.of(booking.assistantId);
          const facts = decideBooking({ type: 'confirmBooking', readiness, now }, booking);
          // Here, since what the booking rests on is read in the scope that slots need, too.
          await this.slots.keep(bookingId);
          return facts;
        },
        async (_tx, booking) => {
          const { state: agreement } = await this.agreements.loadLocked(scopeOf(actor), booking.agreementId);
          const before = await this.engagements.open(agreement, booking.bookingId, now);
          demandOverBy(before?.notice?.lastDayOn ?? null, booking.timeZone, booking.slots);
          await this.funds.cover(agreement, booking, now);
        },
      ),
    );
  }
}
