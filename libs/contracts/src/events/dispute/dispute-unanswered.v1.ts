import { IsIn, IsISO8601 } from 'class-validator';
import { DisputeOfV1 } from '../dispute-shapes.js';

/** The side whose turn it was has said nothing: an administrator decides. */
export class DisputeUnansweredV1 extends DisputeOfV1 {
  static readonly type = 'dispute.unanswered.v1';

  @IsIn(['agency', 'business']) by!: 'agency' | 'business';
  @IsISO8601() lapsedAt!: string;
}
