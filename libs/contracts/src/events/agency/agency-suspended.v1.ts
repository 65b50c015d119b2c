import { IsISO8601, IsString } from 'class-validator';

/** An administrator took the agency out of the marketplace. */
export class AgencySuspendedV1 {
  static readonly type = 'agency.suspended.v1';

  @IsISO8601() suspendedAt!: string;
  /** A code: `papers`, `complaints`, `conduct`, `unlawful`, `asked`, `other`, or one that comes later. */
  @IsString() reason!: string;
}
