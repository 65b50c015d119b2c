import { ForwardMigration } from '#platform/database';
import { messagingTables } from '#platform/messaging';

/** Outbox, journal, cursors, inbox and dead letters. */
export class Messaging1795391000000 extends ForwardMigration {
  readonly statements = [...messagingTables('matcher')];
}
