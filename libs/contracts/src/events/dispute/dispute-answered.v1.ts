import { IsIn, IsISO8601, IsOptional } from 'class-validator';
import { DisputeOfV1 } from '../dispute-shapes.js';

/** The side whose turn it was has answered. */
export class DisputeAnsweredV1 extends DisputeOfV1 {
  static readonly type = 'dispute.answered.v1';

  @IsIn(['agency', 'business']) by!: 'agency' | 'business';
  @IsISO8601() answeredAt!: string;
  /** Null where both sides have had their turns, and an administrator decides. */
  @IsOptional() @IsISO8601() answerDueAt!: string | null;
}
