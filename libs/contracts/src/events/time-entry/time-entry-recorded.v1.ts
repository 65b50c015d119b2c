import { IsInt, IsISO8601, Min } from 'class-validator';
import { TimeEntryOfV1 } from '../time-entry-shapes.js';

/** Time that was worked, from a timer, without one, or corrected; it waits for the business. */
export class TimeEntryRecordedV1 extends TimeEntryOfV1 {
  static readonly type = 'time-entry.recorded.v1';

  @IsISO8601() startedAt!: string;
  @IsISO8601() endedAt!: string;

  /** Whole minutes that passed. */
  @IsInt() @Min(0) minutes!: number;

  /** In whole steps of the agreement. */
  @IsInt() @Min(0) roundedMinutes!: number;
  @IsISO8601() recordedAt!: string;
  @IsISO8601() silenceAcceptsAt!: string;
}
