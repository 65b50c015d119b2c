import { sharedTable } from '#platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Needs that wait for somebody, so that scarce hours can be given out for all of them together. */
export class Assigning1795391006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE matcher.open_need (
        need_id uuid PRIMARY KEY,
        matching jsonb,
        posted_at timestamptz,
        over boolean NOT NULL DEFAULT false
      );
      CREATE INDEX open_need_waiting ON matcher.open_need (posted_at, need_id) WHERE NOT over;
    `);
    for (const statement of sharedTable('matcher', 'open_need', ['SELECT', 'INSERT', 'UPDATE'])) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
