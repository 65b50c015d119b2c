import { ForwardMigration } from '#platform/database';

/** Hours may be booked of one line of an agreement; until now none were. */
export class BookedLines1796022000000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.booking ADD COLUMN line_id text;
      CREATE INDEX booking_line ON api.booking (agreement_id, line_id) WHERE line_id IS NOT NULL`,
  ];
}
