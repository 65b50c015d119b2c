import { IsISO8601 } from 'class-validator';
import { AccessGrantOfV1 } from '../access-grant-shapes.js';

/** A quarter has gone by since somebody looked whether it is still needed. */
export class AccessGrantReviewDueV1 extends AccessGrantOfV1 {
  static readonly type = 'access-grant.review-due.v1';

  @IsISO8601() reviewDueOn!: string;
  @IsISO8601() announcedAt!: string;
}
