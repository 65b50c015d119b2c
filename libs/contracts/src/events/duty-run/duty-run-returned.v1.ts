import { IsInt, IsISO8601, Min } from 'class-validator';
import { DutyRunOfV1 } from '../duty-run-shapes.js';

/** The reason stays at home, being free text. */
export class DutyRunReturnedV1 extends DutyRunOfV1 {
  static readonly type = 'duty-run.returned.v1';

  /** How often it has been returned by now. */
  @IsInt() @Min(1) timesReturned!: number;
  @IsISO8601() returnedAt!: string;
}
