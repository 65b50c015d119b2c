import { IsISO8601 } from 'class-validator';
import { AbsenceOfV1 } from '../absence-shapes.js';

/** It was a mistake: nobody is or was away. */
export class AbsenceWithdrawnV1 extends AbsenceOfV1 {
  static readonly type = 'absence.withdrawn.v1';

  @IsISO8601() awayFrom!: string;
  @IsISO8601() withdrawnAt!: string;
}
