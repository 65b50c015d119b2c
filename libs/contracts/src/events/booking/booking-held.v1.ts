import { IsISO8601, IsTimeZone } from 'class-validator';
import { BookedTimeV1 } from '../booking-shapes.js';

export class BookingHeldV1 extends BookedTimeV1 {
  static readonly type = 'booking.held.v1';

  @IsTimeZone() timeZone!: string;
  @IsISO8601() heldAt!: string;
  @IsISO8601() holdExpiresAt!: string;
}
