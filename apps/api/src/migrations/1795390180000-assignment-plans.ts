import { tenantTable } from '#platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Proposals of who would do what, over all open needs. A plan as a whole is the marketplace's; each of its lines is seen by
 * the agency whose assistant it names.
 */
export class AssignmentPlans1795390180000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api.assignment_plan (
        id uuid PRIMARY KEY,
        asked_at timestamptz NOT NULL,
        content jsonb,
        prepared_at timestamptz,
        CHECK ((content IS NULL) = (prepared_at IS NULL))
      );
      CREATE TABLE api.assignment_plan_line (
        plan_id uuid NOT NULL REFERENCES api.assignment_plan,
        need_id uuid NOT NULL,
        assistant_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        score double precision NOT NULL CHECK (score BETWEEN 0 AND 1),
        prepared_at timestamptz NOT NULL,
        PRIMARY KEY (plan_id, need_id)
      );
      CREATE INDEX assignment_plan_line_agency ON api.assignment_plan_line (agency_id, plan_id DESC, need_id DESC);
    `);
    const privileges = ['SELECT', 'INSERT', 'UPDATE'] as const;
    const nobody = 'ARRAY[]::uuid[]';
    for (const statement of [
      ...tenantTable('api', 'assignment_plan', nobody, privileges),
      ...tenantTable('api', 'assignment_plan_line', ['agency_id'], ['SELECT', 'INSERT']),
    ]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
