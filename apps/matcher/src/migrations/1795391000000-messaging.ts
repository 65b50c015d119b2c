import { messagingTables } from '#platform/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outbox, journal, cursors, inbox and dead letters. */
export class Messaging1795391000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of messagingTables('matcher')) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
