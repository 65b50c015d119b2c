import { IsIn, IsISO8601 } from 'class-validator';
import { BookedTimeV1 } from '../booking-shapes.js';

/** What is booked takes place again. `slots` are those that would have begun meanwhile, and did not take place. */
export class BookingRiskSettledV1 extends BookedTimeV1 {
  static readonly type = 'booking.risk-settled.v1';

  @IsIn(['cause-gone', 'agreed']) how!: 'cause-gone' | 'agreed';
  @IsISO8601() settledAt!: string;
}
