import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a booking takes, as minutes beside its slots. A process that follows the supply looks only at the minutes that a
 * changed booking covers, so what follows a booking costs the same however many an assistant has, and instants are read
 * once, when they are written. The function is immutable because all instants of events name their offset. The new index
 * answers for an assistant's minutes as for all of an assistant's bookings, so it stands in for the one before.
 */
export class BusyTime1795391010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
      CREATE FUNCTION matcher.minutes_of(slots jsonb) RETURNS int4multirange
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT coalesce(range_agg(int4range(from_minute, to_minute)), '{}') FROM (
          SELECT floor(extract(epoch FROM (slot ->> 'startAt')::timestamptz) / 60)::int AS from_minute,
                 ceil(extract(epoch FROM (slot ->> 'endAt')::timestamptz) / 60)::int AS to_minute
            FROM jsonb_array_elements(slots) AS slot) AS whole_minutes
        WHERE from_minute < to_minute
      $$;
      ALTER TABLE matcher.supply_booking
        ADD busy int4multirange NOT NULL GENERATED ALWAYS AS (matcher.minutes_of(slots)) STORED;
      CREATE INDEX supply_booking_busy ON matcher.supply_booking USING gist (assistant_id, busy) WHERE taken;
      DROP INDEX matcher.supply_booking_assistant;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
