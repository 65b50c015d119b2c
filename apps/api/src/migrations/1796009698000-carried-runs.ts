import { ForwardMigration } from '#platform/database';

/**
 * The rest of a run may be carried over to a later period, as a run of its own beside what the terms ask of that period:
 * only the latter is there once per line and period, and a rest is carried over once. No row that is there has a rest.
 */
export class CarriedRuns1796009698000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.duty_run ADD COLUMN carried_from uuid REFERENCES api.duty_run;
      DROP INDEX api.duty_run_period;
      CREATE UNIQUE INDEX duty_run_period ON api.duty_run (engagement_id, line_id, period_number)
        WHERE status <> 'cancelled' AND carried_from IS NULL;
      CREATE UNIQUE INDEX duty_run_carried ON api.duty_run (carried_from) WHERE carried_from IS NOT NULL`,
  ];
}
