import { IsISO8601 } from 'class-validator';
import { RequestForSuggestionsV1 } from '../suggestion-request.shape.js';

/** The business does not ask any more. */
export class SuggestionRequestWithdrawnV1 extends RequestForSuggestionsV1 {
  static readonly type = 'suggestion-request.withdrawn.v1';

  @IsISO8601() withdrawnAt!: string;
}
