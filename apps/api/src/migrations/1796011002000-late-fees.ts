import { ForwardMigration } from '#platform/database';

/**
 * Late fees are charged, so whoever issues an invoice looks for bookings of the agreement with fees that no invoice has yet:
 * row-level security lets no condition on what is inside of JSON into an index. Bookings that were called off late before
 * this are marked, too; what they cost was agreed then.
 */
export class LateFees1796011002000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.booking ADD COLUMN late_fee_due boolean NOT NULL DEFAULT false;
      UPDATE api.booking SET late_fee_due = true
       WHERE status = 'cancelled' AND (state #>> '{lateFee,amountMinor}')::bigint > 0;
      CREATE INDEX booking_late_fee ON api.booking (agreement_id) WHERE late_fee_due`,
  ];
}
