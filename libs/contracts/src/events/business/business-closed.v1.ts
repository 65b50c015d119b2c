import { IsISO8601 } from 'class-validator';

/** Its owner closed the business: nobody acts for it any more. */
export class BusinessClosedV1 {
  static readonly type = 'business.closed.v1';

  @IsISO8601() closedAt!: string;
}
