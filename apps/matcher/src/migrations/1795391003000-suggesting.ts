import { ForwardMigration, sharedTable } from '#platform/database';

/** What whoever asked said that their words were about: the lexicon learns from it. */
export class Suggesting1795391003000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE matcher.correction (
        suggestion_id uuid PRIMARY KEY,
        text text NOT NULL,
        language text NOT NULL CHECK (language IN ('en', 'es', 'ca')),
        duty_codes text[] NOT NULL,
        corrected_at timestamptz NOT NULL,
        written_by xid8 NOT NULL DEFAULT pg_current_xact_id()
      );
      CREATE INDEX correction_written ON matcher.correction (written_by);
      CREATE INDEX correction_latest ON matcher.correction (corrected_at DESC);`,
    ...sharedTable('matcher', 'correction', ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
