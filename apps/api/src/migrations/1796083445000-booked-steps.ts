import { ForwardMigration } from '#platform/database';

/**
 * Hours are charged in steps, so what is kept for a slot is of whole steps, too; and after the first of an engagement it is rounded up, since
 * invoices round what they charge together. What is kept already was figured by the minute.
 */
export class BookedSteps1796083445000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.booked_funds
        ADD COLUMN step_minutes integer NOT NULL DEFAULT 1 CHECK (step_minutes > 0),
        ADD COLUMN is_first boolean NOT NULL DEFAULT true;
      CREATE INDEX booked_funds_of_engagement ON api.booked_funds (engagement_id)`,
  ];
}
