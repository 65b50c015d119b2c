import { IsInt, IsISO8601, Min } from 'class-validator';
import { RequestForSuggestionsV1 } from '../suggestion-request.shape.js';

/** The agency has suggested something; what, stays between the two. */
export class SuggestionRequestAnsweredV1 extends RequestForSuggestionsV1 {
  static readonly type = 'suggestion-request.answered.v1';

  /** How many suggestions there are. */
  @IsInt() @Min(1) suggested!: number;
  @IsISO8601() answeredAt!: string;
}
