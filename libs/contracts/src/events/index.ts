// Written by the build out of the files beside it.
import type { EventClass } from '../envelope.js';
import { AgencyDetailsChangedV1 } from './agency/agency-details-changed.v1.js';
import { AgencyRegisteredV1 } from './agency/agency-registered.v1.js';
import { AgencySuspendedV1 } from './agency/agency-suspended.v1.js';
import { AgencyVerifiedV1 } from './agency/agency-verified.v1.js';
import { AgreementAcceptedV1 } from './agreement/agreement-accepted.v1.js';
import { AgreementChangeOrderAcceptedV1 } from './agreement/agreement-change-order-accepted.v1.js';
import { AgreementChangeOrderProposedV1 } from './agreement/agreement-change-order-proposed.v1.js';
import { AgreementChangeOrderWithdrawnV1 } from './agreement/agreement-change-order-withdrawn.v1.js';
import { AgreementDraftedV1 } from './agreement/agreement-drafted.v1.js';
import { AgreementRevisedV1 } from './agreement/agreement-revised.v1.js';
import { AgreementSideAcceptedV1 } from './agreement/agreement-side-accepted.v1.js';
import { AgreementWithdrawnV1 } from './agreement/agreement-withdrawn.v1.js';
import { AssignmentPlanAskedV1 } from './assignment-plan/assignment-plan-asked.v1.js';
import { AssistantDaysOffChangedV1 } from './assistant/assistant-days-off-changed.v1.js';
import { AssistantDraftedV1 } from './assistant/assistant-drafted.v1.js';
import { AssistantEditedV1 } from './assistant/assistant-edited.v1.js';
import { AssistantListedV1 } from './assistant/assistant-listed.v1.js';
import { AssistantWithdrawnV1 } from './assistant/assistant-withdrawn.v1.js';
import { BookingCancelledV1 } from './booking/booking-cancelled.v1.js';
import { BookingConfirmedV1 } from './booking/booking-confirmed.v1.js';
import { BookingExpiredV1 } from './booking/booking-expired.v1.js';
import { BookingHeldV1 } from './booking/booking-held.v1.js';
import { BookingReleasedV1 } from './booking/booking-released.v1.js';
import { BusinessDetailsChangedV1 } from './business/business-details-changed.v1.js';
import { BusinessRegisteredV1 } from './business/business-registered.v1.js';
import { CatalogueEntryImportedV1 } from './catalogue-entry/catalogue-entry-imported.v1.js';
import { CatalogueEntryRetiredV1 } from './catalogue-entry/catalogue-entry-retired.v1.js';
import { ClearanceActionClosedV1 } from './clearance/clearance-action-closed.v1.js';
import { ClearanceAmendedV1 } from './clearance/clearance-amended.v1.js';
import { ClearanceGrantedV1 } from './clearance/clearance-granted.v1.js';
import { ClearanceRequestedV1 } from './clearance/clearance-requested.v1.js';
import { ClearanceVoidedV1 } from './clearance/clearance-voided.v1.js';
import { MessageDeadLetteredV1 } from './dead-letter/message-dead-lettered.v1.js';
import { MessageParkedV1 } from './dead-letter/message-parked.v1.js';
import { MessageReplayedV1 } from './dead-letter/message-replayed.v1.js';
import { DutyRunAcceptedV1 } from './duty-run/duty-run-accepted.v1.js';
import { DutyRunCancelledV1 } from './duty-run/duty-run-cancelled.v1.js';
import { DutyRunDoneV1 } from './duty-run/duty-run-done.v1.js';
import { DutyRunInvoicedV1 } from './duty-run/duty-run-invoiced.v1.js';
import { DutyRunReplannedV1 } from './duty-run/duty-run-replanned.v1.js';
import { DutyRunReturnedV1 } from './duty-run/duty-run-returned.v1.js';
import { DutyRunScheduledV1 } from './duty-run/duty-run-scheduled.v1.js';
import { DutySuggestionCorrectedV1 } from './duty-suggestion/duty-suggestion-corrected.v1.js';
import { WordsAskedV1 } from './duty-suggestion/words-asked.v1.js';
import { EngagementEndedV1 } from './engagement/engagement-ended.v1.js';
import { EngagementStartedV1 } from './engagement/engagement-started.v1.js';
import { InvoiceIssuedV1 } from './invoice/invoice-issued.v1.js';
import { NeedAgenciesInvitedV1 } from './need/need-agencies-invited.v1.js';
import { NeedClosedV1 } from './need/need-closed.v1.js';
import { NeedDraftedV1 } from './need/need-drafted.v1.js';
import { NeedEditedV1 } from './need/need-edited.v1.js';
import { NeedPostedV1 } from './need/need-posted.v1.js';
import { AssignmentPlanPreparedV1 } from './prepared-assignment-plan/assignment-plan-prepared.v1.js';
import { ProposalAcceptedV1 } from './proposal/proposal-accepted.v1.js';
import { ProposalDeclinedV1 } from './proposal/proposal-declined.v1.js';
import { ProposalMadeV1 } from './proposal/proposal-made.v1.js';
import { ProposalSuggestionsAdoptedV1 } from './proposal/proposal-suggestions-adopted.v1.js';
import { ProposalWithdrawnV1 } from './proposal/proposal-withdrawn.v1.js';
import { ReplayAskedV1 } from './replay/replay-asked.v1.js';
import { ReviewGivenV1 } from './review/review-given.v1.js';
import { ShortlistPreparedV1 } from './shortlist/shortlist-prepared.v1.js';
import { ShortlistAskedV1 } from './shortlist-request/shortlist-asked.v1.js';
import { DutiesSuggestedV1 } from './suggested-duties/duties-suggested.v1.js';
import { eventsOf } from './events-of.js';

export * from './agency/agency-details-changed.v1.js';
export * from './agency/agency-registered.v1.js';
export * from './agency/agency-suspended.v1.js';
export * from './agency/agency-verified.v1.js';
export * from './agreement/agreement-accepted.v1.js';
export * from './agreement/agreement-change-order-accepted.v1.js';
export * from './agreement/agreement-change-order-proposed.v1.js';
export * from './agreement/agreement-change-order-withdrawn.v1.js';
export * from './agreement/agreement-drafted.v1.js';
export * from './agreement/agreement-revised.v1.js';
export * from './agreement/agreement-side-accepted.v1.js';
export * from './agreement/agreement-withdrawn.v1.js';
export * from './assignment-plan/assignment-plan-asked.v1.js';
export * from './assistant/assistant-days-off-changed.v1.js';
export * from './assistant/assistant-drafted.v1.js';
export * from './assistant/assistant-edited.v1.js';
export * from './assistant/assistant-listed.v1.js';
export * from './assistant/assistant-withdrawn.v1.js';
export * from './booking/booking-cancelled.v1.js';
export * from './booking/booking-confirmed.v1.js';
export * from './booking/booking-expired.v1.js';
export * from './booking/booking-held.v1.js';
export * from './booking/booking-released.v1.js';
export * from './business/business-details-changed.v1.js';
export * from './business/business-registered.v1.js';
export * from './catalogue-entry/catalogue-entry-imported.v1.js';
export * from './catalogue-entry/catalogue-entry-retired.v1.js';
export * from './clearance/clearance-action-closed.v1.js';
export * from './clearance/clearance-amended.v1.js';
export * from './clearance/clearance-granted.v1.js';
export * from './clearance/clearance-requested.v1.js';
export * from './clearance/clearance-voided.v1.js';
export * from './dead-letter/message-dead-lettered.v1.js';
export * from './dead-letter/message-parked.v1.js';
export * from './dead-letter/message-replayed.v1.js';
export * from './duty-run/duty-run-accepted.v1.js';
export * from './duty-run/duty-run-cancelled.v1.js';
export * from './duty-run/duty-run-done.v1.js';
export * from './duty-run/duty-run-invoiced.v1.js';
export * from './duty-run/duty-run-replanned.v1.js';
export * from './duty-run/duty-run-returned.v1.js';
export * from './duty-run/duty-run-scheduled.v1.js';
export * from './duty-suggestion/duty-suggestion-corrected.v1.js';
export * from './duty-suggestion/words-asked.v1.js';
export * from './engagement/engagement-ended.v1.js';
export * from './engagement/engagement-started.v1.js';
export * from './invoice/invoice-issued.v1.js';
export * from './need/need-agencies-invited.v1.js';
export * from './need/need-closed.v1.js';
export * from './need/need-drafted.v1.js';
export * from './need/need-edited.v1.js';
export * from './need/need-posted.v1.js';
export * from './prepared-assignment-plan/assignment-plan-prepared.v1.js';
export * from './proposal/proposal-accepted.v1.js';
export * from './proposal/proposal-declined.v1.js';
export * from './proposal/proposal-made.v1.js';
export * from './proposal/proposal-suggestions-adopted.v1.js';
export * from './proposal/proposal-withdrawn.v1.js';
export * from './replay/replay-asked.v1.js';
export * from './review/review-given.v1.js';
export * from './shortlist/shortlist-prepared.v1.js';
export * from './shortlist-request/shortlist-asked.v1.js';
export * from './suggested-duties/duties-suggested.v1.js';
export * from './agreement-shapes.js';
export * from './assistant-listing.shape.js';
export * from './booking-shapes.js';
export * from './business-shapes.js';
export * from './duty-run-shapes.js';
export * from './invoice-shapes.js';
export * from './message-shapes.js';
export * from './need-to-match.js';
export * from './parties.shape.js';
export * from './shortlist-shapes.js';

export const agencyEvents = eventsOf('agency', {
  AgencyDetailsChangedV1,
  AgencyRegisteredV1,
  AgencySuspendedV1,
  AgencyVerifiedV1,
});
export const agreementEvents = eventsOf('agreement', {
  AgreementAcceptedV1,
  AgreementChangeOrderAcceptedV1,
  AgreementChangeOrderProposedV1,
  AgreementChangeOrderWithdrawnV1,
  AgreementDraftedV1,
  AgreementRevisedV1,
  AgreementSideAcceptedV1,
  AgreementWithdrawnV1,
});
export const assignmentPlanEvents = eventsOf('assignment-plan', { AssignmentPlanAskedV1 });
export const assistantEvents = eventsOf('assistant', {
  AssistantDaysOffChangedV1,
  AssistantDraftedV1,
  AssistantEditedV1,
  AssistantListedV1,
  AssistantWithdrawnV1,
});
export const bookingEvents = eventsOf('booking', {
  BookingCancelledV1,
  BookingConfirmedV1,
  BookingExpiredV1,
  BookingHeldV1,
  BookingReleasedV1,
});
export const businessEvents = eventsOf('business', { BusinessDetailsChangedV1, BusinessRegisteredV1 });
export const catalogueEntryEvents = eventsOf('catalogue-entry', { CatalogueEntryImportedV1, CatalogueEntryRetiredV1 });
export const clearanceEvents = eventsOf('clearance', {
  ClearanceActionClosedV1,
  ClearanceAmendedV1,
  ClearanceGrantedV1,
  ClearanceRequestedV1,
  ClearanceVoidedV1,
});
export const deadLetterEvents = eventsOf('dead-letter', { MessageDeadLetteredV1, MessageParkedV1, MessageReplayedV1 });
export const dutyRunEvents = eventsOf('duty-run', {
  DutyRunAcceptedV1,
  DutyRunCancelledV1,
  DutyRunDoneV1,
  DutyRunInvoicedV1,
  DutyRunReplannedV1,
  DutyRunReturnedV1,
  DutyRunScheduledV1,
});
export const dutySuggestionEvents = eventsOf('duty-suggestion', { DutySuggestionCorrectedV1, WordsAskedV1 });
export const engagementEvents = eventsOf('engagement', { EngagementEndedV1, EngagementStartedV1 });
export const invoiceEvents = eventsOf('invoice', { InvoiceIssuedV1 });
export const needEvents = eventsOf('need', {
  NeedAgenciesInvitedV1,
  NeedClosedV1,
  NeedDraftedV1,
  NeedEditedV1,
  NeedPostedV1,
});
export const preparedAssignmentPlanEvents = eventsOf('prepared-assignment-plan', { AssignmentPlanPreparedV1 });
export const proposalEvents = eventsOf('proposal', {
  ProposalAcceptedV1,
  ProposalDeclinedV1,
  ProposalMadeV1,
  ProposalSuggestionsAdoptedV1,
  ProposalWithdrawnV1,
});
export const replayEvents = eventsOf('replay', { ReplayAskedV1 });
export const reviewEvents = eventsOf('review', { ReviewGivenV1 });
export const shortlistEvents = eventsOf('shortlist', { ShortlistPreparedV1 });
export const shortlistRequestEvents = eventsOf('shortlist-request', { ShortlistAskedV1 });
export const suggestedDutiesEvents = eventsOf('suggested-duties', { DutiesSuggestedV1 });

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
