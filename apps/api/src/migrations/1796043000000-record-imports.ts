import { ForwardMigration, tenantTable } from '#platform/database';

/** What each source of lines calls its columns, and rules by which entries get their category. */
export class RecordImports1796043000000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.record_source (
        business_id uuid NOT NULL REFERENCES api.business,
        name text NOT NULL,
        mapping jsonb NOT NULL,
        PRIMARY KEY (business_id, name)
      );
      CREATE TABLE api.record_rule (
        id uuid PRIMARY KEY,
        business_id uuid NOT NULL REFERENCES api.business,
        kind text NOT NULL CHECK (kind IN ('income', 'expense', 'mileage', 'bank-line')),
        contains text NOT NULL,
        category text NOT NULL,
        made_at timestamptz NOT NULL
      );
      CREATE INDEX record_rule_business ON api.record_rule (business_id, id)`,
    ...tenantTable('api', 'record_source', ['business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'record_rule', ['business_id'], ['SELECT', 'INSERT', 'DELETE']),
  ];
}
