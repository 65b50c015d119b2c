import { ForwardMigration, tenantTable } from '#platform/database';

/** Businesses: each sees itself; administrators see all. */
export class Businesses1795390002000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.business (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        name text NOT NULL,
        country_code char(2) NOT NULL,
        vat_id text,
        sector text NOT NULL,
        time_zone text NOT NULL,
        contact_email text NOT NULL,
        registered_at timestamptz NOT NULL
      )`,
    ...tenantTable('api', 'business', ['id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
