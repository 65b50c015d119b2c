import { Type } from 'class-transformer';
import { IsISO8601, ValidateNested } from 'class-validator';
import { BookedTimeV1 } from '../booking-shapes.js';
import { MoneyV1 } from '../measures.shape.js';

/** Nobody of the business was there: `slots` did not take place. */
export class BookingNoShowV1 extends BookedTimeV1 {
  static readonly type = 'booking.no-show.v1';

  @ValidateNested() @Type(() => MoneyV1) lateFee!: MoneyV1;
  @IsISO8601() reportedAt!: string;
}
