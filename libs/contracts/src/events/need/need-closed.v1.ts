import { IsIn, IsISO8601 } from 'class-validator';

export class NeedClosedV1 {
  static readonly type = 'need.closed.v1';

  @IsIn(['fulfilled', 'withdrawn', 'lapsed']) reason!: 'fulfilled' | 'withdrawn' | 'lapsed';
  @IsISO8601() closedAt!: string;
}
