import * as agency from './agency-events.js';
import * as agreement from './agreement-events.js';
import * as assignmentPlan from './assignment-plan-events.js';
import * as assistant from './assistant-events.js';
import * as booking from './booking-events.js';
import * as business from './business-events.js';
import * as catalogueEntry from './catalogue-entry-events.js';
import * as clearance from './clearance-events.js';
import * as dutySuggestion from './duty-suggestion-events.js';
import * as dutyRun from './duty-run-events.js';
import * as engagement from './engagement-events.js';
import * as invoice from './invoice-events.js';
import * as message from './message-events.js';
import * as need from './need-events.js';
import * as proposal from './proposal-events.js';
import * as review from './review-events.js';
import * as shortlist from './shortlist-events.js';

export * from './agency-events.js';
export * from './agreement-events.js';
export * from './assignment-plan-events.js';
export * from './assistant-events.js';
export * from './booking-events.js';
export * from './booking-shapes.js';
export * from './business-events.js';
export * from './catalogue-entry-events.js';
export * from './clearance-events.js';
export * from './duty-run-events.js';
export * from './duty-run-shapes.js';
export * from './duty-suggestion-events.js';
export * from './engagement-events.js';
export * from './invoice-events.js';
export * from './invoice-shapes.js';
export * from './message-events.js';
export * from './need-events.js';
export * from './need-to-match.js';
export * from './proposal-events.js';
export * from './review-events.js';
export * from './shortlist-events.js';
export * from './shortlist-shapes.js';

/** The class of an event's data, named by the event's type. */
export interface EventClass {
  new (): object;
  readonly type: string;
}

/** Every event that crosses a service's border; schemas in docs/events are generated from these. */
export const eventTypes: readonly EventClass[] = [
  agency,
  agreement,
  assignmentPlan,
  assistant,
  booking,
  business,
  catalogueEntry,
  clearance,
  dutySuggestion,
  dutyRun,
  engagement,
  invoice,
  message,
  need,
  proposal,
  review,
  shortlist,
].flatMap((events) => Object.values<EventClass>({ ...events }));
