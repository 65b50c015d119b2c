import { ForwardMigration, sharedTable } from '#platform/database';

/** How much work of an assistant fell due in the last year, and how much of it was done on time. */
export class WorkOfAssistants1796060041001 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE matcher.supply_work (
        assistant_id uuid PRIMARY KEY,
        runs integer NOT NULL,
        on_time integer NOT NULL,
        written_by xid8 NOT NULL DEFAULT pg_current_xact_id(),
        CHECK (on_time BETWEEN 0 AND runs)
      );
      CREATE INDEX supply_work_written ON matcher.supply_work (written_by)`,
    ...sharedTable('matcher', 'supply_work', ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
