import { ForwardMigration, tenantTable } from '#platform/database';

/** Agencies: each sees itself; administrators see all. */
export class Agencies1795390001000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.agency (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        name text NOT NULL,
        country_code char(2) NOT NULL,
        vat_id text,
        contact_email text NOT NULL,
        status text NOT NULL CHECK (status IN ('registered', 'verified', 'suspended')),
        registered_at timestamptz NOT NULL,
        status_since timestamptz,
        suspension_reason text
      )`,
    ...tenantTable('api', 'agency', ['id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
