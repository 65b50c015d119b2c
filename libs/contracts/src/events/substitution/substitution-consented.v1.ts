import { IsISO8601 } from 'class-validator';
import { SubstitutionOfV1 } from '../substitution-shapes.js';

/** The business is willing. */
export class SubstitutionConsentedV1 extends SubstitutionOfV1 {
  static readonly type = 'substitution.consented.v1';

  @IsISO8601() consentedAt!: string;
}
