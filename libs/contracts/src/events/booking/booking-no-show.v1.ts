import { IsISO8601 } from 'class-validator';
import { BookedTimeV1 } from '../booking-shapes.js';
import { MoneyV1 } from '../measures.shape.js';
import { Nested } from '../../nested.js';

/** Nobody of the business was there: `slots` did not take place. */
export class BookingNoShowV1 extends BookedTimeV1 {
  static readonly type = 'booking.no-show.v1';

  @Nested(() => MoneyV1) lateFee!: MoneyV1;
  @IsISO8601() reportedAt!: string;
}
