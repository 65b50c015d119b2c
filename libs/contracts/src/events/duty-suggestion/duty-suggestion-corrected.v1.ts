import { IsIn, IsISO8601, IsString, MaxLength } from 'class-validator';

/** Whoever asked says which duties the words were about after all. */
export class DutySuggestionCorrectedV1 {
  static readonly type = 'duty-suggestion.corrected.v1';

  /** The words as they were asked, contacts masked. The matcher learns from them for two years, and forgets them then. */
  @IsString() @MaxLength(5_000) text!: string;
  @IsIn(['en', 'es', 'ca']) language!: 'en' | 'es' | 'ca';
  @IsString({ each: true }) dutyCodes!: string[];
  @IsISO8601() correctedAt!: string;
}
