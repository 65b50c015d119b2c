import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO6391,
  IsInt,
  IsISO31661Alpha2,
  IsISO8601,
  IsOptional,
  IsString,
  IsTimeZone,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  IsUUID,
} from 'class-validator';
import { FileRemarkDto } from './file-remarks.dto.js';
import { IsOneLine } from './is-one-line.js';
import { Items } from '../items.js';
import { Required } from '../nested.js';
import { ArrayUnique } from './array-unique.js';
import { ListOf } from './list-of.js';
import { LanguageDto, MoneyDto, WeeklyHoursDto } from './shared-shapes.dto.js';

export class SkillLevelDto {
  /** Code of a skill of the catalogue. */
  @IsString() @Length(1, 60) skillCode!: string;

  /** 1 has done it, 3 does it weekly, 5 teaches it. */
  @IsInt() @Min(1) @Max(5) level!: number;
}

/** Days on which the assistant doesn't work, both ends included, local dates in the assistant's zone. */
export class DaysOffDto {
  @IsISO8601({ strict: true }) @Length(10, 10) from!: string;
  @IsISO8601({ strict: true }) @Length(10, 10) to!: string;
}

/** When an assistant works; replaced as a whole by `PUT /v1/assistants/{id}/availability`. */
export class AvailabilityDto {
  /** IANA zone in which the assistant works. */
  @IsTimeZone() timeZone!: string;

  /** Empty for a draft at most: a published assistant has working hours. */
  @ListOf(() => WeeklyHoursDto, { most: 50 }) weeklyHours!: WeeklyHoursDto[];
  @ListOf(() => DaysOffDto, { most: 200 }) daysOff!: DaysOffDto[];

  /** Minutes a week that can be booked in all. */
  @IsInt() @Min(0) @Max(10_080) weeklyCapacityMinutes!: number;
}

export class ListAssistantDto extends AvailabilityDto {
  /** Name or pseudonym under which the assistant is shown. */
  @IsString() @IsOneLine() @Length(1, 120) displayName!: string;

  /** What they call themselves; used everywhere, never replaced by another. */
  @IsString() @IsOneLine() @Length(1, 80) professionalTitle!: string;

  /** ISO 3166-1 alpha-2 code of the country in which they work; decides the jurisdiction of the clearance. */
  @IsISO31661Alpha2() countryCode!: string;

  @IsArray()
  @ArrayMaxSize(60)
  @ArrayUnique((skill: SkillLevelDto) => skill.skillCode)
  @Items(() => SkillLevelDto)
  skills!: SkillLevelDto[];

  /** Codes of the catalogue's duties that the assistant offers; at least one when it is published. */
  @IsArray()
  @ArrayMaxSize(120)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  dutyCodes!: string[];

  /** At least one when the assistant is published. */
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique((language: LanguageDto) => language.language)
  @Items(() => LanguageDto)
  languages!: LanguageDto[];

  @Required(() => MoneyDto) hourlyRate!: MoneyDto;

  /** May be booked at the listed rate without a proposal. */
  @IsBoolean() instantBooking!: boolean;

  /** The agency's own number for this person; unique in the agency, and what a roster import goes by. */
  @ValidateIf((_, value) => value !== null && value !== undefined)
  @IsString()
  @IsOneLine()
  @Length(1, 60)
  externalRef?: string | null;
}

/** The listing as it is to be from now on, as a whole. */
export class UpdateAssistantDto extends ListAssistantDto {}

export class WithdrawAssistantDto {
  @IsString() @Length(1, 500) reason!: string;
}

class ShownListingDto {
  id!: string;
  agencyId!: string;
  displayName!: string;
  professionalTitle!: string;
  countryCode!: string;
  timeZone!: string;
  skills!: SkillLevelDto[];
  dutyCodes!: string[];
  languages!: LanguageDto[];
  hourlyRate!: MoneyDto;
  weeklyHours!: WeeklyHoursDto[];
  weeklyCapacityMinutes!: number;
  instantBooking!: boolean;
}

export class AssistantDto extends ShownListingDto {
  /** A paused assistant keeps their bookings and is hidden from everybody but the agency. */
  status!: 'draft' | 'published' | 'withdrawn' | 'paused';
  daysOff!: DaysOffDto[];
  externalRef!: string | null;
  /** Whose checklist clears the workplace: that of the country where the assistant works. */
  clearanceJurisdiction!: 'uk' | 'es' | 'eu' | 'us';
  createdAt!: string;
  /** When the assistant was published for the first time. */
  listedAt!: string | null;
  version!: number;
}

export class AssistantPageDto {
  items!: AssistantDto[];
  next!: string | null;
}

/** Which published assistants; filters that are left out don't filter. */
export class PublishedAssistantsQueryDto {
  /** Code of a duty that the assistant offers. */
  @IsOptional() @IsString() @Length(1, 60) duty?: string;

  /** Code of a skill that the assistant has, at whatever level. */
  @IsOptional() @IsString() @Length(1, 60) skill?: string;

  /** ISO 639-1 code of a language that the assistant speaks, at whatever level. */
  @IsOptional() @IsISO6391() language?: string;

  /** ISO 3166-1 alpha-2 code of the country in which the assistant works. */
  @IsOptional() @IsISO31661Alpha2() country?: string;

  /** The agency that lists the assistant. */
  @IsOptional() @IsUUID() agency?: string;

  /** Whether the assistant may be booked at the listed rate without a proposal. */
  @IsOptional() @IsIn(['true', 'false']) instant?: 'true' | 'false';
}

/** What anybody may see of a published assistant. */
export class PublishedAssistantDto extends ShownListingDto {
  agencyName!: string;
  /** When the assistant was published for the first time. */
  listedAt!: string;
}

export class PublishedAssistantPageDto {
  items!: PublishedAssistantDto[];
  next!: string | null;
}

/** A verified agency, by those whom it lists and who match. */
export class PublishedAgencyDto {
  id!: string;
  name!: string;
  /** How many of its assistants match. */
  assistants!: number;
  /** Where those work, ISO 3166-1 alpha-2. */
  countryCodes!: string[];
  /** Whether one of them can be booked at once. */
  instantBooking!: boolean;
}

export class PublishedAgencyPageDto {
  items!: PublishedAgencyDto[];
  next!: string | null;
}

/** A line of the roster that was not taken in, and why. */
export class RejectedRosterLineDto {
  /** Number of the line in the file, counted from 1 with the header as line 1. */
  line!: number;
  field!: string | null;
  code!: string;
  /** What stands in the cell, at most 100 characters of it; null for what concerns the whole line. */
  written!: string | null;
  reason!: string;
}

export class RosterReportDto {
  created!: number;
  updated!: number;
  unchanged!: number;
  rejected!: RejectedRosterLineDto[];
  remarks!: FileRemarkDto[];
}

export class RosterPreviewDto extends RosterReportDto {
  /** Where a line is rejected, the file as CSV, a workbook too, each line under its number: to be put right and sent again. Null otherwise. */
  text!: string | null;
}
