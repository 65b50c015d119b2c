import { ForwardMigration, tenantTable } from '#platform/database';

/** Proposals and agreements: both sides see them, and nobody else. */
export class Agreements1795390130000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.proposal (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        need_id uuid NOT NULL,
        need_version integer NOT NULL,
        business_id uuid NOT NULL REFERENCES api.business,
        agency_id uuid NOT NULL REFERENCES api.agency,
        assistant_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('open', 'accepted', 'declined', 'withdrawn')),
        lines jsonb NOT NULL,
        suggestions jsonb NOT NULL,
        adopted_suggestion_ids text[] NOT NULL,
        message text NOT NULL,
        made_at timestamptz NOT NULL,
        decided_at timestamptz,
        decline_reason text,
        CHECK ((status = 'open') = (decided_at IS NULL))
      );
      CREATE INDEX proposal_business ON api.proposal (business_id, need_id, id);
      CREATE INDEX proposal_agency ON api.proposal (agency_id, need_id, id);
      CREATE TABLE api.agreement (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        need_id uuid NOT NULL,
        proposal_id uuid UNIQUE REFERENCES api.proposal,
        business_id uuid NOT NULL REFERENCES api.business,
        agency_id uuid NOT NULL REFERENCES api.agency,
        assistant_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('drafting', 'accepted', 'changing', 'withdrawn')),
        in_force_number integer,
        accepted_at timestamptz,
        withdrawn_at timestamptz,
        engagement_ended_at timestamptz,
        versions jsonb NOT NULL,
        CHECK ((status IN ('accepted', 'changing')) = (in_force_number IS NOT NULL AND accepted_at IS NOT NULL)),
        CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL))
      );
      COMMENT ON COLUMN api.agreement.engagement_ended_at IS 'Told by the engagement; nothing changes after it';
      CREATE INDEX agreement_business ON api.agreement (business_id, id);
      CREATE INDEX agreement_agency ON api.agreement (agency_id, id);
      CREATE INDEX agreement_need ON api.agreement (need_id)`,
    ...['proposal', 'agreement'].flatMap((table) =>
      tenantTable('api', table, ['agency_id', 'business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ),
  ];
}
