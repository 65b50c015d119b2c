import { IsISO8601, IsString, IsUUID } from 'class-validator';

/** Something at the workplace that was still to be put right has been. */
export class ClearanceActionClosedV1 {
  static readonly type = 'clearance.action-closed.v1';

  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;
  @IsString() itemCode!: string;
  @IsISO8601() closedAt!: string;
}
