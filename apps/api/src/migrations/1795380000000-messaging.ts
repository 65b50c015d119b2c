import { idempotencyTable } from '#platform/http';
import { messagingTables } from '#platform/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every write needs: outbox, journal, inbox, dead letters, and the answers of requests that are sent again. */
export class Messaging1795380000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...messagingTables('api'), ...idempotencyTable('api')]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
