import { ForwardMigration } from '#platform/database';
import { journalVerificationTable } from '#platform/messaging';

/** Services verify their journals by themselves: they share when that was done last, and what was found. */
export class JournalVerification1795391020000 extends ForwardMigration {
  readonly statements = journalVerificationTable('matcher');
}
