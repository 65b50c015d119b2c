import { IsInt, IsISO8601, Min } from 'class-validator';
import { SubstitutionOfV1 } from '../substitution-shapes.js';

/** The handover pack says more than before. */
export class SubstitutionHandoverWrittenV1 extends SubstitutionOfV1 {
  static readonly type = 'substitution.handover-written.v1';

  /** How much of it is missing still; the substitute starts once that is nothing. */
  @IsInt() @Min(0) missing!: number;
  @IsISO8601() writtenAt!: string;
}
