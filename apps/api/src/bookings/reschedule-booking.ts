import { scopeOf } from '#access';
import {
  type AskedSlot,
  bookableAgreement,
  type Booking,
  type BookingFact,
  decideBooking,
  evolveBooking,
  type MovesAskedFor,
  rescheduleBooking,
  slotsToMove,
} from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import { ReadinessReader } from '../assistants/readiness-reader.js';
import { BookedFunds } from '../booked-funds/booked-funds.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { BookedSlots } from './booked-slots.js';
import { BookingStore } from './booking.store.js';
import { CalendarTurn } from './calendar-turn.js';

export class RescheduleBooking extends commandOf<Change & { asked: MovesAskedFor }, Versioned<Booking>>() {}

/**
 * The business moves single slots of a confirmed booking, or all that lies ahead of it. The time that is given up is free
 * for what is taken, and for nobody else before that: all of it happens, or nothing does.
 */
@CommandHandler(RescheduleBooking)
export class RescheduleBookingHandler implements ICommandHandler<RescheduleBooking> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly agreements: AgreementStore,
    private readonly readiness: ReadinessReader,
    private readonly turns: CalendarTurn,
    private readonly slots: BookedSlots,
    private readonly bookings: BookingStore,
    private readonly funds: BookedFunds,
  ) {}

  execute(command: RescheduleBooking): Promise<Versioned<Booking>> {
    const { actor, id: bookingId, expectedVersion, now } = command;
    return this.database.transaction(scopeOf(actor), () =>
      this.bookings.update(
        scopeOf(actor),
        bookingId,
        expectedVersion,
        (booking) => this.move(command, booking),
        (_tx, booking) => this.funds.follow(booking, { now, insists: true }),
      ),
    );
  }

  private async move({ actor, asked, ...command }: RescheduleBooking, found: Booking): Promise<readonly BookingFact[]> {
    const { bookingId, agreementId, assistantId, lineId } = found;
    const now = await this.bookings.decidedAt(scopeOf(actor), found, command.now);
    const readiness = await this.readiness.of(assistantId);
    const assessed = decideBooking({ type: 'assessBooking', readiness, now }, found);
    const booking = assessed.reduce<Booking>(evolveBooking, found);
    const { givenUp, taken } = slotsToMove(asked, booking, now);
    const { state: agreement } = await this.agreements.load(scopeOf(actor), agreementId);
    await this.slots.lockOwnCalendar(assistantId);
    await this.slots.giveBack(bookingId, givenUp);
    const wanted = { assistantId, slots: taken, now };
    const { known, expireLapsed } = await this.turns.of(wanted, { agreementId, lineId });
    const facts = rescheduleBooking({ type: 'rescheduleBooking', givenUp, taken, now }, booking, {
      agreement: bookableAgreement(agreement),
      ...known,
    });
    await expireLapsed();
    await this.take(bookingId, assistantId, facts.length === 0 ? givenUp : taken);
    return [...assessed, ...facts];
  }

  private take(bookingId: string, assistantId: string, slots: readonly AskedSlot[]): Promise<void> {
    return this.slots.take({ bookingId, assistantId, slots, holdExpiresAt: null });
  }
}
