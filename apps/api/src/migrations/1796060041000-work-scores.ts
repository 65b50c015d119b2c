import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * What matching knows of the work of assistants, and when it is to be counted next: soon after something happened, and once a day, since work
 * falls due by the clock. Whoever has worked so far is counted first.
 */
export class WorkScores1796060041000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.work_score (
        assistant_id uuid PRIMARY KEY,
        agency_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 0,
        runs integer NOT NULL DEFAULT 0,
        on_time integer NOT NULL DEFAULT 0,
        count_at timestamptz NOT NULL,
        CHECK (on_time BETWEEN 0 AND runs)
      );
      CREATE INDEX work_score_count_at ON api.work_score (count_at)`,
    ...tenantTable('api', 'work_score', ['agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
    `SELECT set_config('ajudant.scope', 'marketplace', true);
      INSERT INTO api.work_score (assistant_id, agency_id, count_at)
      SELECT DISTINCT ON (assistant_id) assistant_id, agency_id, now() FROM api.duty_run ORDER BY assistant_id`,
  ];
}
