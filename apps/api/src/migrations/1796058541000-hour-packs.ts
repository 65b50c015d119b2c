import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * Hours that are paid ahead, a pack for each period of a line: no two of a line overlap, and no more is paid back than was bought. Entries say
 * whether they are taken from one, since those are never charged.
 */
export class HourPacks1796058541000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.hour_pack (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        engagement_id uuid NOT NULL REFERENCES api.engagement,
        business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        assistant_id uuid NOT NULL,
        line_id text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        minutes integer NOT NULL,
        refunded_minutes integer NOT NULL,
        invoice_id uuid REFERENCES api.invoice,
        state jsonb NOT NULL,
        CHECK (starts_at < ends_at),
        CHECK (minutes > 0),
        CHECK (refunded_minutes BETWEEN 0 AND minutes),
        CONSTRAINT hour_pack_overlap EXCLUDE USING gist
          (engagement_id WITH =, line_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
      );
      CREATE INDEX hour_pack_engagement ON api.hour_pack (engagement_id, starts_at, id);
      CREATE INDEX hour_pack_business ON api.hour_pack (business_id, id);
      CREATE INDEX hour_pack_agency ON api.hour_pack (agency_id, id);
      ALTER TABLE api.time_entry ADD COLUMN from_pack boolean NOT NULL DEFAULT false;
      CREATE INDEX time_entry_line ON api.time_entry (engagement_id, line_id, started_at);
      ALTER TABLE api.engagement_term ADD COLUMN packs_due_at timestamptz;
      COMMENT ON COLUMN api.engagement_term.packs_due_at IS 'When packs of hours are to be looked at next; worked out from the agreement';
      CREATE INDEX engagement_packs_due ON api.engagement_term (packs_due_at) WHERE packs_due_at IS NOT NULL`,
    ...tenantTable('api', 'hour_pack', ['agency_id', 'business_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
