import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
} from 'class-validator';
import { Required } from '../nested.js';
import { ArrayUnique } from './array-unique.js';
import { IsOneLine } from './is-one-line.js';
import { ListOf } from './list-of.js';
import { SuggestionDto, SuggestionTargetDto } from './proposals.dto.js';

export class AskForSuggestionsDto {
  /** What it is about: agencies see its duties and the context of the business, and nothing else of it. */
  @IsUUID() needId!: string;

  /** Who is asked; a request for each. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10) @ArrayUnique() @IsUUID(undefined, { each: true }) agencyIds!: string[];

  /** What the business wants to hear of in particular. */
  @IsOptional() @IsString() @Length(1, 2000) question?: string;
}

export class AskedVolumeDto {
  dutyCode!: string;
  /** Units in each period of the cadence, or hours where it is as needed. */
  volume!: number;
  cadence!: string;
  asNeeded!: boolean;
}

export class KnownResponseTimeDto {
  /** Counted from the enquiries of the last 180 days, or said by the business. */
  source!: 'enquiries' | 'business';
  enquiries!: number | null;
  /** In minutes of the business's hours. */
  medianMinutes!: number;
  p90Minutes!: number | null;
}

/** What the agency sees of the business, as it was when it asked. */
export class AskedContextDto {
  sector!: string | null;
  tools!: string[];
  volumes!: AskedVolumeDto[];
  responseTime!: KnownResponseTimeDto | null;
}

export const suggestionRequestStatusWords = ['asked', 'answered', 'declined', 'withdrawn'] as const;

export class SuggestionRequestDto {
  id!: string;
  needId!: string;
  businessId!: string;
  business!: string;
  agencyId!: string;
  agency!: string;
  status!: (typeof suggestionRequestStatusWords)[number];
  question!: string | null;
  context!: AskedContextDto;
  suggestions!: SuggestionDto[];
  adoptedSuggestionIds!: string[];
  askedAt!: string;
  answeredAt!: string | null;
  /** When it was declined or withdrawn. */
  closedAt!: string | null;
  version!: number;
}

export class SuggestionRequestPageDto {
  items!: SuggestionRequestDto[];
  next!: string | null;
}

export class AskedSuggestionsDto {
  /** A request for each agency, in the order in which they were named. */
  items!: SuggestionRequestDto[];
}

export class SuggestionRequestQueryDto {
  @IsOptional() @IsUUID() needId?: string;
  @IsOptional() @IsIn(suggestionRequestStatusWords) status?: (typeof suggestionRequestStatusWords)[number];
}

/** How it is, how it will be, how one will see that, and what it takes. */
export class AnsweredSuggestionDto {
  @IsString() @IsOneLine() @Length(1, 200) title!: string;

  /** How it is today. */
  @IsString() @Length(1, 500) baseline!: string;
  @IsString() @Length(1, 500) expectedEffect!: string;

  /** How it will be seen whether it worked. */
  @IsString() @Length(1, 500) measure!: string;

  /** What it takes to get there. */
  @IsString() @Length(1, 500) effort!: string;
  @Required(() => SuggestionTargetDto) target!: SuggestionTargetDto;
}

export class AnswerRequestDto {
  @ListOf(() => AnsweredSuggestionDto, { least: 1, most: 10 })
  suggestions!: AnsweredSuggestionDto[];
}

export const effectStatusWords = ['running', 'due', 'measured'] as const;
export const effectVerdictWords = ['reached', 'improved', 'not-improved'] as const;

/** What came of a suggestion, beside what was expected of it. */
export class SuggestionEffectDto {
  id!: string;
  engagementId!: string;
  suggestion!: SuggestionDto;
  /** `due`: too little could be counted, and the business is asked. */
  status!: (typeof effectStatusWords)[number];
  /** Since when one works by it, and when it is measured. */
  from!: string;
  dueAt!: string;
  /** As the target counts; null until it is measured, and where the suggestion named no figure. */
  value!: number | null;
  /** As expected or better, better than before, or neither; null until it is measured. */
  verdict!: (typeof effectVerdictWords)[number] | null;
  source!: 'response-time' | 'duty-runs' | 'business' | null;
  measuredAt!: string | null;
  version!: number;
}

export class SuggestionEffectListDto {
  /** In the order in which they began; at most as many as an agreement can have. */
  items!: SuggestionEffectDto[];
}

export class TellEffectDto {
  /** The figure, where the suggestion named one. */
  @IsOptional() @IsInt() @Min(0) @Max(1_000_000_000) value?: number;

  /** Whether it worked, where it named none. */
  @IsOptional() @IsIn(effectVerdictWords) verdict?: (typeof effectVerdictWords)[number];
}

/** What came of an agency's suggestions, over all its engagements. */
export class SuggestionRecordDto {
  agencyId!: string;
  measured!: number;
  /** As expected or better. */
  reached!: number;
  /** Better than before, and less than expected. */
  improved!: number;
  notImproved!: number;
}
