import { IsISO8601 } from 'class-validator';
import { DutyRunOfV1 } from '../duty-run-shapes.js';

/** Taken away by a change order, or by the engagement's end. */
export class DutyRunCancelledV1 extends DutyRunOfV1 {
  static readonly type = 'duty-run.cancelled.v1';

  @IsISO8601() cancelledAt!: string;
}
