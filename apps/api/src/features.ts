import { absences } from './absences/index.js';
import { accessGrants } from './access-grants/index.js';
import { administration } from './administration/index.js';
import { agencies } from './agencies/index.js';
import { agreementDocuments } from './agreement-documents/index.js';
import { agreements } from './agreements/index.js';
import { assignmentPlans } from './assignment-plans/index.js';
import { assistants } from './assistants/index.js';
import { bookedFunds } from './booked-funds/index.js';
import { bookings } from './bookings/index.js';
import { businesses } from './businesses/index.js';
import { cardPayments } from './card-payments/index.js';
import { catalogue } from './catalogue/index.js';
import { channelSwitches } from './channel-switches/index.js';
import { clearances } from './clearances/index.js';
import { commission } from './commission/index.js';
import { moneyReports } from './money-reports/index.js';
import { conversation } from './conversation/index.js';
import { disputes } from './disputes/index.js';
import { dataExports } from './data-exports/index.js';
import { dunning } from './dunning/index.js';
import { dutySuggestions } from './duty-suggestions/index.js';
import { engagements } from './engagements/index.js';
import { erasures } from './erasures/index.js';
import { eventsFeed } from './events-feed/index.js';
import type { Feature } from './feature.js';
import { files } from './files/index.js';
import { hourPacks } from './hour-packs/index.js';
import { identity } from './identity/index.js';
import { invoices } from './invoices/index.js';
import { ledger } from './ledger/index.js';
import { mails } from './mails/index.js';
import { needs } from './needs/index.js';
import { notifications } from './notifications/index.js';
import { organisationClosing } from './organisation-closing/index.js';
import { outsideMessages } from './outside-messages/index.js';
import { payments } from './payments/index.js';
import { proposals } from './proposals/index.js';
import { recordImports } from './record-imports/index.js';
import { records } from './records/index.js';
import { refunds } from './refunds/index.js';
import { responseTime } from './response-time/index.js';
import { reviews } from './reviews/index.js';
import { substitutions } from './substitutions/index.js';
import { suspensionRefunds } from './suspension-refunds/index.js';
import { suggestionEffects } from './suggestion-effects/index.js';
import { suggestionRequests } from './suggestion-requests/index.js';
import { suggestions } from './suggestions/index.js';
import { today } from './today/index.js';
import { taxPacks } from './tax-packs/index.js';
import { training } from './training/index.js';
import { threadExports } from './thread-exports/index.js';
import { timeEntries } from './time-entries/index.js';
import { calendars } from './calendars/index.js';
import { mailboxes } from './mailboxes/index.js';
import { webhooks } from './webhooks/index.js';
import { wordsRetention } from './words-retention/index.js';
import { workScores } from './work-scores/index.js';
import { workRecords } from './work-records/index.js';

/** Everything that the api does: the application, its tables and its migrations come from this list. */
export const features: readonly Feature[] = [
  mails,
  identity,
  erasures,
  dataExports,
  agencies,
  businesses,
  commission,
  catalogue,
  files,
  assignmentPlans,
  assistants,
  dutySuggestions,
  needs,
  clearances,
  training,
  workRecords,
  bookings,
  bookedFunds,
  hourPacks,
  timeEntries,
  absences,
  accessGrants,
  substitutions,
  engagements,
  ledger,
  conversation,
  today,
  outsideMessages,
  channelSwitches,
  threadExports,
  invoices,
  dunning,
  payments,
  refunds,
  cardPayments,
  disputes,
  wordsRetention,
  suspensionRefunds,
  workScores,
  moneyReports,
  records,
  recordImports,
  taxPacks,
  reviews,
  responseTime,
  suggestions,
  suggestionRequests,
  suggestionEffects,
  proposals,
  agreements,
  agreementDocuments,
  notifications,
  eventsFeed,
  webhooks,
  organisationClosing,
  calendars,
  mailboxes,
  administration,
];
