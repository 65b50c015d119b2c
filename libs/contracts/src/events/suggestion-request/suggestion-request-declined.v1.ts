import { IsISO8601 } from 'class-validator';
import { RequestForSuggestionsV1 } from '../suggestion-request.shape.js';

/** The agency has nothing to suggest. */
export class SuggestionRequestDeclinedV1 extends RequestForSuggestionsV1 {
  static readonly type = 'suggestion-request.declined.v1';

  @IsISO8601() declinedAt!: string;
}
