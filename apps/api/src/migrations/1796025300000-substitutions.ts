import { ForwardMigration, tenantTable } from '#platform/database';

/** Substitutes for assistants who can't. For an engagement one is taken at a time, until whoever couldn't is back. */
export class Substitutions1796025300000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.substitution (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        engagement_id uuid NOT NULL REFERENCES api.engagement,
        business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        assistant_id uuid NOT NULL,
        substitute_id uuid NOT NULL,
        status text NOT NULL
          CHECK (status IN ('proposed', 'consented', 'started', 'ended', 'declined', 'withdrawn')),
        temporary boolean NOT NULL,
        state jsonb NOT NULL,
        CHECK (assistant_id <> substitute_id)
      );
      CREATE UNIQUE INDEX substitution_taken ON api.substitution (engagement_id)
        WHERE status = 'consented' OR (status = 'started' AND temporary);
      CREATE INDEX substitution_engagement ON api.substitution (engagement_id, id);
      CREATE INDEX substitution_business ON api.substitution (business_id, id);
      CREATE INDEX substitution_agency ON api.substitution (agency_id, id)`,
    ...tenantTable('api', 'substitution', ['business_id', 'agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
