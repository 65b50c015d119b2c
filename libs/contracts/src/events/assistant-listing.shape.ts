import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO31661Alpha2,
  IsISO8601,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUUID,
} from 'class-validator';
import { Items } from '../items.js';
import { Nested } from '../nested.js';

export class ListedSkillV1 {
  @IsString() skillCode!: string;
  @IsInt() level!: number;
}

export class ListedLanguageV1 {
  @IsString() language!: string;
  @IsIn(['A1', 'A2', 'B1', 'B2', 'C1', 'C2']) level!: 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';
}

export class ListedRateV1 {
  @IsInt() amountMinor!: number;
  @IsString() currency!: string;
}

export class ListedHoursV1 {
  @IsInt() weekday!: number;
  @IsString() start!: string;
  @IsString() end!: string;
}

export class ListedDaysOffV1 {
  @IsString() from!: string;
  @IsString() to!: string;
}

/** The whole listing after the fact, so that a consumer needs no event but the last. Names stay at home. */
export class AssistantListingShapeV1 {
  @IsUUID() agencyId!: string;
  @IsIn(['draft', 'published', 'withdrawn']) status!: 'draft' | 'published' | 'withdrawn';
  @IsISO31661Alpha2() countryCode!: string;
  @IsTimeZone() timeZone!: string;
  @IsArray() @Items(() => ListedSkillV1) skills!: ListedSkillV1[];
  @IsArray() @IsString({ each: true }) dutyCodes!: string[];
  @IsArray() @Items(() => ListedLanguageV1) languages!: ListedLanguageV1[];
  @Nested(() => ListedRateV1) hourlyRate!: ListedRateV1;
  @IsArray() @Items(() => ListedHoursV1) weeklyHours!: ListedHoursV1[];
  @IsArray() @Items(() => ListedDaysOffV1) daysOff!: ListedDaysOffV1[];
  @IsInt() weeklyCapacityMinutes!: number;
  @IsBoolean() instantBooking!: boolean;

  /** When the assistant was published for the first time; null for a draft. */
  @IsOptional() @IsISO8601() listedAt!: string | null;
}
