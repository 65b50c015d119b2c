import { ForwardMigration, sharedTable } from '#platform/database';

/** Corrections hold people's words, and are forgotten in time. */
export class ForgottenCorrections1796011208000 extends ForwardMigration {
  readonly statements = sharedTable('matcher', 'correction', ['DELETE']);
}
