import { IsBoolean, IsInt, IsISO8601, IsOptional, Max, Min } from 'class-validator';
import { DutyRunOfV1, RestOfRunV1 } from '../duty-run-shapes.js';
import { Nested } from '../../nested.js';

export class DutyRunAcceptedV1 extends DutyRunOfV1 {
  static readonly type = 'duty-run.accepted.v1';

  @IsBoolean() bySilence!: boolean;

  /** 1 to 5; null by silence. */
  @IsOptional() @IsInt() @Min(1) @Max(5) quality!: number | null;

  /** Null or left out when everything was done that was asked for. */
  @IsOptional() @Nested(() => RestOfRunV1) rest?: RestOfRunV1 | null;
  @IsISO8601() acceptedAt!: string;
}
