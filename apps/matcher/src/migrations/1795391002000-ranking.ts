import { sharedTable } from '#platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many shortlists each need has had, which gives the next one its version, and for which version of the need. */
export class Ranking1795391002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE matcher.shortlist (
        need_id uuid PRIMARY KEY,
        version integer NOT NULL,
        need_version integer NOT NULL
      )`);
    for (const statement of sharedTable('matcher', 'shortlist', ['SELECT', 'INSERT', 'UPDATE'])) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
