import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * Disputes about runs, time entries and invoices: one at a time about each. What is in dispute names it, so that neither silence nor an
 * invoice takes it meanwhile.
 */
export class Disputes1796046581000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.dispute (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        engagement_id uuid NOT NULL REFERENCES api.engagement,
        business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        assistant_id uuid NOT NULL,
        subject_kind text NOT NULL CHECK (subject_kind IN ('duty-run', 'time-entry', 'invoice')),
        subject_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('opened', 'answered', 'to-decide', 'settled', 'withdrawn')),
        answer_due_at timestamptz CHECK ((answer_due_at IS NOT NULL) = (status IN ('opened', 'answered'))),
        state jsonb NOT NULL
      );
      CREATE UNIQUE INDEX dispute_open ON api.dispute (subject_id) WHERE status IN ('opened', 'answered', 'to-decide');
      CREATE INDEX dispute_answer_due ON api.dispute (answer_due_at) WHERE answer_due_at IS NOT NULL;
      CREATE INDEX dispute_subject ON api.dispute (subject_id, id);
      CREATE INDEX dispute_engagement ON api.dispute (engagement_id, id);
      CREATE INDEX dispute_business ON api.dispute (business_id, id);
      CREATE INDEX dispute_agency ON api.dispute (agency_id, id);
      ALTER TABLE api.duty_run ADD COLUMN dispute_id uuid;
      ALTER TABLE api.time_entry ADD COLUMN dispute_id uuid`,
    ...tenantTable('api', 'dispute', ['business_id', 'agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
