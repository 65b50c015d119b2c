import { ForwardMigration, tenantTable } from '#platform/database';

/** Invoices, which never change, and each agency's last number. */
export class Invoices1795390151000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.invoice_counter (
        agency_id uuid PRIMARY KEY REFERENCES api.agency,
        last_number integer NOT NULL CHECK (last_number > 0)
      );
      CREATE TABLE api.invoice (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        engagement_id uuid NOT NULL REFERENCES api.engagement,
        agency_id uuid NOT NULL,
        business_id uuid NOT NULL,
        number text NOT NULL,
        state jsonb NOT NULL,
        UNIQUE (agency_id, number)
      );
      CREATE INDEX invoice_agency ON api.invoice (agency_id, id);
      CREATE INDEX invoice_business ON api.invoice (business_id, id);
      CREATE INDEX invoice_engagement ON api.invoice (engagement_id);
      ALTER TABLE api.duty_run ADD FOREIGN KEY (invoice_id) REFERENCES api.invoice`,
    ...tenantTable('api', 'invoice_counter', ['agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'invoice', ['agency_id', 'business_id'], ['SELECT', 'INSERT']),
  ];
}
