import type { AggregateEvents, EventClass } from '../envelope.js';
import * as agency from './agency-events.js';
import * as agreement from './agreement-events.js';
import * as assignmentPlan from './assignment-plan-events.js';
import * as assistant from './assistant-events.js';
import * as booking from './booking-events.js';
import * as business from './business-events.js';
import * as catalogueEntry from './catalogue-entry-events.js';
import * as clearance from './clearance-events.js';
import * as deadLetter from './dead-letter-events.js';
import * as dutyRun from './duty-run-events.js';
import * as dutySuggestion from './duty-suggestion-events.js';
import * as engagement from './engagement-events.js';
import * as invoice from './invoice-events.js';
import * as need from './need-events.js';
import * as preparedAssignmentPlan from './prepared-assignment-plan-events.js';
import * as proposal from './proposal-events.js';
import * as replay from './replay-events.js';
import * as review from './review-events.js';
import * as shortlist from './shortlist-events.js';
import * as shortlistRequest from './shortlist-request-events.js';
import * as suggestedDuties from './suggested-duties-events.js';

/** What a file of events exports, by the types of the events in place of the names of their classes. */
type ByType<Exported extends Readonly<Record<string, EventClass>>> = {
  readonly [Name in keyof Exported as Exported[Name]['type']]: Exported[Name];
};

/** A file that exports anything but classes of events doesn't compile here. */
const eventsOf = <Exported extends Readonly<Record<string, EventClass>>>(
  aggregateType: string,
  exported: Exported,
): AggregateEvents<ByType<Exported>> => ({
  aggregateType,
  classes: Object.fromEntries(Object.values(exported).map((event) => [event.type, event])) as ByType<Exported>,
});

export const agencyEvents = eventsOf('agency', agency);
export const agreementEvents = eventsOf('agreement', agreement);
export const assignmentPlanEvents = eventsOf('assignment-plan', assignmentPlan);
export const assistantEvents = eventsOf('assistant', assistant);
export const bookingEvents = eventsOf('booking', booking);
export const businessEvents = eventsOf('business', business);
export const catalogueEntryEvents = eventsOf('catalogue-entry', catalogueEntry);
export const clearanceEvents = eventsOf('clearance', clearance);
export const deadLetterEvents = eventsOf('dead-letter', deadLetter);
export const dutyRunEvents = eventsOf('duty-run', dutyRun);
export const dutySuggestionEvents = eventsOf('duty-suggestion', dutySuggestion);
export const engagementEvents = eventsOf('engagement', engagement);
export const invoiceEvents = eventsOf('invoice', invoice);
export const needEvents = eventsOf('need', need);
export const preparedAssignmentPlanEvents = eventsOf('prepared-assignment-plan', preparedAssignmentPlan);
export const proposalEvents = eventsOf('proposal', proposal);
export const replayEvents = eventsOf('replay', replay);
export const reviewEvents = eventsOf('review', review);
export const shortlistEvents = eventsOf('shortlist', shortlist);
export const shortlistRequestEvents = eventsOf('shortlist-request', shortlistRequest);
export const suggestedDutiesEvents = eventsOf('suggested-duties', suggestedDuties);

/** Every event that crosses a service's border; schemas in docs/events are generated from these. */
export const eventTypes: readonly EventClass[] = [
  agencyEvents,
  agreementEvents,
  assignmentPlanEvents,
  assistantEvents,
  bookingEvents,
  businessEvents,
  catalogueEntryEvents,
  clearanceEvents,
  deadLetterEvents,
  dutyRunEvents,
  dutySuggestionEvents,
  engagementEvents,
  invoiceEvents,
  needEvents,
  preparedAssignmentPlanEvents,
  proposalEvents,
  replayEvents,
  reviewEvents,
  shortlistEvents,
  shortlistRequestEvents,
  suggestedDutiesEvents,
].flatMap(({ classes }) => Object.values<EventClass>(classes));
