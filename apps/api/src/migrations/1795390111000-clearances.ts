import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * Safety clearances of workplaces at home. An assistant has one that is granted at most, and one that waits for an
 * assessor at most, so that it can be renewed before it ends.
 */
export class Clearances1795390111000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.clearance (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        assistant_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('requested', 'granted', 'voided')),
        jurisdiction text NOT NULL,
        template_version integer NOT NULL,
        answers jsonb NOT NULL,
        training_completed_on date,
        evidence_sha256 text,
        open_actions jsonb NOT NULL,
        requested_at timestamptz NOT NULL,
        assessor_user_id uuid,
        assessor_name text,
        granted_at timestamptz,
        valid_until timestamptz,
        voided_at timestamptz,
        void_reason text,
        FOREIGN KEY (assistant_id, agency_id) REFERENCES api.assistant (id, agency_id),
        CHECK (status <> 'granted' OR (assessor_user_id IS NOT NULL AND granted_at < valid_until))
      );
      CREATE INDEX clearance_assistant ON api.clearance (assistant_id, id);
      CREATE UNIQUE INDEX clearance_one_requested ON api.clearance (assistant_id) WHERE status = 'requested';
      CREATE UNIQUE INDEX clearance_one_granted ON api.clearance (assistant_id) WHERE status = 'granted';`,
    ...tenantTable('api', 'clearance', ['agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
