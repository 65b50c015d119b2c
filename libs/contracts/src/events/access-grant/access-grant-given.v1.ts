import { IsISO8601 } from 'class-validator';
import { AccessGrantOfV1 } from '../access-grant-shapes.js';

/** The business lets the assistant into something. */
export class AccessGrantGivenV1 extends AccessGrantOfV1 {
  static readonly type = 'access-grant.given.v1';

  @IsISO8601() reviewDueOn!: string;
  @IsISO8601() grantedAt!: string;
}
