import { forcedSecurity, ForwardMigration, sharedTable } from '#platform/database';

/** Requests of people to be erased. They are of no organisation: whoever asks and administrators see them, through the api. */
export class Erasures1796047837763 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.erasure (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES api.user_account,
        version integer NOT NULL,
        status text NOT NULL CHECK (status IN ('asked', 'done', 'refused', 'withdrawn')),
        asked_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        settled_at timestamptz,
        settled_by uuid,
        refusal text,
        pseudonym text,
        kept jsonb NOT NULL,
        goes_at timestamptz,
        CHECK ((status = 'asked') = (settled_at IS NULL)),
        CHECK ((status = 'refused') = (refusal IS NOT NULL)),
        CHECK ((status = 'done') = (pseudonym IS NOT NULL))
      );
      COMMENT ON COLUMN api.erasure.settled_by IS 'The administrator; null where she did it herself, or it was done by itself';
      COMMENT ON COLUMN api.erasure.goes_at IS 'Until then it has to be shown that she was erased';
      CREATE UNIQUE INDEX erasure_open ON api.erasure (user_id) WHERE status = 'asked';
      CREATE INDEX erasure_user ON api.erasure (user_id, id);
      CREATE INDEX erasure_due ON api.erasure (due_at) WHERE status = 'asked';
      CREATE INDEX erasure_to_go ON api.erasure (goes_at) WHERE goes_at IS NOT NULL`,
    ...sharedTable('api', 'erasure', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']),
    'ALTER TABLE api.erasure ENABLE ROW LEVEL SECURITY',
    forcedSecurity('api', 'erasure'),
    `CREATE POLICY erasure_marketplace ON api.erasure USING (current_setting('ajudant.scope', true) = 'marketplace')`,
  ];
}
