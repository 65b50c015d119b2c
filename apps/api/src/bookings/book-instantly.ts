import { type Actor, scopeOf } from '#access';
import { type Booking, type BookingId, demandInstant, type Slot } from '#domain';
import type { Database, Versioned } from '#platform/database';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgreementStore } from '../agreements/agreement.store.js';
import { apiDatabase } from '../api-database.js';
import { ConfirmBooking, ConfirmBookingHandler } from './confirm-booking.js';
import { HoldBooking, HoldBookingHandler } from './hold-booking.js';

export class BookInstantly extends Command<Versioned<Booking>> {
  constructor(
    readonly actor: Actor,
    readonly bookingId: BookingId,
    readonly agreementId: string,
    readonly slots: readonly Slot[],
    readonly now: string,
  ) {
    super();
  }
}

/** Holds, clears and confirms in one go, which the agency's listing has to allow. All of it happens, or nothing does. */
@CommandHandler(BookInstantly)
export class BookInstantlyHandler implements ICommandHandler<BookInstantly> {
  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    private readonly agreements: AgreementStore,
    private readonly holding: HoldBookingHandler,
    private readonly confirming: ConfirmBookingHandler,
  ) {}

  execute({ actor, bookingId, agreementId, slots, now }: BookInstantly): Promise<Versioned<Booking>> {
    return this.database.transaction(scopeOf(actor), async () => {
      const { state: agreement } = await this.agreements.load(scopeOf(actor), agreementId);
      demandInstant(agreement);
      await this.holding.execute(new HoldBooking(actor, bookingId, agreementId, slots, now));
      return this.confirming.execute(new ConfirmBooking(actor, bookingId, null, now));
    });
  }
}
