import { scopeOf } from '#access';
import {
  bookableAgreement,
  type AskedSlot,
  type Booking,
  type BookingFact,
  type BookingId,
  DomainError,
  holdBooking,
} from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { BookedSlots } from './booked-slots.js';
import { BookingStore } from './booking.store.js';
import { CalendarTurn } from './calendar-turn.js';
import { LateComers } from './late-comers.js';

export class HoldBooking extends commandOf<
  Call & { bookingId: BookingId; agreementId: string; lineId: string | null; slots: readonly AskedSlot[] },
  Versioned<Booking>
>() {}

/** Takes time of an assistant for a while. Holds of others that have lapsed give way to it. */
@CommandHandler(HoldBooking)
export class HoldBookingHandler implements ICommandHandler<HoldBooking> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly agreements: AgreementStore,
    private readonly turns: CalendarTurn,
    private readonly slots: BookedSlots,
    private readonly bookings: BookingStore,
    private readonly lateComers: LateComers,
  ) {}

  async execute(command: HoldBooking): Promise<Versioned<Booking>> {
    try {
      return await this.hold(command);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'booking.slot-taken') {
        this.lateComers.remember(command.agreementId, command.now);
      }
      throw error;
    }
  }

  private hold(command: HoldBooking): Promise<Versioned<Booking>> {
    const { actor, bookingId, agreementId, lineId, slots, now } = command;
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async () => {
      const agreement = await this.bookableAgreement(command);
      const wanted = { assistantId: agreement.assistantId, slots, now };
      const { known, expireLapsed } = await this.turns.of(wanted, { agreementId, lineId });
      const hold = { type: 'holdBooking', bookingId, lineId, slots, now } as const;
      const facts: BookingFact[] = holdBooking(hold, null, { agreement, ...known });
      await expireLapsed();
      for (const fact of facts) if (fact.type === 'bookingHeld') await this.slots.take({ ...fact, slots });
      return this.bookings.create(scope, bookingId, facts);
    });
  }

  private async bookableAgreement({ actor, agreementId }: HoldBooking) {
    const { state } = await this.agreements.load(scopeOf(actor), agreementId);
    return bookableAgreement(state);
  }
}
