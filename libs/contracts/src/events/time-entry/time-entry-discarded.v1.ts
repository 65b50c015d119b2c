import { IsISO8601 } from 'class-validator';
import { TimeEntryOfV1 } from '../time-entry-shapes.js';

/** It was a mistake, and its time is free again. */
export class TimeEntryDiscardedV1 extends TimeEntryOfV1 {
  static readonly type = 'time-entry.discarded.v1';

  @IsISO8601() discardedAt!: string;
}
