import { IsArray, IsISO8601 } from 'class-validator';
import { Items } from '../../items.js';
import { Nested } from '../../nested.js';
import { BookedTimeV1, SlotV1 } from '../booking-shapes.js';
import { MoneyV1 } from '../measures.shape.js';

/** Time of a booking was moved; `slots` are all that it has now. */
export class BookingRescheduledV1 extends BookedTimeV1 {
  static readonly type = 'booking.rescheduled.v1';

  @IsArray() @Items(() => SlotV1) givenUp!: SlotV1[];
  @IsArray() @Items(() => SlotV1) taken!: SlotV1[];

  /** What giving up late costs, as calling off would. */
  @Nested(() => MoneyV1) lateFee!: MoneyV1;
  @IsISO8601() rescheduledAt!: string;
}
