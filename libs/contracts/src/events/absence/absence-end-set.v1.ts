import { IsIn, IsISO8601 } from 'class-validator';
import { AbsenceOfV1 } from '../absence-shapes.js';

/** The assistant is back, or it is known when she comes back. */
export class AbsenceEndSetV1 extends AbsenceOfV1 {
  static readonly type = 'absence.end-set.v1';

  @IsIn(['assistant', 'agency', 'business']) by!: 'assistant' | 'agency' | 'business';
  @IsISO8601() awayFrom!: string;
  @IsISO8601() awayUntil!: string;
  @IsISO8601() changedAt!: string;
}
