import { IsISO8601 } from 'class-validator';
import { EffectOfSuggestionV1 } from '../suggestion-effect.shape.js';

/** One works by a suggestion; thirty days later it is measured. */
export class SuggestionEffectBegunV1 extends EffectOfSuggestionV1 {
  static readonly type = 'suggestion-effect.begun.v1';

  @IsISO8601() dueAt!: string;
}
