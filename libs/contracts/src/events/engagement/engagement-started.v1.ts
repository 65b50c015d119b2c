import { IsISO8601, IsUUID } from 'class-validator';
import { PartiesV1 } from '../parties.shape.js';

/** The first booking of an agreement was confirmed. Told of engagements that began before the acceptance began them. */
export class EngagementStartedV1 extends PartiesV1 {
  static readonly type = 'engagement.started.v1';

  @IsUUID() firstBookingId!: string;
  @IsISO8601() startedAt!: string;
}
