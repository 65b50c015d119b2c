import { type Actor, scopeOf } from '#access';
import {
  type Booking,
  type BookingFact,
  type BookingId,
  DomainError,
  type HeldBooking,
  holdBooking,
  type Slot,
  versionInForce,
} from '#domain';
import type { Database, Versioned } from '#platform/database';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgencyStore } from '../agencies/agency.store.js';
import { AgreementStore } from '../agreements/agreement.store.js';
import { apiDatabase } from '../api-database.js';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import { BookedSlots } from './booked-slots.js';
import { BookingStore } from './booking.store.js';
import { HoldExpiry } from './hold-expiry.js';

const marketplace = { kind: 'marketplace' } as const;

export class HoldBooking extends Command<Versioned<Booking>> {
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

/** Takes time of an assistant for a while. Holds of others that have lapsed give way to it. */
@CommandHandler(HoldBooking)
export class HoldBookingHandler implements ICommandHandler<HoldBooking> {
  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
    private readonly agreements: AgreementStore,
    private readonly assistants: AssistantStore,
    private readonly agencies: AgencyStore,
    private readonly slots: BookedSlots,
    private readonly bookings: BookingStore,
    private readonly holds: HoldExpiry,
  ) {}

  execute(command: HoldBooking): Promise<Versioned<Booking>> {
    const { actor, bookingId, slots, now } = command;
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async () => {
      const agreement = await this.bookableAgreement(command);
      // Most of those who come too late learn it here, without waiting for their turn.
      if (await this.slots.areTaken(agreement.assistantId, slots, now)) throw new DomainError('booking.slot-taken');
      await this.slots.lockCalendar(agreement.assistantId);
      const lapsed = await this.slots.lapsedHolds(agreement.assistantId, slots, now);
      for (const id of lapsed) await this.holds.expire(id, now);
      const { state: assistant } = await this.assistants.load(marketplace, agreement.assistantId);
      const { state: agency } = await this.agencies.load(marketplace, agreement.agencyId);
      const busy = await this.slots.busyAround(agreement.assistantId, slots, now);
      const facts: BookingFact[] = holdBooking({ type: 'holdBooking', bookingId, slots, now }, null, {
        agreement,
        assistant,
        agencyStatus: agency.status,
        busy,
        holdMinutes: this.settings.holdMinutes,
      });
      return this.bookings.create(scope, bookingId, facts, (_tx, booking) => this.slots.take(booking as HeldBooking));
    });
  }

  private async bookableAgreement({ actor, agreementId }: HoldBooking) {
    const { state } = await this.agreements.load(scopeOf(actor), agreementId);
    const inForce = versionInForce(state);
    if (inForce === null) throw new DomainError('booking.agreement-not-accepted', { agreementId });
    const { startsOn, endsOn, timeZone, cancellation } = inForce.terms;
    const { businessId, agencyId, assistantId } = state;
    return {
      agreementId: state.agreementId,
      businessId,
      agencyId,
      assistantId,
      accepted: true,
      startsOn,
      endsOn,
      timeZone,
      cancellation,
    };
  }
}
