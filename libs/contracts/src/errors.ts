import { agencyErrors } from './errors/agency.errors.js';
import { assignmentPlanErrors } from './errors/assignment-plan.errors.js';
import { assistantErrors } from './errors/assistant.errors.js';
import { bookingErrors } from './errors/booking.errors.js';
import { businessErrors } from './errors/business.errors.js';
import { catalogueErrors } from './errors/catalogue.errors.js';
import { clearanceErrors } from './errors/clearance.errors.js';
import { deadLetterErrors } from './errors/dead-letter.errors.js';
import { dutySuggestionErrors } from './errors/duty-suggestion.errors.js';
import { needErrors } from './errors/need.errors.js';
import { rosterErrors } from './errors/roster.errors.js';
import { timeErrors } from './errors/time.errors.js';
import type { ErrorEntry } from './errors/error-entry.js';
import { agreementErrors } from './errors/agreement.errors.js';
import { dutyRunErrors } from './errors/duty-run.errors.js';
import { engagementErrors } from './errors/engagement.errors.js';
import { invoiceErrors } from './errors/invoice.errors.js';
import { moneyErrors } from './errors/money.errors.js';
import { proposalErrors } from './errors/proposal.errors.js';
import { quoteErrors } from './errors/quote.errors.js';
import { reviewErrors } from './errors/review.errors.js';
import { identityErrors } from './errors/identity.errors.js';
import { platformErrors } from './errors/platform.errors.js';

export type { ErrorEntry } from './errors/error-entry.js';

/** Every stable error code with its HTTP status; a code that is missing here is a programmer's error. */
export const errorCatalogue: Readonly<Record<string, ErrorEntry>> = {
  ...platformErrors,
  ...agreementErrors,
  ...dutyRunErrors,
  ...engagementErrors,
  ...invoiceErrors,
  ...moneyErrors,
  ...proposalErrors,
  ...quoteErrors,
  ...reviewErrors,
  ...agencyErrors,
  ...assignmentPlanErrors,
  ...assistantErrors,
  ...bookingErrors,
  ...businessErrors,
  ...catalogueErrors,
  ...clearanceErrors,
  ...deadLetterErrors,
  ...dutySuggestionErrors,
  ...needErrors,
  ...rosterErrors,
  ...timeErrors,
  ...identityErrors,
};
