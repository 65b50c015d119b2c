import { IsISO8601 } from 'class-validator';
import { EffectOfSuggestionV1 } from '../suggestion-effect.shape.js';

/** Too little could be counted: the business is asked what came of it. */
export class SuggestionEffectAskedForV1 extends EffectOfSuggestionV1 {
  static readonly type = 'suggestion-effect.asked-for.v1';

  @IsISO8601() askedAt!: string;
}
