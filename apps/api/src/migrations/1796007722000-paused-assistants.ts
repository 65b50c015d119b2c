import { ForwardMigration } from '#platform/database';

/**
 * An agency may pause an assistant. What goes with it stands in `standing`, and the public view and the partial indexes
 * ask for `published`, so only the list of statuses grows; rows that are there stay as they are.
 */
export class PausedAssistants1796007722000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.assistant DROP CONSTRAINT assistant_status_check;
      ALTER TABLE api.assistant ADD CONSTRAINT assistant_status_check
        CHECK (status IN ('draft', 'published', 'withdrawn', 'paused'))`,
  ];
}
