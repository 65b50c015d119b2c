import { ForwardMigration, tenantTable } from '#platform/database';

/** Engagements, and the work of each period of each duty: both sides see them, and nobody else. */
export class Engagements1795390150000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.engagement (
        id uuid PRIMARY KEY REFERENCES api.agreement,
        version integer NOT NULL,
        business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        assistant_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('active', 'ended')),
        ends_on date,
        over_at timestamptz,
        state jsonb NOT NULL
      );
      COMMENT ON COLUMN api.engagement.over_at IS 'When the term in force is over; noted with ends_on from the agreement';
      CREATE INDEX engagement_business ON api.engagement (business_id, id);
      CREATE INDEX engagement_agency ON api.engagement (agency_id, id);
      CREATE INDEX engagement_over ON api.engagement (over_at) WHERE status = 'active';
      CREATE TABLE api.duty_run (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        engagement_id uuid NOT NULL REFERENCES api.engagement,
        business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        assistant_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('scheduled', 'done', 'returned', 'accepted', 'cancelled')),
        line_id text NOT NULL,
        period_number integer NOT NULL,
        starts_at timestamptz NOT NULL,
        silence_accepts_at timestamptz,
        invoice_id uuid,
        state jsonb NOT NULL,
        CHECK ((status = 'done') = (silence_accepts_at IS NOT NULL)),
        CHECK (invoice_id IS NULL OR status = 'accepted')
      );
      CREATE UNIQUE INDEX duty_run_period ON api.duty_run (engagement_id, line_id, period_number)
        WHERE status <> 'cancelled';
      CREATE INDEX duty_run_engagement ON api.duty_run (engagement_id, starts_at, id);
      CREATE INDEX duty_run_silent ON api.duty_run (silence_accepts_at) WHERE status = 'done';`,
    ...['engagement', 'duty_run'].flatMap((table) =>
      tenantTable('api', table, ['agency_id', 'business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ),
  ];
}
