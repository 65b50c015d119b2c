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
  type EventEnvelope,
  NeedAgenciesInvitedV1,
  NeedClosedV1,
  NeedEditedV1,
  NeedPostedV1,
  ProposalMadeV1,
  ReviewGivenV1,
  ShortlistAskedV1,
} from '#contracts';
import type { SupplyKeeper } from './supply-keeper.js';

/** What is done about an event, wherever it is kept. */
export interface SupplyEvent {
  readonly payload: new () => object;
  keep(event: EventEnvelope, keeper: SupplyKeeper): Promise<void>;
}

const about = <Data extends object>(
  payload: new () => Data,
  keep: (event: EventEnvelope<Data>, keeper: SupplyKeeper) => Promise<void>,
): SupplyEvent => ({ payload, keep: (event, keeper) => keep(event as EventEnvelope<Data>, keeper) });

const nothing = (): Promise<void> => Promise.resolve();

const agencies: Record<string, SupplyEvent> = {
  [AgencyRegisteredV1.type]: about(AgencyRegisteredV1, ({ aggregateId }, keeper) =>
    keeper.agency(aggregateId, 'registered'),
  ),
  [AgencyVerifiedV1.type]: about(AgencyVerifiedV1, ({ aggregateId }, keeper) => keeper.agency(aggregateId, 'verified')),
  [AgencySuspendedV1.type]: about(AgencySuspendedV1, ({ aggregateId }, keeper) =>
    keeper.agency(aggregateId, 'suspended'),
  ),
};

const assistants: Record<string, SupplyEvent> = {
  [AssistantListedV1.type]: about(AssistantListedV1, (event, keeper) => keeper.listing(event)),
  [AssistantEditedV1.type]: about(AssistantEditedV1, (event, keeper) => keeper.listing(event)),
  [AssistantDaysOffChangedV1.type]: about(AssistantDaysOffChangedV1, (event, keeper) => keeper.listing(event)),
  [AssistantWithdrawnV1.type]: about(AssistantWithdrawnV1, ({ aggregateId }, keeper) => keeper.withdraw(aggregateId)),
  [ReviewGivenV1.type]: about(ReviewGivenV1, ({ data }, keeper) =>
    data.by === 'business' ? keeper.rate(data.assistantId, data.score) : nothing(),
  ),
};

const clearances: Record<string, SupplyEvent> = {
  [ClearanceGrantedV1.type]: about(ClearanceGrantedV1, ({ aggregateId, data }, keeper) =>
    keeper.clear(aggregateId, data.assistantId, data.validUntil),
  ),
  [ClearanceVoidedV1.type]: about(ClearanceVoidedV1, ({ aggregateId }, keeper) => keeper.voidClearance(aggregateId)),
};

const takes = (payload: typeof BookingHeldV1 | typeof BookingConfirmedV1): SupplyEvent =>
  about<BookingHeldV1 | BookingConfirmedV1>(payload, ({ aggregateId, data }, keeper) =>
    keeper.book(aggregateId, data.assistantId, data.slots),
  );
const frees = (payload: typeof BookingCancelledV1 | typeof BookingExpiredV1 | typeof BookingReleasedV1): SupplyEvent =>
  about<object>(payload, ({ aggregateId }, keeper) => keeper.free(aggregateId));

const bookings: Record<string, SupplyEvent> = {
  [BookingHeldV1.type]: takes(BookingHeldV1),
  [BookingConfirmedV1.type]: takes(BookingConfirmedV1),
  [BookingCancelledV1.type]: frees(BookingCancelledV1),
  [BookingExpiredV1.type]: frees(BookingExpiredV1),
  [BookingReleasedV1.type]: frees(BookingReleasedV1),
};

const answers: Record<string, SupplyEvent> = {
  [NeedPostedV1.type]: about(NeedPostedV1, ({ aggregateId, data }, keeper) =>
    keeper.invite(aggregateId, data.invitedAgencyIds),
  ),
  [NeedAgenciesInvitedV1.type]: about(NeedAgenciesInvitedV1, ({ aggregateId, data }, keeper) =>
    data.posted ? keeper.invite(aggregateId, data.agencyIds) : nothing(),
  ),
  [NeedClosedV1.type]: about(NeedClosedV1, ({ aggregateId }, keeper) => keeper.endInvitations(aggregateId)),
  [ProposalMadeV1.type]: about(ProposalMadeV1, ({ data }, keeper) => keeper.answer(data.needId, data.agencyId)),
  // Nothing to keep: that they were seen tells the ranking how far the supply has come.
  [NeedEditedV1.type]: about(NeedEditedV1, nothing),
  [ShortlistAskedV1.type]: about(ShortlistAskedV1, nothing),
};

/** By type, everything that changes what matching goes by: who is listed, cleared, booked, rated, and which agencies answer. */
export const supplyEvents: Readonly<Record<string, SupplyEvent>> = {
  ...agencies,
  ...assistants,
  ...clearances,
  ...bookings,
  ...answers,
};
