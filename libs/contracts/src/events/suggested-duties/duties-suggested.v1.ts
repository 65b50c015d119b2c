import { IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsOptional, IsString, Max, Min } from 'class-validator';
import { Items } from '../../items.js';

class EvidenceV1 {
  /** The slice [start, end) of the asked text, in UTF-16 code units. */
  @IsInt() @Min(0) start!: number;
  @IsInt() @Min(0) end!: number;
}

class SuggestedDutyV1 {
  @IsString() dutyCode!: string;
  @IsNumber() @Min(0) @Max(1) confidence!: number;
  @IsArray() @Items(() => EvidenceV1) evidence!: EvidenceV1[];
}

class GroupAskedV1 {
  /** A group of the marketplace's own duties. */
  @IsString() group!: string;
  @IsString({ each: true }) dutyCodes!: string[];
}

/** What the matcher makes of plain words; the aggregate has the id under which they were asked. */
export class DutiesSuggestedV1 {
  static readonly type = 'duties.suggested.v1';

  /** Null where the words are in none of these; until November 2026 that was `en`, with `because` saying `other-language`. */
  @IsIn(['en', 'es', 'ca', null]) language!: 'en' | 'es' | 'ca' | null;

  /** True when the words don't tell which duty is meant. */
  @IsBoolean() abstained!: boolean;

  /** Most likely first. */
  @IsArray() @Items(() => SuggestedDutyV1) items!: SuggestedDutyV1[];

  /** Why nothing is suggested; null or left out where something is. */
  @IsOptional() @IsIn(['unclear', 'other-language', 'fraud']) because?: 'unclear' | 'other-language' | 'fraud' | null;

  /** Where the words don't tell, up to three groups of duties to choose from, likeliest first. */
  @IsOptional() @IsArray() @Items(() => GroupAskedV1) groups?: GroupAskedV1[];
}
