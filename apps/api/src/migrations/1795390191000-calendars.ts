import { ForwardMigration, sharedTable } from '#platform/database';

/**
 * A calendar as the marketplace sees it. Row-level security lets no condition into an index but those whose operators are
 * known to leak nothing, and the overlap of ranges isn't one: with the policy alone, looking at a week reads all the bookings
 * that an assistant ever had. The view belongs to the table's owner, whom no policy holds back, and asks for the scope itself.
 */
export class Calendars1795390191000 extends ForwardMigration {
  readonly statements = [
    `CREATE VIEW api.calendar_slot AS
         SELECT booking_id, assistant_id, period, hold_expires_at FROM api.booking_slot
          WHERE current_setting('ajudant.scope', true) = 'marketplace'`,
    ...sharedTable('api', 'calendar_slot', ['SELECT']),
  ];
}
