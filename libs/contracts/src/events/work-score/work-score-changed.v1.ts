import { IsInt, IsISO8601, IsUUID, Min } from 'class-validator';

/** What is known of the work of an assistant over all her engagements, in the place of what was known; the aggregate's id is hers. */
export class WorkScoreChangedV1 {
  static readonly type = 'work-score.changed.v1';

  @IsUUID() agencyId!: string;

  /** Work of the last year that was done or should have been. */
  @IsInt() @Min(0) runs!: number;

  /** Of it done on time. */
  @IsInt() @Min(0) onTime!: number;
  @IsISO8601() scoredAt!: string;
}
