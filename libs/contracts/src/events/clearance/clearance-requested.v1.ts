import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID } from 'class-validator';

/** An agency handed in the report on an assistant's workplace at home; an assessor has to look at it. */
export class ClearanceRequestedV1 {
  static readonly type = 'clearance.requested.v1';

  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;
  @IsIn(['uk', 'es', 'eu', 'us']) jurisdiction!: 'uk' | 'es' | 'eu' | 'us';
  /** ISO 3166-1 alpha-2 of where the workplace is; left out by older events. */
  @IsOptional() @IsString() countryCode?: string;
  @IsInt() templateVersion!: number;
  @IsISO8601() requestedAt!: string;
}
