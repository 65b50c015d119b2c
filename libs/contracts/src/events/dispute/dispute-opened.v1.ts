import { IsISO8601 } from 'class-validator';
import { DisputeOfV1 } from '../dispute-shapes.js';

/** A side disputes a run, a time entry or an invoice: until that is settled, it is neither invoiced nor paid out. */
export class DisputeOpenedV1 extends DisputeOfV1 {
  static readonly type = 'dispute.opened.v1';

  @IsISO8601() openedAt!: string;
  @IsISO8601() answerDueAt!: string;
}
