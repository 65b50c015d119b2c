import { IsISO8601, IsString } from 'class-validator';

export class AgencyDetailsChangedV1 {
  static readonly type = 'agency.details-changed.v1';

  @IsString() name!: string;
  @IsISO8601() changedAt!: string;
}
