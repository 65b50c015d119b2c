import { IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID } from 'class-validator';
import { Items } from '../items.js';
import { Nested } from '../nested.js';
import { LanguageLevelV1, MoneyV1, NeedHoursV1 } from './measures.shape.js';

export class NeedLineV1 {
  @IsString() lineId!: string;
  @IsString() dutyCode!: string;
  @IsInt() volume!: number;
  @IsIn(['once', 'weekly', 'monthly']) cadence!: 'once' | 'weekly' | 'monthly';
  @IsInt() importance!: number;

  /** By the hour, when it is called for: `volume` is the most hours then. Left out of all others. */
  @IsOptional() @IsBoolean() asNeeded?: boolean;
}

/** A skill at a level: required or preferred. */
export class RequiredSkillV1 {
  @IsString() skillCode!: string;
  @IsInt() minLevel!: number;
  @IsInt() importance!: number;
}

/** A need as far as matching looks at it: no words, no names. */
export class NeedToMatchV1 {
  @IsArray() @Items(() => NeedLineV1) lines!: NeedLineV1[];
  @IsArray() @Items(() => RequiredSkillV1) requiredSkills!: RequiredSkillV1[];

  /** Those that count in the score; left out by older events, which knew none. */
  @IsOptional() @IsArray() @Items(() => RequiredSkillV1) preferredSkills?: RequiredSkillV1[];
  @IsArray() @Items(() => LanguageLevelV1) requiredLanguages!: LanguageLevelV1[];
  @Nested(() => NeedHoursV1) hours!: NeedHoursV1;

  /** Local dates in the zone of `hours`, both included. */
  @IsISO8601() startsOn!: string;
  @IsISO8601() endsOn!: string;
  @IsInt() minOverlapMinutesPerWeek!: number;

  /** Per hour. */
  @Nested(() => MoneyV1) hourlyRateCap!: MoneyV1;
  @IsUUID(undefined, { each: true }) excludedAgencyIds!: string[];
}
