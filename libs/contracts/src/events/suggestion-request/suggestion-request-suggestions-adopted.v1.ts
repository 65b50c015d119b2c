import { IsISO8601, IsString } from 'class-validator';
import { RequestForSuggestionsV1 } from '../suggestion-request.shape.js';

/** The business takes up suggestions: they become part of the agreement once both sides accept its terms. */
export class SuggestionRequestSuggestionsAdoptedV1 extends RequestForSuggestionsV1 {
  static readonly type = 'suggestion-request.suggestions-adopted.v1';

  @IsString({ each: true }) suggestionIds!: string[];
  @IsISO8601() adoptedAt!: string;
}
