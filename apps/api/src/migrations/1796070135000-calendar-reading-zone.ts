import { ForwardMigration } from '#platform/database';

/**
 * By whose clock whole days, and times without a zone, were made out the last time. Readings of before don't know it, so that their calendars
 * are read whole once.
 */
export class CalendarReadingZone1796070135000 extends ForwardMigration {
  readonly statements = ['ALTER TABLE api.calendar_reading ADD COLUMN time_zone text'];
}
