import { ForwardMigration } from '#platform/database';

/** What is booked may be at risk: lists ask for it. No booking was looked at before, so none is; the next cause puts it there. */
export class BookingsAtRisk1796012000000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.booking ADD COLUMN at_risk boolean NOT NULL DEFAULT false;
      CREATE INDEX booking_assistant ON api.booking (assistant_id) WHERE status = 'confirmed'`,
  ];
}
