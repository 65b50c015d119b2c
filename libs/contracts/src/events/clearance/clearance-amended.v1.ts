import { IsISO8601, IsUUID } from 'class-validator';

/** The report was handed in anew before anybody decided on it. */
export class ClearanceAmendedV1 {
  static readonly type = 'clearance.amended.v1';

  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;
  @IsISO8601() amendedAt!: string;
}
