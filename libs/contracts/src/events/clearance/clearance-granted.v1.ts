import { IsInt, IsISO8601, IsUUID, Min } from 'class-validator';

/** A human assessor looked and cleared the workplace until `validUntil`. */
export class ClearanceGrantedV1 {
  static readonly type = 'clearance.granted.v1';

  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;
  @IsUUID() assessorUserId!: string;

  /** Instant from which the clearance no longer holds. */
  @IsISO8601() validUntil!: string;

  /** How many things still have to be put right, each by its date. */
  @IsInt() @Min(0) openActions!: number;
  @IsISO8601() grantedAt!: string;
}
