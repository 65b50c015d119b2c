import { scopeOf } from '#access';
import { type AskedSlot, type Booking, type BookingId, demandInstant } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { ConfirmBooking, ConfirmBookingHandler } from './confirm-booking.js';
import { HoldBooking, HoldBookingHandler } from './hold-booking.js';

export class BookInstantly extends commandOf<
  Call & { bookingId: BookingId; agreementId: string; lineId: string | null; slots: readonly AskedSlot[] },
  Versioned<Booking>
>() {}

/** Holds, clears and confirms in one go, which the agency's listing has to allow. All of it happens, or nothing does. */
@CommandHandler(BookInstantly)
export class BookInstantlyHandler implements ICommandHandler<BookInstantly> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly agreements: AgreementStore,
    private readonly holding: HoldBookingHandler,
    private readonly confirming: ConfirmBookingHandler,
  ) {}

  execute(command: BookInstantly): Promise<Versioned<Booking>> {
    const { actor, bookingId, agreementId, now } = command;
    return this.database.transaction(scopeOf(actor), async () => {
      const { state: agreement } = await this.agreements.load(scopeOf(actor), agreementId);
      demandInstant(agreement);
      await this.holding.execute(new HoldBooking(command));
      return this.confirming.execute(new ConfirmBooking({ actor, id: bookingId, expectedVersion: null, now }));
    });
  }
}
