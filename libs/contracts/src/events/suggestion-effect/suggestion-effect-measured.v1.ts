import { IsIn, IsISO8601 } from 'class-validator';
import { EffectOfSuggestionV1 } from '../suggestion-effect.shape.js';

/** What came of a suggestion stands beside what was expected. */
export class SuggestionEffectMeasuredV1 extends EffectOfSuggestionV1 {
  static readonly type = 'suggestion-effect.measured.v1';

  @IsIn(['reached', 'improved', 'not-improved']) verdict!: 'reached' | 'improved' | 'not-improved';
  @IsIn(['response-time', 'duty-runs', 'business']) source!: 'response-time' | 'duty-runs' | 'business';
  @IsISO8601() measuredAt!: string;
}
