import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * Suggestions as a step of their own: what a business asks of an agency about a need, a row for each agency, so that none sees what
 * another one is asked or answers; and what came of each suggestion that is part of an agreement.
 */
export class Suggestions1796046000000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.suggestion_request (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        need_id uuid NOT NULL REFERENCES api.need,
        business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('answered', 'asked', 'declined', 'withdrawn')),
        state jsonb NOT NULL
      );
      CREATE UNIQUE INDEX suggestion_request_asked ON api.suggestion_request (need_id, agency_id) WHERE status = 'asked';
      CREATE INDEX suggestion_request_need ON api.suggestion_request (need_id, agency_id, id);
      CREATE INDEX suggestion_request_agency ON api.suggestion_request (agency_id, id);
      CREATE INDEX suggestion_request_business ON api.suggestion_request (business_id, id);
      CREATE TABLE api.suggestion_effect (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        engagement_id uuid NOT NULL REFERENCES api.engagement,
        suggestion_id text NOT NULL,
        business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        assistant_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('due', 'measured', 'running')),
        due_at timestamptz NOT NULL,
        verdict text CHECK (verdict IN ('reached', 'improved', 'not-improved')),
        state jsonb NOT NULL,
        UNIQUE (engagement_id, suggestion_id),
        CHECK ((status = 'measured') = (verdict IS NOT NULL))
      );
      CREATE INDEX suggestion_effect_due ON api.suggestion_effect (due_at, id) WHERE status = 'running';
      CREATE INDEX suggestion_effect_agency ON api.suggestion_effect (agency_id, id)`,
    ...tenantTable('api', 'suggestion_request', ['agency_id', 'business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'suggestion_effect', ['agency_id', 'business_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
