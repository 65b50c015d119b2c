import { ForwardMigration, sharedTable } from '#platform/database';

/** Duties of catalogues that others keep, as the api tells of them: suggestions may name them, and they take time. */
export class ImportedDuties1795391005000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE matcher.imported_duty (
        code text PRIMARY KEY,
        wording jsonb NOT NULL,
        indicative_minutes integer NOT NULL,
        retired boolean NOT NULL,
        written_by xid8 NOT NULL DEFAULT pg_current_xact_id()
      );
      CREATE INDEX imported_duty_written ON matcher.imported_duty (written_by);`,
    ...sharedTable('matcher', 'imported_duty', ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
