import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * Records of invoices by Spain's rules on invoicing programs (Real Decreto 1007/2023, Orden HAC/1177/2024): a chain for each agency that
 * keeps them, of which nothing is changed or removed.
 */
export class BillingRecords1796048904242 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.agency_numbering ADD COLUMN keeps_billing_records boolean NOT NULL DEFAULT false;
      CREATE TABLE api.billing_record (
        agency_id uuid NOT NULL REFERENCES api.agency,
        position integer NOT NULL CHECK (position > 0),
        business_id uuid NOT NULL,
        document_id uuid NOT NULL UNIQUE,
        record jsonb NOT NULL,
        hash text NOT NULL CHECK (hash ~ '^[0-9A-F]{64}$'),
        previous_hash text,
        PRIMARY KEY (agency_id, position),
        CHECK ((position = 1) = (previous_hash IS NULL))
      )`,
    ...tenantTable('api', 'billing_record', ['agency_id', 'business_id'], ['SELECT', 'INSERT']),
  ];
}
