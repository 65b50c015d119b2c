// Written by the build out of the files beside it.
import { absenceErrors } from './absence.errors.js';
import { accessGrantErrors } from './access-grant.errors.js';
import { agencyErrors } from './agency.errors.js';
import { agreementErrors } from './agreement.errors.js';
import { assignmentPlanErrors } from './assignment-plan.errors.js';
import { assistantErrors } from './assistant.errors.js';
import { bookingErrors } from './booking.errors.js';
import { businessErrors } from './business.errors.js';
import { calendarErrors } from './calendar.errors.js';
import { cardPaymentErrors } from './card-payment.errors.js';
import { catalogueErrors } from './catalogue.errors.js';
import { clearanceErrors } from './clearance.errors.js';
import { commissionErrors } from './commission.errors.js';
import { conversationErrors } from './conversation.errors.js';
import { dataExportErrors } from './data-export.errors.js';
import { deadLetterErrors } from './dead-letter.errors.js';
import { disputeErrors } from './dispute.errors.js';
import { dutyRunErrors } from './duty-run.errors.js';
import { dutySuggestionErrors } from './duty-suggestion.errors.js';
import { engagementErrors } from './engagement.errors.js';
import { erasureErrors } from './erasure.errors.js';
import { eventErrors } from './event.errors.js';
import { fileErrors } from './file.errors.js';
import { holidaysErrors } from './holidays.errors.js';
import { hourPackErrors } from './hour-pack.errors.js';
import { identityErrors } from './identity.errors.js';
import { invoiceErrors } from './invoice.errors.js';
import { mailboxErrors } from './mailbox.errors.js';
import { moneyErrors } from './money.errors.js';
import { needErrors } from './need.errors.js';
import { notificationErrors } from './notification.errors.js';
import { organisationErrors } from './organisation.errors.js';
import { paymentErrors } from './payment.errors.js';
import { platformErrors } from './platform.errors.js';
import { proposalErrors } from './proposal.errors.js';
import { quoteErrors } from './quote.errors.js';
import { recordImportErrors } from './record-import.errors.js';
import { recordYearErrors } from './record-year.errors.js';
import { recordErrors } from './record.errors.js';
import { responseTimeErrors } from './response-time.errors.js';
import { reviewErrors } from './review.errors.js';
import { rosterErrors } from './roster.errors.js';
import { substitutionErrors } from './substitution.errors.js';
import { suggestionErrors } from './suggestion.errors.js';
import { taxPackErrors } from './tax-pack.errors.js';
import { timeEntryErrors } from './time-entry.errors.js';
import { timeErrors } from './time.errors.js';
import { trainingErrors } from './training.errors.js';
import { webhookErrors } from './webhook.errors.js';
import type { ErrorEntry } from './error-table.js';

/** Every stable error code with its HTTP status; a code that is missing here is a programmer's error. */
export const errorCatalogue: Readonly<Record<string, ErrorEntry>> = {
  ...absenceErrors,
  ...accessGrantErrors,
  ...agencyErrors,
  ...agreementErrors,
  ...assignmentPlanErrors,
  ...assistantErrors,
  ...bookingErrors,
  ...businessErrors,
  ...calendarErrors,
  ...cardPaymentErrors,
  ...catalogueErrors,
  ...clearanceErrors,
  ...commissionErrors,
  ...conversationErrors,
  ...dataExportErrors,
  ...deadLetterErrors,
  ...disputeErrors,
  ...dutyRunErrors,
  ...dutySuggestionErrors,
  ...engagementErrors,
  ...erasureErrors,
  ...eventErrors,
  ...fileErrors,
  ...holidaysErrors,
  ...hourPackErrors,
  ...identityErrors,
  ...invoiceErrors,
  ...mailboxErrors,
  ...moneyErrors,
  ...needErrors,
  ...notificationErrors,
  ...organisationErrors,
  ...paymentErrors,
  ...platformErrors,
  ...proposalErrors,
  ...quoteErrors,
  ...recordImportErrors,
  ...recordYearErrors,
  ...recordErrors,
  ...responseTimeErrors,
  ...reviewErrors,
  ...rosterErrors,
  ...substitutionErrors,
  ...suggestionErrors,
  ...taxPackErrors,
  ...timeEntryErrors,
  ...timeErrors,
  ...trainingErrors,
  ...webhookErrors,
};
