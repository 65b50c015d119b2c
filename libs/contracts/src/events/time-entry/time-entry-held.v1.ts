import { IsISO8601, IsUUID } from 'class-validator';
import { TimeEntryOfV1 } from '../time-entry-shapes.js';

/** It is in dispute, and stays as it is until that is settled. */
export class TimeEntryHeldV1 extends TimeEntryOfV1 {
  static readonly type = 'time-entry.held.v1';

  @IsUUID() disputeId!: string;
  @IsISO8601() heldAt!: string;
}
