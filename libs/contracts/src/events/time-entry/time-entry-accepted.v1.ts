import { IsBoolean, IsInt, IsISO8601, Min } from 'class-validator';
import { TimeEntryOfV1 } from '../time-entry-shapes.js';

/** The business took it, or was silent about it for as long as the agreement says. */
export class TimeEntryAcceptedV1 extends TimeEntryOfV1 {
  static readonly type = 'time-entry.accepted.v1';

  @IsBoolean() bySilence!: boolean;

  /** What of it is charged: the period's ceiling may leave less than was worked. */
  @IsInt() @Min(0) chargedMinutes!: number;
  @IsISO8601() acceptedAt!: string;
}
