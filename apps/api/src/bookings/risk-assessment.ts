import { marketplace } from '#access';
import { absenceEvents, agencyEvents, assistantEvents, clearanceEvents } from '#contracts';
import { decideBooking } from '#domain';
import { Clock } from '#platform/clock';
import { handlersFor, ignored, type Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ReadinessReader } from '../assistants/readiness-reader.js';
import { BookedFunds, type FundsCause } from '../booked-funds/booked-funds.js';
import { BookedFundsStore } from '../booked-funds/booked-funds.store.js';
import { BookingStore } from './booking.store.js';

/**
 * Looks at what is booked again whenever something changes that it rests on: puts it at risk, or settles it. It goes by what
 * is true when it looks, so events that come late or twice change nothing.
 */
@Injectable()
export class RiskAssessment implements OnModuleInit {
  constructor(
    @Inject(messagingToken('api')) private readonly messaging: Messaging,
    private readonly bookings: BookingStore,
    private readonly readiness: ReadinessReader,
    private readonly funds: BookedFunds,
    private readonly kept: BookedFundsStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const ofAgency = ({ aggregateId }: { aggregateId: string }) => this.assess({ agencyId: aggregateId });
    const ofAssistant = ({ aggregateId }: { aggregateId: string }) => this.assess({ assistantId: aggregateId });
    const ofNamed = ({ data }: { data: { assistantId: string } }) => this.assess({ assistantId: data.assistantId });
    const ofAbsent = ({ data }: { data: { assistantId: string } }) =>
      this.assess({ assistantId: data.assistantId }, 'absence');
    this.messaging.consume({
      consumer: 'api-bookings-at-risk',
      handles: [
        handlersFor(agencyEvents, {
          'agency.registered.v1': ignored,
          'agency.details-changed.v1': ignored,
          'agency.standing-terms-changed.v1': ignored,
          'agency.verified.v1': ofAgency,
          'agency.suspended.v1': ofAgency,
          'agency.closed.v1': ofAgency,
        }),
        handlersFor(assistantEvents, {
          'assistant.drafted.v1': ignored,
          'assistant.listed.v1': ofAssistant,
          'assistant.edited.v1': ofAssistant,
          'assistant.days-off-changed.v1': ofAssistant,
          'assistant.withdrawn.v1': ofAssistant,
          // What is booked stays through a pause.
          'assistant.paused.v1': ignored,
          'assistant.resumed.v1': ofAssistant,
        }),
        handlersFor(absenceEvents, {
          'absence.reported.v1': ofAbsent,
          'absence.end-set.v1': ofAbsent,
          'absence.withdrawn.v1': ofAbsent,
        }),
        handlersFor(clearanceEvents, {
          'clearance.requested.v1': ignored,
          'clearance.amended.v1': ignored,
          'clearance.action-closed.v1': ignored,
          'clearance.action-due.v1': ignored,
          'clearance.expiring.v1': ignored,
          'clearance.granted.v1': ofNamed,
          'clearance.voided.v1': ofNamed,
        }),
      ],
    });
  }

  /** Of an assistant, or of all of an agency; what is kept for it follows. */
  async assess(of: { assistantId: string } | { agencyId: string }, cause: FundsCause = 'booking'): Promise<void> {
    const now = this.clock.now();
    const booked = await this.bookings.toAssess(of, now);
    const readiness = await this.readiness.ofMany(booked.map(({ assistantId }) => assistantId));
    const ids = booked.map(({ id }) => id);
    await this.bookings.updateMany(marketplace, ids, (booking) => {
      const ofHers = readiness.get(booking.assistantId);
      return ofHers ? decideBooking({ type: 'assessBooking', readiness: ofHers, now }, booking) : [];
    });
    for (const id of await this.kept.known(ids)) {
      const { state: booking } = await this.bookings.load(marketplace, id);
      await this.funds.follow(booking, { now, cause });
    }
  }
}
