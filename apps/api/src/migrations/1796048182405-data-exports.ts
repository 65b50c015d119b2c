import { ForwardMigration, tenantTable } from '#platform/database';

/** Archives of one's own data: asked for by somebody, made by whichever process takes it up, and gone after a week. */
export class DataExports1796048182405 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.data_export (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        organisation_kind text NOT NULL CHECK (organisation_kind IN ('agency', 'business', 'marketplace')),
        user_id uuid NOT NULL REFERENCES api.user_account,
        of_whom text NOT NULL CHECK (of_whom IN ('organisation', 'person')),
        status text NOT NULL CHECK (status IN ('asked', 'making', 'ready', 'failed', 'cancelled')),
        version integer NOT NULL,
        done integer NOT NULL DEFAULT 0,
        total integer NOT NULL DEFAULT 0,
        size bigint,
        sha256 text,
        asked_at timestamptz NOT NULL,
        finished_at timestamptz,
        looked_after_until timestamptz,
        goes_at timestamptz NOT NULL,
        CHECK ((status = 'ready') = (sha256 IS NOT NULL)),
        CHECK ((status IN ('asked', 'making')) = (finished_at IS NULL))
      );
      CREATE INDEX data_export_user ON api.data_export (user_id, id);
      CREATE INDEX data_export_to_make ON api.data_export (asked_at) WHERE status IN ('asked', 'making');
      CREATE INDEX data_export_to_go ON api.data_export (goes_at)`,
    ...tenantTable('api', 'data_export', ['organisation_id'], ['SELECT', 'INSERT', 'UPDATE', 'DELETE']),
  ];
}
