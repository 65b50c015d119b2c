import { IsISO8601 } from 'class-validator';

/** Its owner closed the agency: nobody acts for it any more. */
export class AgencyClosedV1 {
  static readonly type = 'agency.closed.v1';

  @IsISO8601() closedAt!: string;
}
