import { ForwardMigration, tenantTable } from '#platform/database';

/** Training on working at home, one for each assistant, and when a clearance's end was last reminded of. */
export class Training1796025000000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.training (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        assistant_id uuid NOT NULL UNIQUE REFERENCES api.assistant,
        agency_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('assigned', 'done')),
        jurisdiction text NOT NULL,
        course_version integer NOT NULL,
        state jsonb NOT NULL
      );
      CREATE INDEX training_agency ON api.training (agency_id, id);
      CREATE INDEX training_course ON api.training (jurisdiction, course_version);
      ALTER TABLE api.clearance ADD COLUMN reminded_days integer CHECK (reminded_days IN (30, 7));
      COMMENT ON COLUMN api.clearance.reminded_days IS 'How many days before its end the last reminder was sent';
      CREATE INDEX clearance_granted_until ON api.clearance (valid_until, id) WHERE status = 'granted'`,
    ...tenantTable('api', 'training', ['agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
