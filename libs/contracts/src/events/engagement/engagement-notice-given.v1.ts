import { IsIn, IsISO8601 } from 'class-validator';
import { PartiesV1 } from '../parties.shape.js';

/** A side said that it ends the engagement, and after which day; until then all goes on as agreed. The reason stays at home. */
export class EngagementNoticeGivenV1 extends PartiesV1 {
  static readonly type = 'engagement.notice-given.v1';

  @IsIn(['agency', 'business']) by!: 'agency' | 'business';
  /** Local date in the agreement's zone, the last one on which work is done. */
  @IsISO8601({ strict: true }) lastDayOn!: string;
  @IsISO8601() givenAt!: string;
}
