import { IsISO31661Alpha2, IsISO8601, IsString, IsTimeZone } from 'class-validator';

export class BusinessRegisteredV1 {
  static readonly type = 'business.registered.v1';

  @IsString()
  name!: string;

  @IsString()
  sector!: string;

  @IsTimeZone()
  timeZone!: string;

  @IsISO31661Alpha2()
  countryCode!: string;

  @IsISO8601()
  registeredAt!: string;
}
