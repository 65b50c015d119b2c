import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

/** Shapes that show what the pipe and the document make of DTOs; only the specs use them. */
export class SpecimenLineDto {
  @IsString()
  @Length(1, 50)
  dutyCode!: string;

  @IsInt()
  @Min(1)
  volume!: number;
}

export class SpecimenHoursDto {
  @IsString()
  timeZone!: string;
}

export class SpecimenDto {
  /** What it is called. */
  @IsString() @Length(1, 100) name!: string;

  @IsOptional() @IsEmail() email?: string;

  @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => SpecimenLineDto) lines!: SpecimenLineDto[];

  @IsOptional() @ValidateNested() @Type(() => SpecimenHoursDto) hours?: SpecimenHoursDto;

  @IsOptional() @IsString() note?: string | null;

  @IsOptional() @IsObject() free?: Record<string, unknown>;
}

export class SpecimenQueryDto {
  @IsOptional() @IsString() @Length(1, 20) text?: string;

  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(1_000) level?: number;
}

export class SpecimenPathDto {
  @Type(() => Number) @IsInt() @Min(1) number!: number;
}
