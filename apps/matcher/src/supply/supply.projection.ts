import {
  AgencyRegisteredV1,
  AgencySuspendedV1,
  AgencyVerifiedV1,
  AssistantDaysOffChangedV1,
  AssistantEditedV1,
  AssistantListedV1,
  AssistantWithdrawnV1,
  BookingCancelledV1,
  BookingConfirmedV1,
  BookingExpiredV1,
  BookingHeldV1,
  BookingReleasedV1,
  ClearanceGrantedV1,
  ClearanceVoidedV1,
  NeedAgenciesInvitedV1,
  NeedClosedV1,
  NeedEditedV1,
  NeedPostedV1,
  ProposalMadeV1,
  ReviewGivenV1,
  ShortlistAskedV1,
  topicOf,
} from '#contracts';
import { type EventHandler, Messaging, messagingToken, on } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SupplyWriter } from './supply-writer.js';

export const supplyConsumer = 'matcher-supply';

/** Keeps what matching goes by: who is listed, cleared, booked, rated, and which agencies answer. */
@Injectable()
export class SupplyProjection implements OnModuleInit {
  constructor(
    @Inject(messagingToken('matcher')) private readonly messaging: Messaging,
    private readonly writer: SupplyWriter,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: supplyConsumer,
      topics: ['agency', 'assistant', 'clearance', 'booking', 'review', 'need', 'proposal', 'shortlist-request'].map(
        topicOf,
      ),
      handlers: {
        ...this.agencies(),
        ...this.assistants(),
        ...this.clearances(),
        ...this.bookings(),
        ...this.answers(),
        // Nothing to keep: that they were seen tells the ranking how far the supply has come.
        [NeedEditedV1.type]: on(NeedEditedV1, () => Promise.resolve()),
        [ShortlistAskedV1.type]: on(ShortlistAskedV1, () => Promise.resolve()),
        [ReviewGivenV1.type]: on(ReviewGivenV1, ({ data }, tx) =>
          data.by === 'business' ? this.writer.rate(tx, data.assistantId, data.score) : Promise.resolve(),
        ),
      },
    });
  }

  private agencies(): Record<string, EventHandler> {
    return {
      [AgencyRegisteredV1.type]: on(AgencyRegisteredV1, ({ aggregateId }, tx) =>
        this.writer.agency(tx, aggregateId, 'registered'),
      ),
      [AgencyVerifiedV1.type]: on(AgencyVerifiedV1, ({ aggregateId }, tx) =>
        this.writer.agency(tx, aggregateId, 'verified'),
      ),
      [AgencySuspendedV1.type]: on(AgencySuspendedV1, ({ aggregateId }, tx) =>
        this.writer.agency(tx, aggregateId, 'suspended'),
      ),
    };
  }

  private assistants(): Record<string, EventHandler> {
    return {
      [AssistantListedV1.type]: on(AssistantListedV1, (event, tx) => this.writer.listing(tx, event)),
      [AssistantEditedV1.type]: on(AssistantEditedV1, (event, tx) => this.writer.listing(tx, event)),
      [AssistantDaysOffChangedV1.type]: on(AssistantDaysOffChangedV1, (event, tx) => this.writer.listing(tx, event)),
      [AssistantWithdrawnV1.type]: on(AssistantWithdrawnV1, ({ aggregateId }, tx) =>
        this.writer.withdraw(tx, aggregateId),
      ),
    };
  }

  private clearances(): Record<string, EventHandler> {
    return {
      [ClearanceGrantedV1.type]: on(ClearanceGrantedV1, ({ aggregateId, data }, tx) =>
        this.writer.clear(tx, aggregateId, data.assistantId, data.validUntil),
      ),
      [ClearanceVoidedV1.type]: on(ClearanceVoidedV1, ({ aggregateId }, tx) =>
        this.writer.voidClearance(tx, aggregateId),
      ),
    };
  }

  private bookings(): Record<string, EventHandler> {
    const takes = (payload: typeof BookingHeldV1 | typeof BookingConfirmedV1): EventHandler =>
      on<BookingHeldV1 | BookingConfirmedV1>(payload, ({ aggregateId, data }, tx) =>
        this.writer.book(tx, aggregateId, data.assistantId, data.slots),
      );
    const frees = (
      payload: typeof BookingCancelledV1 | typeof BookingExpiredV1 | typeof BookingReleasedV1,
    ): EventHandler => on<object>(payload, ({ aggregateId }, tx) => this.writer.free(tx, aggregateId));
    return {
      [BookingHeldV1.type]: takes(BookingHeldV1),
      [BookingConfirmedV1.type]: takes(BookingConfirmedV1),
      [BookingCancelledV1.type]: frees(BookingCancelledV1),
      [BookingExpiredV1.type]: frees(BookingExpiredV1),
      [BookingReleasedV1.type]: frees(BookingReleasedV1),
    };
  }

  private answers(): Record<string, EventHandler> {
    return {
      [NeedPostedV1.type]: on(NeedPostedV1, ({ aggregateId, data }, tx) =>
        this.writer.invite(tx, aggregateId, data.invitedAgencyIds),
      ),
      [NeedAgenciesInvitedV1.type]: on(NeedAgenciesInvitedV1, ({ aggregateId, data }, tx) =>
        data.posted ? this.writer.invite(tx, aggregateId, data.agencyIds) : Promise.resolve(),
      ),
      [NeedClosedV1.type]: on(NeedClosedV1, ({ aggregateId }, tx) => this.writer.endInvitations(tx, aggregateId)),
      [ProposalMadeV1.type]: on(ProposalMadeV1, ({ data }, tx) => this.writer.answer(tx, data.needId, data.agencyId)),
    };
  }
}
