import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
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
  ValidateNested,
} from 'class-validator';
import { catalogueDtoLanguages } from './catalogue.dto.js';
import { LanguageDto, MoneyDto, WeeklyHoursDto } from './shared-shapes.dto.js';

export const channelKinds = ['email', 'chat', 'phone', 'video', 'helpdesk', 'project-board'] as const;
export const cadences = ['once', 'weekly', 'monthly'] as const;

export class NeedLineDto {
  /** Names the line within the need; chosen by the business, e.g. `inbox`. */
  @IsString()
  @Length(1, 40)
  lineId!: string;

  @IsString()
  @Length(1, 60)
  dutyCode!: string;

  /** Units of the duty per cadence. */
  @IsInt()
  @Min(1)
  @Max(10_000)
  volume!: number;

  @IsIn(cadences)
  cadence!: (typeof cadences)[number];

  /** When it counts as done; the catalogue's wording when left out. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  doneCriterion?: string;

  /** 1 would be nice, 2 matters, 3 is why help is sought. */
  @IsInt()
  @Min(1)
  @Max(3)
  importance!: number;
}

export class RequiredSkillDto {
  @IsString()
  @Length(1, 60)
  skillCode!: string;

  @IsInt()
  @Min(1)
  @Max(5)
  minLevel!: number;

  @IsInt()
  @Min(1)
  @Max(3)
  importance!: number;
}

/** When help is needed: weekly hours, or one window. */
export class NeedHoursDto {
  @IsTimeZone()
  timeZone!: string;

  @IsIn(['weekly', 'window'])
  kind!: 'weekly' | 'window';

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(42)
  @ValidateNested({ each: true })
  @Type(() => WeeklyHoursDto)
  weekly?: WeeklyHoursDto[];

  @IsOptional()
  @IsISO8601({ strict: true })
  startAt?: string;

  @IsOptional()
  @IsISO8601({ strict: true })
  endAt?: string;
}

export class NeedContextDto {
  @IsString()
  @Length(1, 80)
  sector!: string;

  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  tools!: string[];

  /** How long customers wait for a first answer today, in minutes of the business's hours. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  currentFirstResponseMinutes?: number;
}

/** A need as far as it is known; only posting asks for all of it. */
export class DraftNeedDto {
  /** What hurts, in plain words. */
  @IsOptional()
  @IsString()
  @Length(3, 4000)
  words?: string;

  @IsOptional()
  @IsIn(catalogueDtoLanguages)
  language?: (typeof catalogueDtoLanguages)[number];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => NeedLineDto)
  lines?: NeedLineDto[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique((skill: RequiredSkillDto) => skill.skillCode)
  @ValidateNested({ each: true })
  @Type(() => RequiredSkillDto)
  requiredSkills?: RequiredSkillDto[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique((language: LanguageDto) => language.language)
  @ValidateNested({ each: true })
  @Type(() => LanguageDto)
  requiredLanguages?: LanguageDto[];

  @IsOptional()
  @ValidateNested()
  @Type(() => NeedHoursDto)
  hours?: NeedHoursDto;

  /** Minutes of those hours, per week, in which the assistant has to be there too. */
  @IsOptional()
  @IsInt()
  @Min(30)
  @Max(10_080)
  minOverlapMinutesPerWeek?: number;

  @IsOptional()
  @IsISO8601({ strict: true })
  @Length(10, 10)
  startsOn?: string;

  @IsOptional()
  @IsISO8601({ strict: true })
  @Length(10, 10)
  endsOn?: string;

  /** The most that an hour may cost. */
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyDto)
  hourlyRateCap?: MoneyDto;

  /** One or two, and no more, so that nothing gets lost. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsIn(channelKinds, { each: true })
  channels?: (typeof channelKinds)[number][];

  @IsOptional()
  @ValidateNested()
  @Type(() => NeedContextDto)
  context?: NeedContextDto;

  /** Whether any verified agency may answer, beside those that are invited. */
  @IsOptional()
  @IsBoolean()
  openToProposals?: boolean;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  invitedAgencyIds?: string[];

  /** Agencies that must not be matched. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  excludedAgencyIds?: string[];
}

export class NeedDto extends DraftNeedDto {
  id!: string;
  businessId!: string;
  status!: 'draft' | 'posted' | 'closed';
  postedAt!: string | null;
  version!: number;
}

export class NeedPageDto {
  items!: NeedDto[];
  next!: string | null;
}
