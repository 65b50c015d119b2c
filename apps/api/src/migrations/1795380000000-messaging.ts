import { ForwardMigration } from '#platform/database';
import { idempotencyTable } from '#platform/http';
import { messagingTables } from '#platform/messaging';

/** What every write needs: outbox, journal, inbox, dead letters, and the answers of requests that are sent again. */
export class Messaging1795380000000 extends ForwardMigration {
  readonly statements = [...messagingTables('api'), ...idempotencyTable('api')];
}
