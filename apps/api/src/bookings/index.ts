import type { Feature } from '../feature.js';
import { BookingsAtRisk1796012000000 } from '../migrations/1796012000000-bookings-at-risk.js';
import { Bookings1795390140000 } from '../migrations/1795390140000-bookings.js';
import { Calendars1795390191000 } from '../migrations/1795390191000-calendars.js';
import { BookingTimes1795390290000 } from '../migrations/1795390290000-booking-times.js';
import { LateFees1796011002000 } from '../migrations/1796011002000-late-fees.js';
import { FirstTaken1796012800000 } from '../migrations/1796012800000-first-taken.js';
import { BookedLines1796022000000 } from '../migrations/1796022000000-booked-lines.js';
import { BookingRow } from './booking.row.js';
import { BookingsModule } from './bookings.module.js';

export const bookings: Feature = {
  module: BookingsModule,
  rows: [BookingRow],
  migrations: [
    Bookings1795390140000,
    Calendars1795390191000,
    BookingTimes1795390290000,
    LateFees1796011002000,
    BookingsAtRisk1796012000000,
    FirstTaken1796012800000,
    BookedLines1796022000000,
  ],
};
