import { IsIn, IsInt, IsISO8601, IsUUID } from 'class-validator';

/** An agency handed in the report on an assistant's workplace at home; an assessor has to look at it. */
export class ClearanceRequestedV1 {
  static readonly type = 'clearance.requested.v1';

  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;
  @IsIn(['uk', 'es', 'eu', 'us']) jurisdiction!: 'uk' | 'es' | 'eu' | 'us';
  @IsInt() templateVersion!: number;
  @IsISO8601() requestedAt!: string;
}
