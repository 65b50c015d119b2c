import {
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
} from 'class-validator';
import { Items } from '../items.js';
import { Nested } from '../nested.js';
import { MoneyV1 } from './measures.shape.js';

export class ScorePartV1 {
  /** `duties`, `skills`, `overlap`, `price`, `quality`, `work`, `response` or `freshness`. */
  @IsString() part!: string;
  @IsNumber() weight!: number;

  /** What the part gives; the points of all parts add up to the score. */
  @IsNumber() points!: number;
}

export class SkillMatchV1 {
  @IsString() skillCode!: string;

  /** Null when the assistant doesn't list the skill. */
  @IsOptional() @IsInt() level!: number | null;
  @IsInt() minLevel!: number;
  @IsBoolean() reached!: boolean;

  /** Whether nobody goes without it, or it is preferred; older shortlists don't say. */
  @IsOptional() @IsBoolean() required?: boolean;
}

/** Minutes under each ISO weekday, Monday first. */
export class MinutesByWeekdayV1 {
  @IsInt({ each: true }) inNeedZone!: number[];
  @IsInt({ each: true }) inAssistantZone!: number[];
}

/** A stretch that both share of the first week with all the asked hours, on both clocks. */
export class SharedHoursV1 {
  /** ISO weekday and local times in the need's zone. */
  @IsInt() weekday!: number;
  @IsString() start!: string;
  @IsString() end!: string;
  @IsInt() assistantWeekday!: number;
  @IsString() assistantStart!: string;
  @IsString() assistantEnd!: string;
  @IsInt() minutes!: number;
}

export class ReviewsV1 {
  @IsInt() count!: number;

  /** 1 to 5; null without reviews. */
  @IsOptional() @IsNumber() mean!: number | null;
}

/** Work of the last year, over all engagements. */
export class WorkV1 {
  /** Done, or should have been. */
  @IsInt() runs!: number;
  @IsInt() onTime!: number;

  /** Of it done on time, 0 to 1; null without any. */
  @IsOptional() @IsNumber() share!: number | null;
}

export class ExplanationV1 {
  @IsArray() @Items(() => ScorePartV1) parts!: ScorePartV1[];
  @IsString({ each: true }) matchedDuties!: string[];
  @IsString({ each: true }) missingDuties!: string[];
  @IsArray() @Items(() => SkillMatchV1) skills!: SkillMatchV1[];
  @IsArray() @Items(() => SharedHoursV1) sharedHours!: SharedHoursV1[];
  @Nested(() => MinutesByWeekdayV1) minutesByWeekday!: MinutesByWeekdayV1;

  /** Shared minutes over the whole term, out of those asked for. */
  @IsInt() sharedMinutes!: number;
  @IsInt() askedMinutes!: number;

  /** Shared minutes of the week that has least of them, and what that week asks for. */
  @IsInt() worstWeekMinutes!: number;
  @IsInt() requiredWeekMinutes!: number;
  @Nested(() => MoneyV1) hourlyRate!: MoneyV1;
  @Nested(() => MoneyV1) hourlyRateCap!: MoneyV1;
  @Nested(() => ReviewsV1) reviews!: ReviewsV1;

  /** Left out by shortlists from before it was counted. */
  @IsOptional() @Nested(() => WorkV1) work?: WorkV1;
}

/** The tenth place went to a newcomer by lot. */
export class NewcomerSlotV1 {
  /** How probable it was that this very newcomer got the place. */
  @IsNumber() @Min(0) @Max(1) chance!: number;
}

/** What came of the suggestions of an agency: how many were measured, and how many of them did what was expected, or something. */
export class AgencySuggestionsV1 {
  @IsInt() @Min(1) measured!: number;
  @IsInt() @Min(0) reached!: number;
  @IsInt() @Min(0) improved!: number;
}

export class ShortlistEntryV1 {
  /** From 1, without gaps. */
  @IsInt() @Min(1) rank!: number;
  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;
  @IsNumber() @Min(0) @Max(1) score!: number;
  @IsBoolean() instantBooking!: boolean;

  /** Of the one newcomer, if any, who has the tenth place by lot; null or left out for all others. */
  @IsOptional() @Nested(() => NewcomerSlotV1) newcomerSlot?: NewcomerSlotV1 | null;
  @Nested(() => ExplanationV1) explanation!: ExplanationV1;

  /** Of its agency; left out where none was measured, and by older shortlists. */
  @IsOptional() @Nested(() => AgencySuggestionsV1) agencySuggestions?: AgencySuggestionsV1;
}

export class MissingLanguageV1 {
  @IsString() language!: string;
  @IsString() minLevel!: string;

  /** Null where it isn't spoken. */
  @IsOptional() @IsString() level!: string | null;
}

export class MissingSkillV1 {
  @IsString() skillCode!: string;
  @IsInt() minLevel!: number;

  /** Null where the listing doesn't name it. */
  @IsOptional() @IsInt() level!: number | null;
}

export class RateAboveCapV1 {
  @Nested(() => MoneyV1) hourlyRate!: MoneyV1;
  @Nested(() => MoneyV1) hourlyRateCap!: MoneyV1;

  /** Null where the two are in different currencies. */
  @IsOptional() @Nested(() => MoneyV1) aboveCap!: MoneyV1 | null;

  /** Basis points of the cap, rounded up; null where the currencies can't be compared. */
  @IsOptional() @IsInt() aboveCapBps!: number | null;
}

export class ShortClearanceV1 {
  /** Null without a clearance. */
  @IsOptional() @IsISO8601() clearedUntil!: string | null;
  @IsISO8601() neededUntil!: string;
}

export class ShortWeekV1 {
  @IsInt() minutes!: number;
  @IsInt() neededMinutes!: number;
}

/** What a near miss lacks; all but what the failed filter is about is empty. */
export class ShortfallV1 {
  @IsOptional() @IsString() agencyStatus!: string | null;
  @IsArray() @Items(() => MissingLanguageV1) languages!: MissingLanguageV1[];
  @IsArray() @Items(() => MissingSkillV1) skills!: MissingSkillV1[];

  /** Duties of the need, none of which is offered. */
  @IsString({ each: true }) dutyCodes!: string[];
  @IsOptional() @Nested(() => RateAboveCapV1) rate!: RateAboveCapV1 | null;
  @IsOptional() @Nested(() => ShortClearanceV1) clearance!: ShortClearanceV1 | null;

  /** Of the week that lacks most. */
  @IsOptional() @Nested(() => ShortWeekV1) week!: ShortWeekV1 | null;
}

export class NearMissV1 {
  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;

  /** The one hard filter that keeps the assistant off the shortlist. */
  @IsString() failedFilter!: string;

  /** Left out by older shortlists. */
  @IsOptional() @Nested(() => ShortfallV1) shortfall?: ShortfallV1;

  /** What the score would be without it. */
  @IsNumber() @Min(0) @Max(1) score!: number;
}
