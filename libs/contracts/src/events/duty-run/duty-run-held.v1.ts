import { IsISO8601, IsUUID } from 'class-validator';
import { DutyRunOfV1 } from '../duty-run-shapes.js';

/** It is in dispute, and stays as it is until that is settled. */
export class DutyRunHeldV1 extends DutyRunOfV1 {
  static readonly type = 'duty-run.held.v1';

  @IsUUID() disputeId!: string;
  @IsISO8601() heldAt!: string;
}
