import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { HolidayCalendarDto } from './holidays.dto.js';
import { IsOneLine } from './is-one-line.js';
import { IsOwnName } from './is-own-name.js';
import { Nested, Required } from '../nested.js';
import { ArrayUnique } from './array-unique.js';
import { ListOf } from './list-of.js';
import { MoneyDto } from './shared-shapes.dto.js';

export class PricedLineDto {
  /** A line of the need. */
  @IsString() @Length(1, 40) lineId!: string;

  /** What one unit costs. */
  @Required(() => MoneyDto) unitPrice!: MoneyDto;
}

export const suggestionMetricWords = [
  'response-median',
  'response-p90',
  'run-minutes',
  'runs-on-time',
  'runs-accepted-first-time',
  'number',
] as const;

/** The figure by which it is seen after thirty days whether a suggestion worked. */
export class SuggestionTargetDto {
  /**
   * Minutes of the business's hours in which half of its customers are answered, or nine of ten; minutes of work a unit; percent of the
   * runs done on time, or accepted the first time; or a `number` that the business gives.
   */
  @IsIn(suggestionMetricWords) metric!: (typeof suggestionMetricWords)[number];

  /** Whose runs are counted; of the metrics of runs alone. */
  @IsOptional() @IsString() @Length(1, 80) dutyCode?: string | null;

  /** What a `number` is of, such as `calls a week`. */
  @IsOptional() @IsString() @IsOneLine() @Length(1, 60) unit?: string | null;

  /** As it is, and as it is expected to be. */
  @IsInt() @Min(0) @Max(1_000_000_000) baseline!: number;
  @IsInt() @Min(0) @Max(1_000_000_000) expected!: number;
}

/** A way to streamline this business's work; adopted ones become part of the agreement. */
export class SuggestionDto {
  @IsString() @IsOwnName() @Length(1, 40) suggestionId!: string;
  @IsString() @IsOneLine() @Length(1, 200) title!: string;

  /** How it is today. */
  @IsString() @Length(1, 500) baseline!: string;
  @IsString() @Length(1, 500) expectedEffect!: string;

  /** How it will be seen whether it worked. */
  @IsString() @Length(1, 500) measure!: string;

  /** What it takes to get there. */
  @IsOptional() @IsString() @Length(1, 500) effort?: string;

  /** Without one, the business says in a word whether it worked. */
  @IsOptional() @Nested(() => SuggestionTargetDto) target?: SuggestionTargetDto;
}

export class MakeProposalDto {
  @IsUUID() needId!: string;
  /** Somebody who passes every hard filter of the need; one open proposal for each need and assistant. */
  @IsUUID() assistantId!: string;

  /** Every line of the need, priced in the currency of its cap. */
  @ListOf(() => PricedLineDto, { least: 1, most: 60 }) lines!: PricedLineDto[];

  /** Ways to streamline the business's work, each with a baseline, an expected effect and a way to measure it. */
  @IsOptional() @ListOf(() => SuggestionDto, { most: 20 }) suggestions?: SuggestionDto[];
  @IsOptional() @IsString() @Length(1, 2000) message?: string;
}

export class AdoptSuggestionsDto {
  /** What was adopted before stays adopted, named again or not. */
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  suggestionIds!: string[];
}

/** Who of the business answers for a line instead of the assistant. */
export class BusinessLineDto {
  @IsString() @Length(1, 40) lineId!: string;
  @IsString() @IsOneLine() @Length(1, 120) personName!: string;
}

/** The terms that the business sets when a proposal becomes an agreement; each has a sensible default. */
export class AgreementTermsChoiceDto {
  /** Lines that a named person of the business answers for; all others are the assistant's. */
  @IsOptional() @ListOf(() => BusinessLineDto, { most: 60 }) keptByBusiness?: BusinessLineDto[];

  /** Minutes, in the business's hours, within which customers get a first answer. Default 240. */
  @IsOptional() @IsInt() @Min(1) @Max(10_080) responseTargetMinutes?: number;

  /** Until how many hours before a slot cancelling is free. Default 24. */
  @IsOptional() @IsInt() @Min(0) @Max(720) freeCancellationHours?: number;

  /** Share of a late cancelled slot's price that is due, in basis points. Default 5000. */
  @IsOptional() @IsInt() @Min(0) @Max(10_000) lateFeeBps?: number;

  /** After how many hours of silence done work counts as accepted. Default 120. */
  @IsOptional() @IsInt() @Min(1) @Max(720) silenceAcceptsAfterHours?: number;

  /** Days between a notice and the last day that both sides keep to. Default 0: either side may end it at once. */
  @IsOptional() @IsInt() @Min(0) @Max(90) noticeDays?: number;

  /** Whose public holidays put off what is due; without, none do. */
  @IsOptional() @Nested(() => HolidayCalendarDto) holidays?: HolidayCalendarDto;
}

export class AcceptProposalDto extends AgreementTermsChoiceDto {}

export class DeclineProposalDto {
  @IsOptional() @IsString() @Length(1, 2000) reason?: string;
}

export const proposalStatuses = ['open', 'accepted', 'declined', 'closed', 'withdrawn'] as const;

export class ProposalDto {
  id!: string;
  needId!: string;
  /** The version of the need that was answered. */
  needVersion!: number;
  businessId!: string;
  agencyId!: string;
  assistantId!: string;
  /** `closed`: the need was filled by somebody else, or closed, before this one was decided about. */
  status!: (typeof proposalStatuses)[number];
  lines!: PricedLineDto[];
  suggestions!: SuggestionDto[];
  adoptedSuggestionIds!: string[];
  message!: string | null;
  madeAt!: string;
  /** When it was accepted, declined, closed or withdrawn. */
  decidedAt!: string | null;
  declineReason!: string | null;
  /** The agreement that an accepted proposal led to. */
  agreementId!: string | null;
  version!: number;
}

export class ProposalPageDto {
  items!: ProposalDto[];
  next!: string | null;
}

export class ProposalQueryDto {
  @IsOptional() @IsUUID() needId?: string;
  @IsOptional() @IsIn(proposalStatuses) status?: (typeof proposalStatuses)[number];
}

export class ComparedLineDto {
  lineId!: string;
  unitPrice!: MoneyDto;
  /** Periods of the line's cadence within the term. */
  occurrences!: number;
  /** Of the whole term, net. */
  subtotal!: MoneyDto;
}

export class LackingSkillDto {
  skillCode!: string;
  minLevel!: number;
  /** Null where the listing doesn't name it. */
  level!: number | null;
}

/** What was asked for and the assistant's listing doesn't name. */
export class NotCoveredDto {
  dutyCodes!: string[];
  /** Preferred ones; nobody is proposed without those that are required. */
  skills!: LackingSkillDto[];
}

export class ComparedProposalDto {
  proposalId!: string;
  agencyId!: string;
  agency!: string;
  assistantId!: string;
  assistant!: string;
  lines!: ComparedLineDto[];
  subtotal!: MoneyDto;
  commission!: MoneyDto;
  /** By today's rate. */
  tax!: MoneyDto;
  /** Of the whole term. */
  total!: MoneyDto;
  /** By the agency's standing terms. */
  responseTargetMinutes!: number;
  suggestions!: SuggestionDto[];
  notCovered!: NotCoveredDto;
}

export class ProposalComparisonDto {
  needId!: string;
  items!: ComparedProposalDto[];
}
