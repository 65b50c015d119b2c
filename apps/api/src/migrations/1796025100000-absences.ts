import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * When assistants are away. It is the agency's, and shown to the businesses that it concerns; nobody is away twice at a time for the
 * same work.
 */
export class Absences1796025100000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.absence (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        agency_id uuid NOT NULL REFERENCES api.agency,
        assistant_id uuid NOT NULL REFERENCES api.assistant,
        agreement_id uuid REFERENCES api.agreement,
        business_ids uuid[] NOT NULL,
        status text NOT NULL CHECK (status IN ('reported', 'withdrawn')),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz,
        state jsonb NOT NULL,
        CHECK (ends_at > starts_at),
        CONSTRAINT absence_overlap EXCLUDE USING gist (
          assistant_id WITH =,
          coalesce(agreement_id, '00000000-0000-0000-0000-000000000000') WITH =,
          tstzrange(starts_at, ends_at) WITH &&) WHERE (status = 'reported')
      );
      CREATE INDEX absence_agency ON api.absence (agency_id, starts_at, id);
      CREATE INDEX absence_assistant ON api.absence (assistant_id, starts_at);
      CREATE INDEX absence_businesses ON api.absence USING gin (business_ids)`,
    ...tenantTable('api', 'absence', 'array_append(business_ids, agency_id)', ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
