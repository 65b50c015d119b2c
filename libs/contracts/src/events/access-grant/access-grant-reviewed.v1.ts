import { IsISO8601 } from 'class-validator';
import { AccessGrantOfV1 } from '../access-grant-shapes.js';

/** It is still needed. */
export class AccessGrantReviewedV1 extends AccessGrantOfV1 {
  static readonly type = 'access-grant.reviewed.v1';

  @IsISO8601() reviewDueOn!: string;
  @IsISO8601() reviewedAt!: string;
}
