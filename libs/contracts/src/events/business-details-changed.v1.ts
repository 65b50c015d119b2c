import { IsISO8601, IsString, IsTimeZone } from 'class-validator';

export class BusinessDetailsChangedV1 {
  static readonly type = 'business.details-changed.v1';

  @IsString()
  name!: string;

  @IsString()
  sector!: string;

  @IsTimeZone()
  timeZone!: string;

  @IsISO8601()
  changedAt!: string;
}
