import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * Needs, and their shortlists as the matcher prepared them. Both belong to the business; agencies read posted needs
 * through the marketplace's scope, without what tells whose they are.
 */
export class Needs1795390121000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.need (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        business_id uuid NOT NULL REFERENCES api.business,
        status text NOT NULL CHECK (status IN ('draft', 'posted', 'closed')),
        details jsonb NOT NULL,
        open_to_proposals boolean NOT NULL,
        invited_agency_ids uuid[] NOT NULL,
        excluded_agency_ids uuid[] NOT NULL,
        drafted_at timestamptz NOT NULL,
        posted_at timestamptz,
        closed_at timestamptz,
        close_reason text CHECK (close_reason IN ('fulfilled', 'withdrawn', 'lapsed'))
      );
      CREATE INDEX need_business ON api.need (business_id, id);
      CREATE INDEX need_open ON api.need (id) WHERE status = 'posted' AND open_to_proposals;
      CREATE INDEX need_invited ON api.need USING gin (invited_agency_ids) WHERE status = 'posted';
      CREATE TABLE api.shortlist (
        need_id uuid PRIMARY KEY REFERENCES api.need,
        business_id uuid NOT NULL,
        awaited_need_version integer NOT NULL,
        awaited_request_id uuid,
        version integer,
        need_version integer,
        request_id uuid,
        content jsonb,
        prepared_at timestamptz
      );`,
    ...['need', 'shortlist'].flatMap((table) =>
      tenantTable('api', table, ['business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ),
  ];
}
