import { tenantTable } from '#platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Businesses: each sees itself; administrators see all. */
export class Businesses1795390002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api.business (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        name text NOT NULL,
        country_code char(2) NOT NULL,
        vat_id text,
        sector text NOT NULL,
        time_zone text NOT NULL,
        contact_email text NOT NULL,
        registered_at timestamptz NOT NULL
      )`);
    for (const statement of tenantTable('api', 'business', ['id'], ['SELECT', 'INSERT', 'UPDATE'])) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
