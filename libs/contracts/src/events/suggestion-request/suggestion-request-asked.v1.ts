import { IsISO8601 } from 'class-validator';
import { RequestForSuggestionsV1 } from '../suggestion-request.shape.js';

/** A business asks an agency how its work could be streamlined. */
export class SuggestionRequestAskedV1 extends RequestForSuggestionsV1 {
  static readonly type = 'suggestion-request.asked.v1';

  @IsISO8601() askedAt!: string;
}
