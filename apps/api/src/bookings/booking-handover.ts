import {
  type Agreement,
  type AssistantId,
  bookableAgreement,
  type Booking,
  type BookingFact,
  type BookingId,
  callOffBooking,
  decideBooking,
  evolveBooking,
  holdBooking,
  slotsAhead,
} from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { ReadinessReader } from '../assistants/readiness-reader.js';
import { BookedFunds } from '../booked-funds/booked-funds.js';
import { BookedSlots } from './booked-slots.js';
import { BookingStore } from './booking.store.js';
import { CalendarTurn, type TurnAtCalendar } from './calendar-turn.js';

/** Whose time becomes whose. */
export interface Handover {
  readonly agreement: Agreement;
  readonly from: AssistantId;
  readonly to: AssistantId;
  readonly now: string;
}

/**
 * Moves what is booked ahead of an agreement from one assistant to another: it is called off by the agency, which costs nothing, and
 * booked anew with all that a hold and its confirmation have to pass. All of it moves, or nothing does.
 */
@Injectable()
export class BookingHandover {
  constructor(
    private readonly database: ApiDatabase,
    private readonly readiness: ReadinessReader,
    private readonly turns: CalendarTurn,
    private readonly slots: BookedSlots,
    private readonly bookings: BookingStore,
    private readonly funds: BookedFunds,
  ) {}

  /** @throws DomainError `booking.…`, which names the slot that the other one can't take */
  async move(scope: Scope, handover: Handover): Promise<void> {
    const { agreement, from, to, now } = handover;
    await this.database.transaction(scope, async () => {
      const booked = await this.bookings.ofAgreement(scope, agreement.agreementId);
      const moving = booked.filter(
        (booking) => booking.assistantId === from && booking.status === 'confirmed' && ahead(booking, now).length > 0,
      );
      if (moving.length === 0) return;
      // In one order, so that two who hand over to each other don't wait for each other.
      for (const id of [from, to].sort()) await this.slots.lockOwnCalendar(id);
      for (const { bookingId } of moving) await this.moveOne(scope, bookingId, handover);
    });
  }

  private async moveOne(scope: Scope, id: BookingId, { agreement, to: assistantId, now }: Handover): Promise<void> {
    const reason = 'Somebody else does it';
    let slots: Booking['slots'] = [];
    const { state: before } = await this.bookings.update(scope, id, null, (booking) => {
      slots = ahead(booking, now);
      return callOffBooking({ type: 'cancelBooking', cancelledBy: 'agency', reason, now }, booking);
    });
    await this.slots.giveBack(id, slots);
    await this.funds.follow(before, { now });
    const { agreementId, lineId } = before;
    const wanted = { assistantId, slots, now };
    const { known, expireLapsed } = await this.turns.of(wanted, { agreementId, lineId });
    const bookingId = uuidv7() as BookingId;
    const facts = this.booked(
      { bookingId, lineId, slots, now },
      agreement,
      known,
      await this.readiness.of(assistantId),
    );
    await expireLapsed();
    await this.slots.take({ bookingId, assistantId, slots, holdExpiresAt: null });
    await this.bookings.create(scope, bookingId, facts, (_tx, booking) => this.funds.cover(agreement, booking, now));
  }

  /** The agency asked for it itself, so neither its notice nor its hours a week stand in the way. */
  private booked(
    hold: Pick<Parameters<typeof holdBooking>[0], 'bookingId' | 'lineId' | 'slots' | 'now'>,
    agreement: Agreement,
    known: TurnAtCalendar['known'],
    readiness: Awaited<ReturnType<ReadinessReader['of']>>,
  ): BookingFact[] {
    const bookable = { ...bookableAgreement(agreement), instantLimits: null };
    const held = holdBooking({ type: 'holdBooking', ...hold }, null, { agreement: bookable, ...known });
    const booking = held.reduce<Booking | null>(evolveBooking, null);
    return [...held, ...decideBooking({ type: 'confirmBooking', readiness, now: hold.now }, booking)];
  }
}

/** What has not begun; what an absence put at risk and has begun is over for both. */
const ahead = (booking: Booking, now: string) => slotsAhead(booking, now).filter(({ startAt }) => startAt > now);
