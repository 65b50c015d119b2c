import { scopeOf } from '#access';
import { type Booking, type CancellingParty, decideAssessed } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ReadinessReader } from '../assistants/readiness-reader.js';
import { BookedFunds } from '../booked-funds/booked-funds.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { BookedSlots } from './booked-slots.js';
import { BookingStore } from './booking.store.js';

/** Single slots are named by their starts; null means all that lies ahead. */
export class CancelBooking extends commandOf<
  Change & { reason: string; slots: readonly string[] | null },
  Versioned<Booking>
>() {}

/** Calls off the slots that have not begun, at the price that the agreement's terms say; for nothing where they are at risk, told or not. */
@CommandHandler(CancelBooking)
export class CancelBookingHandler implements ICommandHandler<CancelBooking> {
  constructor(
    private readonly bookings: BookingStore,
    private readonly slots: BookedSlots,
    private readonly readiness: ReadinessReader,
    private readonly funds: BookedFunds,
  ) {}

  execute(command: CancelBooking): Promise<Versioned<Booking>> {
    const { actor, id: bookingId, expectedVersion, reason, slots, now: askedAt } = command;
    const cancelledBy: CancellingParty = actor.organisationKind;
    const scope = scopeOf(actor);
    return this.bookings.update(
      scope,
      bookingId,
      expectedVersion,
      async (booking) => {
        const said = { cancelledBy, reason, now: await this.bookings.decidedAt(scope, booking, askedAt) };
        const readiness = await this.readiness.of(booking.assistantId);
        return decideAssessed(
          slots === null ? { type: 'cancelBooking', ...said } : { type: 'cancelBookingSlots', slots, ...said },
          readiness,
          booking,
        );
      },
      async (_tx, booking, facts) => {
        for (const fact of facts) {
          if ('cancelledSlots' in fact) await this.slots.giveBack(bookingId, fact.cancelledSlots);
        }
        await this.funds.follow(booking, { now: askedAt });
      },
    );
  }
}
