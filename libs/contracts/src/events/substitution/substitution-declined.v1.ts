import { IsISO8601 } from 'class-validator';
import { SubstitutionOfV1 } from '../substitution-shapes.js';

/** The business is not willing. */
export class SubstitutionDeclinedV1 extends SubstitutionOfV1 {
  static readonly type = 'substitution.declined.v1';

  @IsISO8601() declinedAt!: string;
}
