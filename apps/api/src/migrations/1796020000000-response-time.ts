import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * How fast the customers of a business are answered: its hours, its enquiries with the working minutes worked out, a row each, and
 * what was before an engagement began, frozen. Enquiries are the business's alone; the agency sees what is counted of them.
 */
export class ResponseTime1796020000000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.response_hours (
        business_id uuid PRIMARY KEY REFERENCES api.business,
        version integer NOT NULL,
        state jsonb NOT NULL,
        measuring boolean NOT NULL DEFAULT false
      );
      COMMENT ON COLUMN api.response_hours.measuring IS 'Whether enquiries are still counted by earlier hours';
      CREATE INDEX response_hours_measuring ON api.response_hours (business_id) WHERE measuring;
      CREATE TABLE api.enquiry (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        business_id uuid NOT NULL REFERENCES api.business,
        reference text NOT NULL,
        opened_at timestamptz NOT NULL,
        first_answered_at timestamptz CHECK (first_answered_at >= opened_at),
        automatic boolean NOT NULL,
        source text NOT NULL CHECK (source IN ('api', 'file', 'mailbox')),
        working_minutes integer NOT NULL CHECK (working_minutes >= 0),
        opened_week integer NOT NULL,
        hours_version integer NOT NULL,
        told_at timestamptz NOT NULL,
        UNIQUE (business_id, reference, opened_at)
      );
      CREATE INDEX enquiry_opened ON api.enquiry (business_id, opened_at, id);
      CREATE INDEX enquiry_hours ON api.enquiry (business_id, hours_version);
      CREATE TABLE api.response_baseline (
        engagement_id uuid PRIMARY KEY REFERENCES api.engagement,
        business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        from_at timestamptz NOT NULL,
        to_at timestamptz NOT NULL,
        frozen_at timestamptz NOT NULL,
        waits integer[] NOT NULL
      );
      COMMENT ON COLUMN api.response_baseline.waits IS 'Working minutes until each first answer, ascending';
      CREATE TABLE api.response_result (
        engagement_id uuid PRIMARY KEY REFERENCES api.response_baseline,
        business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        measured_at timestamptz NOT NULL,
        is_final boolean NOT NULL,
        enquiries integer NOT NULL,
        median_minutes integer,
        verdict text CHECK (verdict IN ('better', 'worse', 'unclear')),
        CHECK (verdict IS NULL OR median_minutes IS NOT NULL)
      );
      COMMENT ON TABLE api.response_result IS 'What has become of a baseline, looked at once a day, for the records of agencies';
      CREATE INDEX response_result_agency ON api.response_result (agency_id);
      CREATE INDEX response_result_measured ON api.response_result (measured_at) WHERE NOT is_final`,
    ...tenantTable('api', 'response_hours', ['business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'enquiry', ['business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'response_baseline', ['agency_id', 'business_id'], ['SELECT', 'INSERT']),
    ...tenantTable('api', 'response_result', ['agency_id', 'business_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
