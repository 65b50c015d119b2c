import { IsISO8601 } from 'class-validator';

/** An administrator verified the agency, or let it work again after a suspension. */
export class AgencyVerifiedV1 {
  static readonly type = 'agency.verified.v1';

  @IsISO8601() verifiedAt!: string;
}
