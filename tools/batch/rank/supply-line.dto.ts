import { DaysOffDto, LanguageDto, MoneyDto, SkillLevelDto, WeeklyHoursDto } from '#contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

export class BookedSlotDto {
  @IsISO8601({ strict: true }) startAt!: string;
  @IsISO8601({ strict: true }) endAt!: string;
}

export class KnownClearanceDto {
  /** Instant until which the workplace is cleared. */
  @IsOptional() @IsISO8601({ strict: true }) validUntil?: string | null;
}

/** The reviews of an assistant: their number, and their mean (1 to 5) or their sum. */
export class KnownReviewsDto {
  @IsInt() @Min(0) @Max(1_000_000) count!: number;
  @IsOptional() @IsNumber() @Min(1) @Max(5) mean?: number | null;
  @IsOptional() @IsNumber() @Min(0) @Max(5_000_000) scoreSum?: number | null;
}

/** Work of the last year that was done or should have been, and how much of it was done on time. */
export class KnownWorkDto {
  @IsInt() @Min(0) @Max(1_000_000) runs!: number;
  @IsInt() @Min(0) @Max(1_000_000) onTime!: number;
}

/** How often the agency answered an invitation to propose. */
export class KnownResponsesDto {
  @IsInt() @Min(0) answered!: number;
  @IsInt() @Min(0) missed!: number;
}

/** A line of the supply: an assistant as the API has it, with what a matching needs besides. */
export class SupplyLineDto {
  @IsOptional() @IsString() @Length(1, 200) id?: string;
  @IsOptional() @IsString() @Length(1, 200) assistantId?: string;
  @IsOptional() @IsString() @Length(1, 200) agencyId?: string;
  @IsOptional() @IsIn(['registered', 'verified', 'suspended']) agencyStatus?: 'registered' | 'verified' | 'suspended';
  @IsOptional() @IsIn(['draft', 'published', 'withdrawn']) status?: 'draft' | 'published' | 'withdrawn';

  /** That it is a zone is for the domain to say, which remembers those that it has seen. */
  @IsString() @Length(1, 64) timeZone!: string;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => WeeklyHoursDto)
  weeklyHours!: WeeklyHoursDto[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => DaysOffDto)
  daysOff?: DaysOffDto[];

  @IsInt() @Min(0) @Max(10_080) weeklyCapacityMinutes!: number;
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => SkillLevelDto) skills?: SkillLevelDto[];
  @IsArray() @IsString({ each: true }) @Length(1, 200, { each: true }) dutyCodes!: string[];
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => LanguageDto) languages?: LanguageDto[];
  @IsDefined() @ValidateNested() @Type(() => MoneyDto) hourlyRate!: MoneyDto;
  @IsOptional() @IsBoolean() instantBooking?: boolean;
  @IsOptional() @IsISO8601({ strict: true }) listedAt?: string | null;
  @IsOptional() @IsISO8601({ strict: true }) clearedUntil?: string | null;
  @IsOptional() @ValidateNested() @Type(() => KnownClearanceDto) clearance?: KnownClearanceDto | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10_000)
  @ValidateNested({ each: true })
  @Type(() => BookedSlotDto)
  bookings?: BookedSlotDto[];

  @IsOptional() @ValidateNested() @Type(() => KnownReviewsDto) reviews?: KnownReviewsDto;
  @IsOptional() @ValidateNested() @Type(() => KnownWorkDto) work?: KnownWorkDto;
  @IsOptional() @ValidateNested() @Type(() => KnownResponsesDto) responses?: KnownResponsesDto;
}
