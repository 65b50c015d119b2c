import { IsISO8601, IsUUID } from 'class-validator';

/** The clearance no longer holds. Why stays with the agency: reported pain is data about health. */
export class ClearanceVoidedV1 {
  static readonly type = 'clearance.voided.v1';

  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;
  @IsISO8601() voidedAt!: string;
}
