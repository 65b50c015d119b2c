import { IsISO8601, IsOptional, IsUUID } from 'class-validator';
import { PlannedRunV1 } from '../duty-run-shapes.js';

export class DutyRunScheduledV1 extends PlannedRunV1 {
  static readonly type = 'duty-run.scheduled.v1';

  /** The run whose rest this one is; null or left out for what the agreement asks of the period itself. */
  @IsOptional() @IsUUID() carriedFrom?: string | null;
  @IsISO8601() scheduledAt!: string;
}
