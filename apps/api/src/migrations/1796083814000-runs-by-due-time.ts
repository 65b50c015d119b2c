import { ForwardMigration } from '#platform/database';

/** Each side reads what is due over all of its engagements, and what waits for its judgement. Rows stay as they are. */
export class RunsByDueTime1796083814000 extends ForwardMigration {
  readonly statements = [
    `CREATE INDEX duty_run_agency_due ON api.duty_run (agency_id, status, due_at, id);
      CREATE INDEX duty_run_business_due ON api.duty_run (business_id, status, due_at, id)`,
  ];
}
