import { IsISO8601 } from 'class-validator';
import { BookedTimeV1 } from '../booking-shapes.js';

/** The business let the hold go; the slots are free again. */
export class BookingReleasedV1 extends BookedTimeV1 {
  static readonly type = 'booking.released.v1';

  @IsISO8601() releasedAt!: string;
}
