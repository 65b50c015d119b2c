import { IsBoolean, IsISO8601 } from 'class-validator';
import { SubstitutionOfV1 } from '../substitution-shapes.js';

/** The agency names somebody for an assistant who can’t. */
export class SubstitutionProposedV1 extends SubstitutionOfV1 {
  static readonly type = 'substitution.proposed.v1';

  /** Until that one is back; otherwise for good. */
  @IsBoolean() temporary!: boolean;
  @IsISO8601() proposedAt!: string;
}
