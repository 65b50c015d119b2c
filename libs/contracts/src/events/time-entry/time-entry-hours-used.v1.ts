import { IsIn, IsInt, IsISO8601, Min } from 'class-validator';
import { TimeEntryOfV1 } from '../time-entry-shapes.js';

/** With this entry a share of the hours of the period is used. */
export class TimeEntryHoursUsedV1 extends TimeEntryOfV1 {
  static readonly type = 'time-entry.hours-used.v1';

  /** Of the ceiling. */
  @IsIn([80, 100]) percent!: 80 | 100;

  /** Recorded and accepted, in whole steps of the agreement. */
  @IsInt() @Min(0) usedMinutes!: number;
  @IsInt() @Min(1) ceilingMinutes!: number;

  /** First and last local date of the period. */
  @IsISO8601() periodStartsOn!: string;
  @IsISO8601() periodEndsOn!: string;
  @IsISO8601() usedAt!: string;
}
