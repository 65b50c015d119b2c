import { scopeOf } from '#access';
import { type Booking, decideAssessed } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ReadinessReader } from '../assistants/readiness-reader.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { BookingStore } from './booking.store.js';

export class AgreeToRisk extends commandOf<Change, Versioned<Booking>>() {}

/** A side is willing to go on in spite of a day off; once both are, what is booked takes place. */
@CommandHandler(AgreeToRisk)
export class AgreeToRiskHandler implements ICommandHandler<AgreeToRisk> {
  constructor(
    private readonly bookings: BookingStore,
    private readonly readiness: ReadinessReader,
  ) {}

  execute({ actor, id: bookingId, expectedVersion, now }: AgreeToRisk): Promise<Versioned<Booking>> {
    return this.bookings.update(scopeOf(actor), bookingId, expectedVersion, async (booking) => {
      const readiness = await this.readiness.of(booking.assistantId);
      return decideAssessed({ type: 'agreeToRisk', by: partyOf(actor), now }, readiness, booking);
    });
  }
}
