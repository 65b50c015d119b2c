import { IsArray, IsIn, IsISO8601 } from 'class-validator';
import { BookedTimeV1 } from '../booking-shapes.js';

/** Why what is booked may not take place. */
export const riskReasonsV1 = [
  'agency-not-verified',
  'assistant-not-published',
  'clearance-missing',
  'clearance-elsewhere',
  'clearance-too-short',
  'on-day-off',
  'absent',
] as const;

/**
 * Something that was true when the booking was confirmed is so no longer. `slots` are those that don't take place, and cost
 * nothing, unless it is settled before they begin. It comes again when the reasons change.
 */
export class BookingAtRiskV1 extends BookedTimeV1 {
  static readonly type = 'booking.at-risk.v1';

  @IsArray() @IsIn(riskReasonsV1, { each: true }) reasons!: (typeof riskReasonsV1)[number][];
  @IsISO8601() sinceAt!: string;
}
