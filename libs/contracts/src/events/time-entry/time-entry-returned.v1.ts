import { IsInt, IsISO8601, Min } from 'class-validator';
import { TimeEntryOfV1 } from '../time-entry-shapes.js';

/** The business gave it back. */
export class TimeEntryReturnedV1 extends TimeEntryOfV1 {
  static readonly type = 'time-entry.returned.v1';

  @IsInt() @Min(1) timesReturned!: number;
  @IsISO8601() returnedAt!: string;
}
