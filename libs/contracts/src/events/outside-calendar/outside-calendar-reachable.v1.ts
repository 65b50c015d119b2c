import { IsISO8601, IsUUID } from 'class-validator';

/** A calendar that couldn't be read could be read again. */
export class OutsideCalendarReachableV1 {
  static readonly type = 'outside-calendar.reachable.v1';

  @IsUUID() agencyId!: string;
  @IsUUID() assistantId!: string;
  @IsISO8601() reachedAt!: string;
}
