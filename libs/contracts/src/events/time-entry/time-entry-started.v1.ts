import { IsISO8601 } from 'class-validator';
import { TimeEntryOfV1 } from '../time-entry-shapes.js';

/** A timer runs from now on. */
export class TimeEntryStartedV1 extends TimeEntryOfV1 {
  static readonly type = 'time-entry.started.v1';

  @IsISO8601() startedAt!: string;
}
