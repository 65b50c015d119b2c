import { IsIn, IsISO8601 } from 'class-validator';
import { PartiesV1 } from '../parties.shape.js';

/** The reason stays at home, being free text. */
export class EngagementEndedV1 extends PartiesV1 {
  static readonly type = 'engagement.ended.v1';

  /** A side that ended it early, or the term that ran out. */
  @IsIn(['agency', 'business', 'term']) endedBy!: 'agency' | 'business' | 'term';
  @IsISO8601() endedAt!: string;
}
