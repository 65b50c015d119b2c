import { ForwardMigration, tenantTable } from '#platform/database';

const privileges = ['SELECT', 'INSERT', 'UPDATE'] as const;

/**
 * Proposals of who would do what, over all open needs. A plan as a whole is the marketplace's; each of its lines is seen by
 * the agency whose assistant it names.
 */
export class AssignmentPlans1795390180000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.assignment_plan (
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
      CREATE INDEX assignment_plan_line_agency ON api.assignment_plan_line (agency_id, plan_id DESC, need_id DESC);`,
    ...tenantTable('api', 'assignment_plan', 'ARRAY[]::uuid[]', privileges),
    ...tenantTable('api', 'assignment_plan_line', ['agency_id'], ['SELECT', 'INSERT']),
  ];
}
