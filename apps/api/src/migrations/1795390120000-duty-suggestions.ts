import { tenantTable } from '#platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Plain words that were asked about, and what the matcher made of them. They belong to the organisation that asked.
 * `asked_for` keeps a need from asking about the same words twice.
 */
export class DutySuggestions1795390120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api.duty_suggestion (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        organisation_id uuid NOT NULL,
        asked_for text UNIQUE,
        text text NOT NULL,
        language text CHECK (language IN ('en', 'es', 'ca')),
        asked_at timestamptz NOT NULL,
        suggested jsonb,
        suggested_at timestamptz,
        corrected_duty_codes text[],
        corrected_at timestamptz
      )`);
    for (const statement of tenantTable(
      'api',
      'duty_suggestion',
      ['organisation_id'],
      ['SELECT', 'INSERT', 'UPDATE'],
    )) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
