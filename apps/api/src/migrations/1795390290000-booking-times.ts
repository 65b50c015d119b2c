import { ForwardMigration } from '#platform/database';

/**
 * What lists are searched and ordered by stands in columns of its own: row-level security lets no condition on what is
 * inside of JSON into an index.
 */
export class BookingTimes1795390290000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.booking ADD COLUMN starts_at timestamptz, ADD COLUMN ends_at timestamptz;
      UPDATE api.booking SET starts_at = (state #>> '{slots,0,startAt}')::timestamptz,
                             ends_at = (state #>> '{slots,-1,endAt}')::timestamptz;
      ALTER TABLE api.booking ALTER COLUMN starts_at SET NOT NULL, ALTER COLUMN ends_at SET NOT NULL;
      CREATE INDEX booking_business_start ON api.booking (business_id, starts_at, id);
      CREATE INDEX booking_agency_start ON api.booking (agency_id, starts_at, id)`,
  ];
}
