import { ForwardMigration, tenantTable } from '#platform/database';

/** What the marketplace takes of an agency's agreements, in tiers, from which day on. */
export class Commission1796043330000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.commission_schedule (
        agency_id uuid NOT NULL REFERENCES api.agency,
        currency char(3) NOT NULL,
        effective_on date NOT NULL,
        tiers jsonb NOT NULL,
        decided_at timestamptz NOT NULL,
        decided_by uuid,
        PRIMARY KEY (agency_id, currency, effective_on)
      )`,
    ...tenantTable('api', 'commission_schedule', ['agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
