import { IsArray, IsISO8601, IsString } from 'class-validator';

/** The business took up suggestions of the agency; they become part of the agreement. */
export class ProposalSuggestionsAdoptedV1 {
  static readonly type = 'proposal.suggestions-adopted.v1';

  /** Those that were not adopted before. */
  @IsArray() @IsString({ each: true }) suggestionIds!: string[];
  @IsISO8601() adoptedAt!: string;
}
