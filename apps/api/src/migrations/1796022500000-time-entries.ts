import { ForwardMigration, tenantTable } from '#platform/database';

/** Worked time of lines by the hour. No assistant has two entries at a time, whomever she works for; a timer has no end yet. */
export class TimeEntries1796022500000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.time_entry (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        engagement_id uuid NOT NULL REFERENCES api.engagement,
        business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        assistant_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('running', 'recorded', 'returned', 'accepted', 'discarded')),
        line_id text NOT NULL,
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        counted_minutes integer NOT NULL,
        silence_accepts_at timestamptz,
        invoice_id uuid,
        state jsonb NOT NULL,
        CHECK (ended_at >= started_at),
        CHECK (counted_minutes >= 0),
        CHECK ((status IN ('running', 'discarded')) = (ended_at IS NULL)),
        CHECK ((status = 'recorded') = (silence_accepts_at IS NOT NULL)),
        CHECK (invoice_id IS NULL OR status = 'accepted'),
        CONSTRAINT time_entry_overlap EXCLUDE USING gist
          (assistant_id WITH =, tstzrange(started_at, ended_at) WITH &&) WHERE (status <> 'discarded')
      );
      CREATE INDEX time_entry_engagement ON api.time_entry (engagement_id, started_at, id);
      CREATE INDEX time_entry_business ON api.time_entry (business_id, started_at, id);
      CREATE INDEX time_entry_agency ON api.time_entry (agency_id, started_at, id);
      CREATE INDEX time_entry_silent ON api.time_entry (silence_accepts_at) WHERE status = 'recorded'`,
    ...tenantTable('api', 'time_entry', ['agency_id', 'business_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
