import { IsArray, IsIn, IsISO8601 } from 'class-validator';
import { bookingRiskReasons } from '../../booking-risk-reasons.js';
import { BookedTimeV1 } from '../booking-shapes.js';

/**
 * Something that was true when the booking was confirmed is so no longer. `slots` are those that don't take place, and cost
 * nothing, unless it is settled before they begin. It comes again when the reasons change.
 */
export class BookingAtRiskV1 extends BookedTimeV1 {
  static readonly type = 'booking.at-risk.v1';

  @IsArray() @IsIn(bookingRiskReasons, { each: true }) reasons!: (typeof bookingRiskReasons)[number][];
  @IsISO8601() sinceAt!: string;
}
