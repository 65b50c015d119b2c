import { IsIn, IsISO8601 } from 'class-validator';
import { BookedTimeV1 } from '../booking-shapes.js';
import { MoneyV1 } from '../measures.shape.js';
import { Nested } from '../../nested.js';

/** `slots` are those that will not take place; those that had begun stay as they are. */
export class BookingCancelledV1 extends BookedTimeV1 {
  static readonly type = 'booking.cancelled.v1';

  @IsIn(['business', 'agency', 'marketplace']) cancelledBy!: 'business' | 'agency' | 'marketplace';
  @Nested(() => MoneyV1) lateFee!: MoneyV1;
  @IsISO8601() cancelledAt!: string;
}
