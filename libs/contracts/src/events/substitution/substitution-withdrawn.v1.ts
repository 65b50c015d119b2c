import { IsISO8601 } from 'class-validator';
import { SubstitutionOfV1 } from '../substitution-shapes.js';

/** The agency has taken it back, or somebody else was taken. */
export class SubstitutionWithdrawnV1 extends SubstitutionOfV1 {
  static readonly type = 'substitution.withdrawn.v1';

  @IsISO8601() withdrawnAt!: string;
}
