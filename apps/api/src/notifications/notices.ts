import type * as contracts from '#contracts';
import type { AggregateEvents } from '#contracts/envelope';
import type { NoticesOf } from './notice-table.js';
import { agreementNotices } from './notices/agreement.notices.js';
import { bookingNotices } from './notices/booking.notices.js';
import { clearanceNotices, trainingNotices } from './notices/clearance.notices.js';
import { channelSwitchNotices, messageNotices } from './notices/message.notices.js';
import {
  creditNoteNotices,
  invoiceNotices,
  invoiceReminderNotices,
  payoutNotices,
  refundNotices,
  suspensionRefundNotices,
} from './notices/invoice.notices.js';
import { disputeNotices } from './notices/dispute.notices.js';
import { needNotices } from './notices/need.notices.js';
import {
  agencyNotices,
  assistantNotices,
  businessNotices,
  mailboxNotices,
  outsideCalendarNotices,
  webhookEndpointNotices,
} from './notices/organisation.notices.js';
import {
  assignmentPlanNotices,
  catalogueEntryNotices,
  deadLetterNotices,
  dutySuggestionNotices,
  preparedAssignmentPlanNotices,
  replayNotices,
  shortlistNotices,
  shortlistRequestNotices,
  suggestedDutiesNotices,
  erasureNotices,
} from './notices/operations.notices.js';
import { proposalNotices, suggestionEffectNotices, suggestionRequestNotices } from './notices/proposal.notices.js';
import { recordMonthNotices, recordNotices, recordYearNotices, taxPackNotices } from './notices/record.notices.js';
import {
  absenceNotices,
  hourPackNotices,
  workScoreNotices,
  accessGrantNotices,
  dutyRunNotices,
  engagementNotices,
  responseBaselineNotices,
  reviewNotices,
  substitutionNotices,
  timeEntryNotices,
} from './notices/work.notices.js';

type Contracts = typeof contracts;

/** The lists of events of the contracts, by their names. */
export type EventLists = {
  readonly [Name in keyof Contracts as Contracts[Name] extends AggregateEvents ? Name : never]: Contracts[Name];
};

type Notices = {
  readonly [Name in keyof EventLists]: EventLists[Name] extends AggregateEvents ? NoticesOf<EventLists[Name]> : never;
};

/**
 * Who is told of what, and how much it matters: a line for each event there is. Whoever adds an event says here, or rather in the
 * file of its concept, whom it concerns, or that it concerns nobody; until then nothing compiles.
 */
export const notices: Notices = {
  absenceEvents: absenceNotices,
  accessGrantEvents: accessGrantNotices,
  agencyEvents: agencyNotices,
  agreementEvents: agreementNotices,
  assignmentPlanEvents: assignmentPlanNotices,
  assistantEvents: assistantNotices,
  bookingEvents: bookingNotices,
  businessEvents: businessNotices,
  catalogueEntryEvents: catalogueEntryNotices,
  channelSwitchEvents: channelSwitchNotices,
  clearanceEvents: clearanceNotices,
  creditNoteEvents: creditNoteNotices,
  deadLetterEvents: deadLetterNotices,
  disputeEvents: disputeNotices,
  dutyRunEvents: dutyRunNotices,
  dutySuggestionEvents: dutySuggestionNotices,
  engagementEvents: engagementNotices,
  invoiceEvents: invoiceNotices,
  messageEvents: messageNotices,
  needEvents: needNotices,
  mailboxEvents: mailboxNotices,
  outsideCalendarEvents: outsideCalendarNotices,
  payoutEvents: payoutNotices,
  preparedAssignmentPlanEvents: preparedAssignmentPlanNotices,
  proposalEvents: proposalNotices,
  recordEvents: recordNotices,
  recordMonthEvents: recordMonthNotices,
  refundEvents: refundNotices,
  suspensionRefundEvents: suspensionRefundNotices,
  recordYearEvents: recordYearNotices,
  invoiceReminderEvents: invoiceReminderNotices,
  erasureEvents: erasureNotices,
  replayEvents: replayNotices,
  responseBaselineEvents: responseBaselineNotices,
  reviewEvents: reviewNotices,
  shortlistEvents: shortlistNotices,
  shortlistRequestEvents: shortlistRequestNotices,
  substitutionEvents: substitutionNotices,
  suggestionEffectEvents: suggestionEffectNotices,
  suggestionRequestEvents: suggestionRequestNotices,
  suggestedDutiesEvents: suggestedDutiesNotices,
  taxPackEvents: taxPackNotices,
  timeEntryEvents: timeEntryNotices,
  hourPackEvents: hourPackNotices,
  workScoreEvents: workScoreNotices,
  trainingEvents: trainingNotices,
  webhookEndpointEvents: webhookEndpointNotices,
};
