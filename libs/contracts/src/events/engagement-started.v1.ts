import { IsISO8601, IsUUID } from 'class-validator';

/** The first booking of an agreement was confirmed. */
export class EngagementStartedV1 {
  static readonly type = 'engagement.started.v1';

  @IsUUID()
  businessId!: string;

  @IsUUID()
  agencyId!: string;

  @IsUUID()
  assistantId!: string;

  @IsUUID()
  firstBookingId!: string;

  @IsISO8601()
  startedAt!: string;
}
