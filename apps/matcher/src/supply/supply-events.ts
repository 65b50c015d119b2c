import {
  agencyEvents,
  assistantEvents,
  bookingEvents,
  clearanceEvents,
  type AggregateEvents,
  type BookedTimeV1,
  type EventEnvelope,
  needEvents,
  outsideCalendarEvents,
  proposalEvents,
  reviewEvents,
  shortlistRequestEvents,
  workScoreEvents,
} from '#contracts';
import { type AggregateHandlers, handlersFor, ignored, type Reactions } from '#platform/messaging';
import type { SupplyKeeper } from './supply-keeper.js';

/** The same wherever the supply is kept. */
const kept = <Events extends AggregateEvents>(
  events: Events,
  reactions: Reactions<Events, SupplyKeeper>,
): AggregateHandlers<SupplyKeeper> => handlersFor(events, reactions);

const takeTime = ({ aggregateId, data }: EventEnvelope<BookedTimeV1>, keeper: SupplyKeeper): Promise<void> =>
  keeper.book(aggregateId, data.assistantId, data.slots);
const freeTime = ({ aggregateId }: EventEnvelope, keeper: SupplyKeeper): Promise<void> => keeper.free(aggregateId);
/** Nothing to keep; that it was seen tells the ranking how far the supply has come. */
const seen = (): Promise<void> => Promise.resolve();

/** Everything that changes what matching goes by: who is listed, cleared, booked, rated, and which agencies answer. */
export const supplyEvents: readonly AggregateHandlers<SupplyKeeper>[] = [
  kept(agencyEvents, {
    'agency.registered.v1': ({ aggregateId }, keeper) => keeper.agency(aggregateId, 'registered'),
    'agency.details-changed.v1': ignored,
    'agency.standing-terms-changed.v1': ignored,
    'agency.verified.v1': ({ aggregateId }, keeper) => keeper.agency(aggregateId, 'verified'),
    'agency.suspended.v1': ({ aggregateId }, keeper) => keeper.agency(aggregateId, 'suspended'),
    'agency.closed.v1': ({ aggregateId }, keeper) => keeper.agency(aggregateId, 'closed'),
  }),
  kept(assistantEvents, {
    'assistant.drafted.v1': ignored,
    'assistant.listed.v1': (event, keeper) => keeper.listing(event),
    'assistant.edited.v1': (event, keeper) => keeper.listing(event),
    'assistant.days-off-changed.v1': (event, keeper) => keeper.listing(event),
    'assistant.withdrawn.v1': ({ aggregateId }, keeper) => keeper.withdraw(aggregateId),
    'assistant.paused.v1': ({ aggregateId }, keeper) => keeper.withdraw(aggregateId),
    'assistant.resumed.v1': (event, keeper) => keeper.listing(event),
  }),
  kept(clearanceEvents, {
    'clearance.requested.v1': ignored,
    'clearance.action-closed.v1': ignored,
    'clearance.action-due.v1': ignored,
    'clearance.expiring.v1': ignored,
    'clearance.granted.v1': ({ aggregateId, data }, keeper) =>
      keeper.clear(aggregateId, data.assistantId, data.validUntil),
    'clearance.amended.v1': ignored,
    'clearance.voided.v1': ({ aggregateId }, keeper) => keeper.voidClearance(aggregateId),
  }),
  kept(bookingEvents, {
    'booking.held.v1': takeTime,
    'booking.confirmed.v1': takeTime,
    'booking.slots-cancelled.v1': takeTime,
    'booking.rescheduled.v1': takeTime,
    // Time that is over occupies nobody.
    'booking.no-show.v1': ignored,
    'booking.cancelled.v1': freeTime,
    'booking.at-risk.v1': ignored,
    'booking.risk-agreed.v1': ignored,
    // What did not take place is over.
    'booking.risk-settled.v1': ignored,
    'booking.late-fees-invoiced.v1': ignored,
    'booking.expired.v1': freeTime,
    'booking.released.v1': freeTime,
  }),
  kept(outsideCalendarEvents, {
    'outside-calendar.linked.v1': ignored,
    'outside-calendar.busy-changed.v1': ({ aggregateId, data }, keeper) =>
      keeper.takeElsewhere(aggregateId, data.assistantId, data.busy),
    // What was read last goes on being heeded.
    'outside-calendar.unreachable.v1': ignored,
    'outside-calendar.reachable.v1': ignored,
    'outside-calendar.unlinked.v1': ({ aggregateId }, keeper) => keeper.forgetElsewhere(aggregateId),
  }),
  kept(reviewEvents, {
    'review.given.v1': ({ data }, keeper) =>
      data.by === 'business' ? keeper.rate(data.assistantId, data.score) : Promise.resolve(),
  }),
  kept(workScoreEvents, {
    'work-score.changed.v1': ({ aggregateId, data }, keeper) => keeper.countWork(aggregateId, data.runs, data.onTime),
  }),
  kept(needEvents, {
    'need.drafted.v1': ignored,
    'need.posted.v1': ({ aggregateId, data }, keeper) => keeper.invite(aggregateId, data.invitedAgencyIds),
    'need.edited.v1': seen,
    'need.agencies-invited.v1': ({ aggregateId, data }, keeper) =>
      data.posted ? keeper.invite(aggregateId, data.agencyIds) : Promise.resolve(),
    'need.closed.v1': ({ aggregateId }, keeper) => keeper.endInvitations(aggregateId),
    // Whoever was invited has had their time to answer.
    'need.reopened.v1': seen,
  }),
  kept(proposalEvents, {
    'proposal.made.v1': ({ data }, keeper) => keeper.answer(data.needId, data.agencyId),
    'proposal.accepted.v1': ignored,
    'proposal.declined.v1': ignored,
    'proposal.closed.v1': ignored,
    'proposal.withdrawn.v1': ignored,
    'proposal.suggestions-adopted.v1': ignored,
  }),
  kept(shortlistRequestEvents, { 'shortlist.asked.v1': seen }),
];
