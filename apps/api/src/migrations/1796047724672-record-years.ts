import { ForwardMigration, roleOf, tenantTable } from '#platform/database';

/**
 * Books whose time is over: a row for each fiscal year that was announced to go, and the right to let rows go that nobody has to
 * keep. Until now no entry could be deleted at all.
 */
export class RecordYears1796047724672 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.record_year (
        business_id uuid NOT NULL REFERENCES api.business,
        year integer NOT NULL,
        version integer NOT NULL,
        from_on date NOT NULL,
        to_on date NOT NULL,
        goes_on date NOT NULL,
        announced_at timestamptz NOT NULL,
        kept_for text,
        removed_at timestamptz,
        removed jsonb,
        PRIMARY KEY (business_id, year),
        CHECK ((removed_at IS NULL) = (removed IS NULL))
      );
      COMMENT ON COLUMN api.record_year.removed IS 'How much of each kind went';
      CREATE INDEX record_year_to_go ON api.record_year (goes_on) WHERE removed_at IS NULL;
      GRANT DELETE ON api.record, api.record_month, api.tax_pack TO ${roleOf('api')}`,
    ...tenantTable('api', 'record_year', ['business_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
