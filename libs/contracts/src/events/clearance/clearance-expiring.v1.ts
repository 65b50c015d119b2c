import { IsIn, IsISO8601, IsUUID } from 'class-validator';

/** A clearance ends soon; said once 30 days before, and once 7. */
export class ClearanceExpiringV1 {
  static readonly type = 'clearance.expiring.v1';

  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;
  @IsIn([30, 7]) daysLeft!: number;

  /** Instant from which the clearance no longer holds. */
  @IsISO8601() validUntil!: string;
  @IsISO8601() remindedAt!: string;
}
