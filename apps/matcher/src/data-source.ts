import { type MigrationSettings, runMigrations } from '#platform/database';
import { Messaging1795391000000 } from './migrations/1795391000000-messaging.js';
import { Supply1795391001000 } from './migrations/1795391001000-supply.js';
import { Ranking1795391002000 } from './migrations/1795391002000-ranking.js';
import { Suggesting1795391003000 } from './migrations/1795391003000-suggesting.js';
import { ImportedDuties1795391005000 } from './migrations/1795391005000-imported-duties.js';
import { Assigning1795391006000 } from './migrations/1795391006000-assigning.js';
import { BusyTime1795391010000 } from './migrations/1795391010000-busy-time.js';
import { JournalVerification1795391020000 } from './migrations/1795391020000-journal-verification.js';
import { ReferenceRates1796009100000 } from './migrations/1796009100000-reference-rates.js';
import { ForcedSecurity1796008541000 } from './migrations/1796008541000-forced-security.js';
import { DiscardedDeadLetters1796008244000 } from './migrations/1796008244000-discarded-dead-letters.js';
import { ClosedAgencies1796046401000 } from './migrations/1796046401000-closed-agencies.js';
import { ForgottenCorrections1796011208000 } from './migrations/1796011208000-forgotten-corrections.js';
import { MovedBookings1796011006000 } from './migrations/1796011006000-moved-bookings.js';
import { SuggestionRecords1796046100000 } from './migrations/1796046100000-suggestion-records.js';
import { WorkOfAssistants1796060041001 } from './migrations/1796060041001-work-of-assistants.js';
import { TimeElsewhere1796046101000 } from './migrations/1796046101000-time-elsewhere.js';

/** Oldest first; a migration that has run somewhere never changes. */
const migrations = [
  Messaging1795391000000,
  Supply1795391001000,
  Ranking1795391002000,
  Suggesting1795391003000,
  ImportedDuties1795391005000,
  Assigning1795391006000,
  BusyTime1795391010000,
  JournalVerification1795391020000,
  ForcedSecurity1796008541000,
  DiscardedDeadLetters1796008244000,
  ReferenceRates1796009100000,
  ForgottenCorrections1796011208000,
  ClosedAgencies1796046401000,
  MovedBookings1796011006000,
  SuggestionRecords1796046100000,
  TimeElsewhere1796046101000,
  WorkOfAssistants1796060041001,
];

/** Brings the schema `matcher` up to date, as its owner. Returns the names of the migrations that ran. */
export const migrateMatcher = (urls: Pick<MigrationSettings, 'ownerUrl' | 'appUrl'>): Promise<string[]> =>
  runMigrations({ schema: 'matcher', migrations, ...urls });
