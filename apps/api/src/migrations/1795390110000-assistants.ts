import { ForwardMigration, publicView, tenantTable } from '#platform/database';

/**
 * Assistants with their listings: each agency sees its own, and everybody the published ones of verified agencies
 * through a view. `assistant_calendar` has a row per assistant for bookings to lock, so that a booking and an edit of
 * the listing needn't wait for each other.
 */
export class Assistants1795390110000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.assistant (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        agency_id uuid NOT NULL REFERENCES api.agency,
        status text NOT NULL CHECK (status IN ('draft', 'published', 'withdrawn')),
        display_name text NOT NULL,
        professional_title text NOT NULL,
        country_code char(2) NOT NULL,
        time_zone text NOT NULL,
        skills jsonb NOT NULL,
        duty_codes text[] NOT NULL,
        languages jsonb NOT NULL,
        rate_minor bigint NOT NULL CHECK (rate_minor > 0),
        rate_currency char(3) NOT NULL,
        weekly_hours jsonb NOT NULL,
        days_off jsonb NOT NULL,
        weekly_capacity_minutes integer NOT NULL CHECK (weekly_capacity_minutes BETWEEN 0 AND 10080),
        instant_booking boolean NOT NULL,
        external_ref text,
        created_at timestamptz NOT NULL,
        listed_at timestamptz,
        withdrawn_at timestamptz,
        withdrawal_reason text,
        CONSTRAINT assistant_external_ref UNIQUE (agency_id, external_ref),
        CONSTRAINT assistant_of_agency UNIQUE (id, agency_id)
      );
      CREATE INDEX assistant_agency ON api.assistant (agency_id, id);
      CREATE INDEX assistant_published ON api.assistant (id) WHERE status = 'published';
      CREATE INDEX assistant_duties ON api.assistant USING gin (duty_codes) WHERE status = 'published';
      CREATE INDEX assistant_skills ON api.assistant USING gin (skills jsonb_path_ops) WHERE status = 'published';
      CREATE INDEX assistant_languages ON api.assistant USING gin (languages jsonb_path_ops) WHERE status = 'published';
      CREATE TABLE api.assistant_calendar (
        assistant_id uuid PRIMARY KEY,
        agency_id uuid NOT NULL,
        FOREIGN KEY (assistant_id, agency_id) REFERENCES api.assistant (id, agency_id)
      );`,
    ...tenantTable('api', 'assistant', ['agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
    // UPDATE, because a lock on a row needs the privilege.
    ...tenantTable('api', 'assistant_calendar', ['agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...publicView(
      'api',
      'published_assistant',
      `SELECT assistant.id, assistant.agency_id, agency.name AS agency_name, display_name, professional_title,
                assistant.country_code, time_zone, skills, duty_codes, languages, rate_minor, rate_currency, weekly_hours,
                weekly_capacity_minutes, instant_booking, listed_at
           FROM api.assistant JOIN api.agency ON agency.id = assistant.agency_id
          WHERE assistant.status = 'published' AND agency.status = 'verified'`,
    ),
  ];
}
