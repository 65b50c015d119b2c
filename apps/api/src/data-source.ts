import { type MigrationSettings, runMigrations } from '#platform/database';
import { AgencyRow } from './agencies/agency.row.js';
import { AgreementRow } from './agreements/agreement.row.js';
import { AssistantRow } from './assistants/assistant.row.js';
import { BookingRow } from './bookings/booking.row.js';
import { BusinessRow } from './businesses/business.row.js';
import { CatalogueEntryRow } from './catalogue/catalogue-entry.row.js';
import { ClearanceRow } from './clearances/clearance.row.js';
import { InvoiceRow } from './invoices/invoice.row.js';
import { Messaging1795380000000 } from './migrations/1795380000000-messaging.js';
import { Identity1795390000000 } from './migrations/1795390000000-identity.js';
import { Agencies1795390001000 } from './migrations/1795390001000-agencies.js';
import { Businesses1795390002000 } from './migrations/1795390002000-businesses.js';
import { Assistants1795390110000 } from './migrations/1795390110000-assistants.js';
import { Clearances1795390111000 } from './migrations/1795390111000-clearances.js';
import { DutySuggestions1795390120000 } from './migrations/1795390120000-duty-suggestions.js';
import { Needs1795390121000 } from './migrations/1795390121000-needs.js';
import { Agreements1795390130000 } from './migrations/1795390130000-agreements.js';
import { Bookings1795390140000 } from './migrations/1795390140000-bookings.js';
import { Engagements1795390150000 } from './migrations/1795390150000-engagements.js';
import { Invoices1795390151000 } from './migrations/1795390151000-invoices.js';
import { Reviews1795390152000 } from './migrations/1795390152000-reviews.js';
import { KnownDeadLetters1795390160000 } from './migrations/1795390160000-known-dead-letters.js';
import { ImportedCatalogues1795390170000 } from './migrations/1795390170000-imported-catalogues.js';
import { AssignmentPlans1795390180000 } from './migrations/1795390180000-assignment-plans.js';
import { NeedRow } from './needs/need.row.js';
import { ProposalRow } from './proposals/proposal.row.js';
import { ReviewRow } from './reviews/review.row.js';
import { DutyRunRow } from './work-records/duty-run.row.js';
import { EngagementRow } from './work-records/engagement.row.js';

/** Oldest first; a migration that has run somewhere never changes. */
const migrations = [
  Messaging1795380000000,
  Identity1795390000000,
  Agencies1795390001000,
  Businesses1795390002000,
  Assistants1795390110000,
  Clearances1795390111000,
  DutySuggestions1795390120000,
  Needs1795390121000,
  Agreements1795390130000,
  Bookings1795390140000,
  Engagements1795390150000,
  Invoices1795390151000,
  Reviews1795390152000,
  KnownDeadLetters1795390160000,
  ImportedCatalogues1795390170000,
  AssignmentPlans1795390180000,
];

export const apiRows = [
  AgencyRow,
  AgreementRow,
  AssistantRow,
  BookingRow,
  BusinessRow,
  CatalogueEntryRow,
  ClearanceRow,
  DutyRunRow,
  EngagementRow,
  InvoiceRow,
  NeedRow,
  ProposalRow,
  ReviewRow,
];

/** Brings the schema `api` up to date, as its owner. Returns the names of the migrations that ran. */
export const migrateApi = (urls: Pick<MigrationSettings, 'ownerUrl' | 'appUrl'>): Promise<string[]> =>
  runMigrations({ schema: 'api', migrations, ...urls });
