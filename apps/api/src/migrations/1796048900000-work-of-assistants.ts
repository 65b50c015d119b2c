import { ForwardMigration } from '#platform/database';

/** The work of an assistant over all engagements is read as a whole, for her scorecard. */
export class WorkOfAssistants1796048900000 extends ForwardMigration {
  readonly statements = [`CREATE INDEX duty_run_assistant ON api.duty_run (assistant_id, starts_at)`];
}
