import { IsISO8601, IsUUID } from 'class-validator';

/** Busy times of an assistant are read of a calendar elsewhere from now on; where it is is between the two. */
export class OutsideCalendarLinkedV1 {
  static readonly type = 'outside-calendar.linked.v1';

  @IsUUID() agencyId!: string;
  @IsUUID() assistantId!: string;
  @IsISO8601() linkedAt!: string;
}
