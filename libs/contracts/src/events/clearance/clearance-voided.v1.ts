import { IsIn, IsISO8601, IsOptional, IsUUID } from 'class-validator';

const reasons = ['moved', 'reported', 'withdrawn', 'expired', 'template-changed'] as const;

/** The clearance no longer holds. */
export class ClearanceVoidedV1 {
  static readonly type = 'clearance.voided.v1';

  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;
  /** What was reported stays with the agency: pain is data about health. Left out by older events. */
  @IsOptional() @IsIn(reasons) reason?: (typeof reasons)[number];
  @IsISO8601() voidedAt!: string;
}
