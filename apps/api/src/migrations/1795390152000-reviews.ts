import { tenantTable } from '#platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each side said of the other, once. */
export class Reviews1795390152000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api.review (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        engagement_id uuid NOT NULL REFERENCES api.engagement,
        side text NOT NULL CHECK (side IN ('agency', 'business')),
        agency_id uuid NOT NULL,
        business_id uuid NOT NULL,
        state jsonb NOT NULL,
        UNIQUE (engagement_id, side)
      );
      CREATE INDEX review_agency ON api.review (agency_id, id);
      CREATE INDEX review_business ON api.review (business_id, id)`);
    for (const statement of tenantTable('api', 'review', ['agency_id', 'business_id'], ['SELECT', 'INSERT'])) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
