import { IsInt, IsISO8601 } from 'class-validator';

/** What the agency is bound to by instant bookings from now on. */
export class AgencyStandingTermsChangedV1 {
  static readonly type = 'agency.standing-terms-changed.v1';

  @IsInt() responseTargetMinutes!: number;
  @IsInt() freeCancellationHours!: number;
  @IsInt() lateFeeBps!: number;
  @IsInt() silenceAcceptsAfterHours!: number;
  @IsInt() mostMinutesPerWeek!: number;
  @IsInt() leastNoticeHours!: number;
  @IsISO8601() changedAt!: string;
}
