import { IsISO31661Alpha2, IsISO8601, IsString } from 'class-validator';

/** An agency signed up; it isn't verified yet. */
export class AgencyRegisteredV1 {
  static readonly type = 'agency.registered.v1';

  @IsString() name!: string;
  @IsISO31661Alpha2() countryCode!: string;
  @IsISO8601() registeredAt!: string;
}
