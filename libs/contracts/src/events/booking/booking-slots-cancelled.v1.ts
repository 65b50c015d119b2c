import { IsArray, IsIn, IsISO8601 } from 'class-validator';
import { Items } from '../../items.js';
import { Nested } from '../../nested.js';
import { BookedTimeV1, SlotV1 } from '../booking-shapes.js';
import { MoneyV1 } from '../measures.shape.js';

/** Some slots of a series will not take place; `slots` are all that the booking still has. */
export class BookingSlotsCancelledV1 extends BookedTimeV1 {
  static readonly type = 'booking.slots-cancelled.v1';

  @IsArray() @Items(() => SlotV1) cancelledSlots!: SlotV1[];
  @IsIn(['business', 'agency', 'marketplace']) cancelledBy!: 'business' | 'agency' | 'marketplace';
  @Nested(() => MoneyV1) lateFee!: MoneyV1;
  @IsISO8601() cancelledAt!: string;
}
