import type { Feature } from '../feature.js';
import { OutsideCalendars1796046102000 } from '../migrations/1796046102000-outside-calendars.js';
import { CalendarReadingZone1796070135000 } from '../migrations/1796070135000-calendar-reading-zone.js';
import { CalendarsModule } from './calendars.module.js';
import { OutsideCalendarRow } from './outside-calendar.row.js';

export const calendars: Feature = {
  module: CalendarsModule,
  rows: [OutsideCalendarRow],
  migrations: [OutsideCalendars1796046102000, CalendarReadingZone1796070135000],
};
