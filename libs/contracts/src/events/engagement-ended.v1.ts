import { IsIn, IsISO8601, IsUUID } from 'class-validator';

/** The reason stays at home, being free text. */
export class EngagementEndedV1 {
  static readonly type = 'engagement.ended.v1';

  @IsUUID()
  businessId!: string;

  @IsUUID()
  agencyId!: string;

  @IsUUID()
  assistantId!: string;

  /** A side that ended it early, or the term that ran out. */
  @IsIn(['agency', 'business', 'term'])
  endedBy!: 'agency' | 'business' | 'term';

  @IsISO8601()
  endedAt!: string;
}
