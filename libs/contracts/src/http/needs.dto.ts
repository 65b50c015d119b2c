import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsOneLine } from './is-one-line.js';
import { IsOwnName } from './is-own-name.js';
import { Items } from '../items.js';
import { Nested } from '../nested.js';
import { ArrayUnique } from './array-unique.js';
import { catalogueDtoLanguages } from './catalogue.dto.js';
import { ListOf } from './list-of.js';
import { CountedPageDto } from './lists.dto.js';
import { LanguageDto, MoneyDto, WeeklyHoursDto } from './shared-shapes.dto.js';

export const channelKinds = ['email', 'chat', 'phone', 'video', 'helpdesk', 'project-board'] as const;
export const cadences = ['once', 'weekly', 'monthly'] as const;
export const needCloseReasons = ['fulfilled', 'withdrawn', 'lapsed'] as const;

export class NeedLineDto {
  /** Names the line within the need; chosen by the business, e.g. `inbox`. */
  @IsString() @IsOwnName() @Length(1, 40) lineId!: string;
  @IsString() @Length(1, 60) dutyCode!: string;

  /** Units of the duty per cadence; of a line as needed, the most hours. */
  @IsInt() @Min(1) @Max(10_000) volume!: number;
  @IsIn(cadences) cadence!: (typeof cadences)[number];

  /** When it counts as done; the catalogue's wording when left out. */
  @IsOptional() @IsString() @Length(1, 500) doneCriterion?: string;

  /** 1 would be nice, 2 matters, 3 is why help is sought. */
  @IsInt() @Min(1) @Max(3) importance!: number;

  /** By the hour, when it is called for, in the place of units that fall due. */
  @IsOptional() @IsBoolean() asNeeded?: boolean;
}

/** A skill at a level, 1 (has done it) to 5 (teaches it). */
export class RequiredSkillDto {
  @IsString() @Length(1, 60) skillCode!: string;
  @IsInt() @Min(1) @Max(5) minLevel!: number;
  @IsInt() @Min(1) @Max(3) importance!: number;
}

/** When help is needed: weekly hours, or one window. */
export class NeedHoursDto {
  @IsTimeZone() timeZone!: string;
  @IsIn(['weekly', 'window']) kind!: 'weekly' | 'window';
  @IsOptional() @ListOf(() => WeeklyHoursDto, { least: 1, most: 42 }) weekly?: WeeklyHoursDto[];
  @IsOptional() @IsISO8601({ strict: true }) startAt?: string;
  @IsOptional() @IsISO8601({ strict: true }) endAt?: string;
}

export class NeedContextDto {
  @IsString() @IsOneLine() @Length(1, 80) sector!: string;
  @IsArray() @ArrayMaxSize(30) @IsString({ each: true }) @MaxLength(60, { each: true }) tools!: string[];

  /** How long customers wait for a first answer today, in minutes of the business's hours. */
  @IsOptional() @IsInt() @Min(0) @Max(100_000) currentFirstResponseMinutes?: number;
}

/** What a change of a need may hold; null takes back what was said. */
export class UpdateNeedDto {
  /** What hurts, in plain words. */
  @IsOptional() @IsString() @Length(3, 4000) words?: string | null;
  @IsOptional() @IsIn(catalogueDtoLanguages) language?: (typeof catalogueDtoLanguages)[number] | null;
  @IsOptional() @ListOf(() => NeedLineDto, { most: 50 }) lines?: NeedLineDto[] | null;

  /** Skills without which nobody is on the shortlist, or proposed. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique((skill: RequiredSkillDto) => skill.skillCode)
  @Items(() => RequiredSkillDto)
  requiredSkills?: RequiredSkillDto[] | null;

  /** Skills that count in the score of whoever has them; nobody is left out for want of one. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique((skill: RequiredSkillDto) => skill.skillCode)
  @Items(() => RequiredSkillDto)
  preferredSkills?: RequiredSkillDto[] | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique((language: LanguageDto) => language.language)
  @Items(() => LanguageDto)
  requiredLanguages?: LanguageDto[] | null;

  @IsOptional() @Nested(() => NeedHoursDto) hours?: NeedHoursDto | null;

  /** Minutes of those hours, per week, in which the assistant has to be there too; 0, which is any, when left out. */
  @IsOptional() @IsInt() @Min(0) @Max(10_080) minOverlapMinutesPerWeek?: number | null;
  @IsOptional() @IsISO8601({ strict: true }) @Length(10, 10) startsOn?: string | null;
  @IsOptional() @IsISO8601({ strict: true }) @Length(10, 10) endsOn?: string | null;

  /**
   * The most that an assistant's hour may cost to be on the shortlist; rates in other currencies are compared by reference
   * rates. Proposals price units of work in its currency, and are the business's to judge.
   */
  @IsOptional() @Nested(() => MoneyDto) hourlyRateCap?: MoneyDto | null;

  /** One or two, and no more, so that nothing gets lost. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsIn(channelKinds, { each: true })
  channels?: (typeof channelKinds)[number][] | null;

  @IsOptional() @Nested(() => NeedContextDto) context?: NeedContextDto | null;

  /** Whether any verified agency may answer, beside those that are invited. */
  @IsOptional() @IsBoolean() openToProposals?: boolean | null;

  /** Agencies that must not be matched. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  excludedAgencyIds?: string[] | null;
}

/** A need as far as it is known; only posting asks for all of it. */
export class DraftNeedDto extends UpdateNeedDto {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  invitedAgencyIds?: string[];
}

export class InviteAgenciesDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ArrayUnique() @IsUUID(undefined, { each: true }) agencyIds!: string[];
}

export class CloseNeedDto {
  @IsIn(needCloseReasons) reason!: (typeof needCloseReasons)[number];
}

export class NeedLineAnswerDto {
  lineId!: string;
  dutyCode!: string;
  volume!: number;
  cadence!: (typeof cadences)[number];
  doneCriterion!: string;
  importance!: number;
  /** By the hour, when it is called for: `volume` is the most hours then. */
  asNeeded!: boolean;
}

export class NeedLanguageAnswerDto {
  language!: string;
  level!: LanguageDto['level'];
}

export class NeedContextAnswerDto {
  sector!: string | null;
  tools!: string[];
  currentFirstResponseMinutes!: number | null;
}

/** What everybody who may see a need sees of it. */
export class NeedOutlineDto {
  id!: string;
  status!: 'draft' | 'posted' | 'closed';
  lines!: NeedLineAnswerDto[];
  requiredSkills!: RequiredSkillDto[];
  preferredSkills!: RequiredSkillDto[];
  requiredLanguages!: NeedLanguageAnswerDto[];
  hours!: NeedHoursDto | null;
  minOverlapMinutesPerWeek!: number;
  startsOn!: string | null;
  endsOn!: string | null;
  hourlyRateCap!: MoneyDto | null;
  channels!: (typeof channelKinds)[number][];
  context!: NeedContextAnswerDto;
  openToProposals!: boolean;
  postedAt!: string | null;
  version!: number;
}

/** A need as the business that has it sees it. */
export class NeedDto extends NeedOutlineDto {
  businessId!: string;
  words!: string | null;
  language!: (typeof catalogueDtoLanguages)[number] | null;
  invitedAgencyIds!: string[];
  excludedAgencyIds!: string[];
  closedAt!: string | null;
  closeReason!: (typeof needCloseReasons)[number] | null;
}

export const needStatuses = ['draft', 'posted', 'closed'] as const;
export const needSorts = ['created', '-created', 'starts', '-starts'] as const;

/** Which needs; with `from` or `to`, those whose term has days between the two dates, both included. */
export class NeedQueryDto {
  /** Agencies see posted ones only. */
  @IsOptional() @IsIn(needStatuses) status?: (typeof needStatuses)[number];
  @IsOptional() @IsISO8601({ strict: true }) @Length(10, 10) from?: string;
  @IsOptional() @IsISO8601({ strict: true }) @Length(10, 10) to?: string;

  /** By when they were drafted, which is the default, or by their first day; with `-` the latest first. */
  @IsOptional() @IsIn(needSorts) sort?: (typeof needSorts)[number];
}

export class NeedPageDto extends CountedPageDto {
  items!: NeedDto[];
}

export class NeedLineForAgencyDto extends NeedLineAnswerDto {
  /** Periods of the cadence within the term: times the volume, times the price of a unit, that is what the line comes to. */
  occurrences!: number;
}

/**
 * A posted need as agencies see it: of the business, they learn the sector and the country. Once it is closed, those that were invited
 * or made a proposal still do.
 */
export class NeedForAgencyDto extends NeedOutlineDto {
  override lines!: NeedLineForAgencyDto[];
  /** Whether the business asked this very agency. */
  invited!: boolean;
  /** The trouble in the owner's words, contacts masked, for agencies that are invited. */
  words!: string | null;
  sector!: string;
  countryCode!: string;
  closedAt!: string | null;
  /** `fulfilled`: the business found somebody. */
  closeReason!: (typeof needCloseReasons)[number] | null;
}

export class NeedForAgencyPageDto extends CountedPageDto {
  items!: NeedForAgencyDto[];
}
