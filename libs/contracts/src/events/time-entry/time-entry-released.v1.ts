import { IsInt, IsISO8601, IsOptional, IsUUID, Min } from 'class-validator';
import { TimeEntryOfV1 } from '../time-entry-shapes.js';

/** The dispute about it is over. */
export class TimeEntryReleasedV1 extends TimeEntryOfV1 {
  static readonly type = 'time-entry.released.v1';

  @IsUUID() disputeId!: string;
  /** What is accepted and charged by what was decided; null where all is as before. */
  @IsOptional() @IsInt() @Min(0) chargedMinutes!: number | null;
  @IsISO8601() releasedAt!: string;
}
