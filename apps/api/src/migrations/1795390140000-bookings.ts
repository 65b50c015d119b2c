import { ForwardMigration, sharedTable, tenantTable } from '#platform/database';

/**
 * Bookings, and the taken time of assistants slot by slot. The exclusion constraint is what makes double booking
 * impossible; whether a hold has lapsed can't be part of it, because constraints know no clock, so whoever books deletes
 * lapsed slots first.
 */
export class Bookings1795390140000 extends ForwardMigration {
  readonly statements = [
    `CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public`,
    `CREATE TABLE api.booking (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        agreement_id uuid NOT NULL,
        business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        assistant_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('held', 'confirmed', 'cancelled', 'expired', 'released')),
        hold_expires_at timestamptz,
        state jsonb NOT NULL,
        CHECK ((status = 'held') = (hold_expires_at IS NOT NULL))
      );
      CREATE INDEX booking_business ON api.booking (business_id, id);
      CREATE INDEX booking_agency ON api.booking (agency_id, id);
      CREATE INDEX booking_agreement ON api.booking (agreement_id);
      CREATE INDEX booking_held ON api.booking (hold_expires_at) WHERE status = 'held';
      CREATE TABLE api.booking_slot (
        booking_id uuid NOT NULL REFERENCES api.booking DEFERRABLE INITIALLY DEFERRED,
        assistant_id uuid NOT NULL,
        period tstzrange NOT NULL CHECK (NOT isempty(period)),
        hold_expires_at timestamptz,
        CONSTRAINT booking_slot_no_overlap EXCLUDE USING gist (assistant_id WITH =, period WITH &&)
      );
      CREATE INDEX booking_slot_booking ON api.booking_slot (booking_id);`,
    ...tenantTable('api', 'booking', ['business_id', 'agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...sharedTable('api', 'booking_slot'),
    'ALTER TABLE api.booking_slot ENABLE ROW LEVEL SECURITY',
    `CREATE POLICY booking_slot_marketplace ON api.booking_slot
         USING (current_setting('ajudant.scope', true) = 'marketplace')`,
  ];
}
