import { ForwardMigration } from '#platform/database';

/**
 * A booking may move, or lose slots. Whoever follows the supply looks at the minutes that a changed booking covers, so what it
 * covered before is kept beside what it covers now.
 */
export class MovedBookings1796011006000 extends ForwardMigration {
  readonly statements = [`ALTER TABLE matcher.supply_booking ADD formerly int4multirange NOT NULL DEFAULT '{}'`];
}
