import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * Records of businesses: entries with what they say, by what the books are kept, and which months are closed. An agency sees the
 * entries that it filed; the books are the business's alone.
 */
export class Records1796041000000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.record_books (
        business_id uuid PRIMARY KEY REFERENCES api.business,
        version integer NOT NULL,
        chart text NOT NULL,
        fiscal_year_starts_on text NOT NULL CHECK (fiscal_year_starts_on ~ '^[0-9]{2}-[0-9]{2}$')
      );
      CREATE TABLE api.record (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        business_id uuid NOT NULL REFERENCES api.business,
        agency_id uuid,
        engagement_id uuid REFERENCES api.engagement,
        assistant_id uuid,
        status text NOT NULL CHECK (status IN ('filed', 'returned', 'reviewed', 'withdrawn')),
        kind text NOT NULL CHECK (kind IN ('income', 'expense', 'mileage', 'bank-line')),
        dated_on date NOT NULL,
        duplicate_key text,
        content jsonb NOT NULL,
        return_reason text,
        filed_at timestamptz NOT NULL,
        CHECK ((agency_id IS NULL) = (engagement_id IS NULL)),
        CHECK ((status = 'returned') = (return_reason IS NOT NULL))
      );
      COMMENT ON COLUMN api.record.duplicate_key IS 'Counterpart, number and total, of what has all three; or what the bank calls its line';
      CREATE INDEX record_dated ON api.record (business_id, dated_on, id);
      CREATE INDEX record_agency ON api.record (agency_id, dated_on, id) WHERE agency_id IS NOT NULL;
      CREATE INDEX record_duplicate ON api.record (business_id, duplicate_key) WHERE status <> 'withdrawn';
      CREATE TABLE api.record_month (
        business_id uuid NOT NULL REFERENCES api.business,
        month text NOT NULL CHECK (month ~ '^[0-9]{4}-[0-9]{2}$'),
        closed_at timestamptz NOT NULL,
        closed_by uuid,
        checklist jsonb NOT NULL,
        PRIMARY KEY (business_id, month)
      );
      COMMENT ON COLUMN api.record_month.checklist IS 'What was missing of each kind when it was closed'`,
    ...tenantTable('api', 'record_books', ['business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'record', ['agency_id', 'business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'record_month', ['business_id'], ['SELECT', 'INSERT']),
  ];
}
