import { IsISO8601 } from 'class-validator';
import { PlannedRunV1 } from '../duty-run-shapes.js';

/** A change order took hold of a run that nobody had worked on. */
export class DutyRunReplannedV1 extends PlannedRunV1 {
  static readonly type = 'duty-run.replanned.v1';

  @IsISO8601() replannedAt!: string;
}
