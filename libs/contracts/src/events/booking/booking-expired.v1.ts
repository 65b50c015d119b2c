import { IsISO8601 } from 'class-validator';
import { BookedTimeV1 } from '../booking-shapes.js';

/** Nobody confirmed in time; the slots are free again. */
export class BookingExpiredV1 extends BookedTimeV1 {
  static readonly type = 'booking.expired.v1';

  @IsISO8601() expiredAt!: string;
}
