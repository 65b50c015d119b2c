import { IsIn, IsISO8601 } from 'class-validator';
import { AccessGrantOfV1 } from '../access-grant-shapes.js';

/** Nobody gets in any more, and there is proof of it. */
export class AccessGrantClosedV1 extends AccessGrantOfV1 {
  static readonly type = 'access-grant.closed.v1';

  @IsIn(['agency', 'business']) closedBy!: 'agency' | 'business';
  @IsISO8601() closedAt!: string;
}
