import { ForwardMigration, sharedTable, tenantTable } from '#platform/database';

/**
 * Calendars out: addresses at which bookings can be read, of which the hash is kept. Calendars in: what assistants keep elsewhere, how
 * reading each stands, and when it says that she is busy. Those times are seen in the marketplace's scope alone, through a view that
 * asks for it itself (see 1795390191000-calendars).
 */
export class OutsideCalendars1796046102000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.calendar_feed (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        assistant_id uuid,
        made_by uuid NOT NULL,
        secret_hash text NOT NULL UNIQUE,
        language text NOT NULL CHECK (language IN ('en', 'es', 'ca')),
        made_at timestamptz NOT NULL,
        last_read_at timestamptz
      );
      CREATE INDEX calendar_feed_organisation ON api.calendar_feed (organisation_id, id);
      CREATE TABLE api.outside_calendar (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        agency_id uuid NOT NULL,
        assistant_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('linked', 'unreachable', 'unlinked')),
        state jsonb NOT NULL
      );
      CREATE INDEX outside_calendar_assistant ON api.outside_calendar (assistant_id, id) WHERE status <> 'unlinked';
      CREATE TABLE api.calendar_reading (
        calendar_id uuid PRIMARY KEY,
        agency_id uuid NOT NULL,
        next_at timestamptz NOT NULL,
        last_read_at timestamptz,
        failures integer NOT NULL DEFAULT 0,
        failing_since timestamptz,
        failure text CHECK (failure IN ('address-refused', 'connection', 'host-unknown', 'not-a-calendar', 'refused', 'status', 'timeout', 'tls', 'too-large')),
        etag text,
        window_from timestamptz,
        busy_times integer NOT NULL DEFAULT 0
      );
      COMMENT ON COLUMN api.calendar_reading.next_at IS 'Also a lease: whoever reads it puts it off until it must have ended';
      CREATE INDEX calendar_reading_due ON api.calendar_reading (next_at);
      CREATE TABLE api.outside_busy (
        calendar_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        assistant_id uuid NOT NULL,
        period tstzrange NOT NULL
      );
      CREATE INDEX outside_busy_calendar ON api.outside_busy (calendar_id);
      CREATE INDEX outside_busy_period ON api.outside_busy USING gist (assistant_id, period);
      CREATE VIEW api.outside_slot AS
        SELECT assistant_id, period FROM api.outside_busy WHERE current_setting('ajudant.scope', true) = 'marketplace'`,
    ...tenantTable('api', 'calendar_feed', ['organisation_id']),
    ...tenantTable('api', 'outside_calendar', ['agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'calendar_reading', ['agency_id']),
    ...tenantTable('api', 'outside_busy', `'{}'::uuid[]`, ['SELECT', 'INSERT', 'DELETE']),
    ...sharedTable('api', 'outside_slot', ['SELECT']),
  ];
}
