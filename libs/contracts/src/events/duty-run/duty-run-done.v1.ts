import { IsInt, IsISO8601, Min } from 'class-validator';
import { DutyRunOfV1 } from '../duty-run-shapes.js';

/** The evidence stays at home: it may name people. */
export class DutyRunDoneV1 extends DutyRunOfV1 {
  static readonly type = 'duty-run.done.v1';

  /** Units that were done. */
  @IsInt() @Min(1) quantity!: number;
  @IsInt() @Min(1) minutes!: number;

  /** Pieces of evidence. */
  @IsInt() @Min(1) evidence!: number;

  /** When the work was finished, and when that was reported. */
  @IsISO8601() doneAt!: string;
  @IsISO8601() reportedAt!: string;

  /** From then on silence accepts it. */
  @IsISO8601() silenceAcceptsAt!: string;
}
