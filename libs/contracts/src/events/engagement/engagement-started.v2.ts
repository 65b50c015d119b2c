import { IsISO8601 } from 'class-validator';
import { PartiesV1 } from '../parties.shape.js';

/** Both sides have accepted the agreement, and its work falls due from the start of its term, booked hours or not. */
export class EngagementStartedV2 extends PartiesV1 {
  static readonly type = 'engagement.started.v2';

  @IsISO8601() startedAt!: string;
}
