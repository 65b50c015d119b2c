import { IsISO8601 } from 'class-validator';
import { SubstitutionOfV1 } from '../substitution-shapes.js';

/** Whoever couldn’t is back and does the work again. */
export class SubstitutionEndedV1 extends SubstitutionOfV1 {
  static readonly type = 'substitution.ended.v1';

  @IsISO8601() endedAt!: string;
}
