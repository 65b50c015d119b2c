import { IsISO8601, IsString } from 'class-validator';

/** An administrator took the agency out of the marketplace. */
export class AgencySuspendedV1 {
  static readonly type = 'agency.suspended.v1';

  @IsISO8601() suspendedAt!: string;
  @IsString() reason!: string;
}
