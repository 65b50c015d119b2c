import { IsInt, IsISO8601, IsOptional, IsUUID, Min } from 'class-validator';
import { DutyRunOfV1 } from '../duty-run-shapes.js';

/** The dispute about it is over. */
export class DutyRunReleasedV1 extends DutyRunOfV1 {
  static readonly type = 'duty-run.released.v1';

  @IsUUID() disputeId!: string;
  /** Units that are accepted by what was decided: with none the run is cancelled. Null where all is as before. */
  @IsOptional() @IsInt() @Min(0) accepts!: number | null;
  @IsISO8601() releasedAt!: string;
}
