import { ForwardMigration, sharedTable } from '#platform/database';

/** When assistants are busy outside of the marketplace, by the calendar that says so: what is theirs to give is less by it. */
export class TimeElsewhere1796046101000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE matcher.supply_elsewhere (
        calendar_id uuid PRIMARY KEY,
        assistant_id uuid NOT NULL,
        minutes int4multirange NOT NULL,
        written_by xid8 NOT NULL DEFAULT pg_current_xact_id()
      );
      CREATE INDEX supply_elsewhere_assistant ON matcher.supply_elsewhere (assistant_id);
      CREATE INDEX supply_elsewhere_written ON matcher.supply_elsewhere (written_by)`,
    ...sharedTable('matcher', 'supply_elsewhere', ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
