import { ForwardMigration, tenantTable } from '#platform/database';

/** What is kept for each booking of an agreement that is paid ahead, or counts against the limit of one on account. */
export class BookedFunds1796043320000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.booked_funds (
        booking_id uuid PRIMARY KEY REFERENCES api.booking,
        engagement_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        business_id uuid NOT NULL,
        terms jsonb NOT NULL,
        currency char(3) NOT NULL,
        rate_minor bigint NOT NULL CHECK (rate_minor >= 0),
        commission_bps integer NOT NULL,
        tax_bps integer NOT NULL,
        held_minor bigint NOT NULL DEFAULT 0 CHECK (held_minor >= 0),
        charged_minor bigint NOT NULL DEFAULT 0 CHECK (charged_minor >= 0)
      );
      CREATE INDEX booked_funds_engagement ON api.booked_funds (engagement_id, booking_id) WHERE held_minor > 0;
      CREATE INDEX booked_funds_held ON api.booked_funds (booking_id) WHERE held_minor > 0`,
    ...tenantTable('api', 'booked_funds', ['agency_id', 'business_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
