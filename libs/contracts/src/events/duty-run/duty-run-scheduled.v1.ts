import { IsISO8601 } from 'class-validator';
import { PlannedRunV1 } from '../duty-run-shapes.js';

export class DutyRunScheduledV1 extends PlannedRunV1 {
  static readonly type = 'duty-run.scheduled.v1';

  @IsISO8601() scheduledAt!: string;
}
