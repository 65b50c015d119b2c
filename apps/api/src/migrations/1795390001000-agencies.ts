import { tenantTable } from '#platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agencies: each sees itself; administrators see all. */
export class Agencies1795390001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api.agency (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        name text NOT NULL,
        country_code char(2) NOT NULL,
        vat_id text,
        contact_email text NOT NULL,
        status text NOT NULL CHECK (status IN ('registered', 'verified', 'suspended')),
        registered_at timestamptz NOT NULL,
        status_since timestamptz,
        suspension_reason text
      )`);
    for (const statement of tenantTable('api', 'agency', ['id'], ['SELECT', 'INSERT', 'UPDATE'])) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
