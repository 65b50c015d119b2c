import { IsISO8601, IsUUID } from 'class-validator';
import { BookedTimeV1 } from '../booking-shapes.js';

export class BookingConfirmedV1 extends BookedTimeV1 {
  static readonly type = 'booking.confirmed.v1';

  /** The clearance that outlives the booking. */
  @IsUUID() clearanceId!: string;
  @IsISO8601() confirmedAt!: string;
}
