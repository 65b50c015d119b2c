import { IsISO8601, IsUUID } from 'class-validator';

/** A calendar elsewhere is read no more, and what it said takes no time any more. */
export class OutsideCalendarUnlinkedV1 {
  static readonly type = 'outside-calendar.unlinked.v1';

  @IsUUID() agencyId!: string;
  @IsUUID() assistantId!: string;
  @IsISO8601() unlinkedAt!: string;
}
