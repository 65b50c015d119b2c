import { IsISO8601, IsUUID } from 'class-validator';
import { DutyRunOfV1 } from '../duty-run-shapes.js';

/** Somebody else does it from now on: `assistantId`. */
export class DutyRunReassignedV1 extends DutyRunOfV1 {
  static readonly type = 'duty-run.reassigned.v1';

  @IsUUID() formerAssistantId!: string;
  @IsISO8601() reassignedAt!: string;
}
