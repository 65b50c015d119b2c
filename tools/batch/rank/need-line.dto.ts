import { UpdateNeedDto } from '#contracts';
import { PickType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString, Length } from 'class-validator';

/** A line of the needs: a need as the API has it, as far as matching looks at it. */
export class NeedFileLineDto extends PickType(UpdateNeedDto, [
  'lines',
  'requiredSkills',
  'preferredSkills',
  'requiredLanguages',
  'hours',
  'minOverlapMinutesPerWeek',
  'startsOn',
  'endsOn',
  'hourlyRateCap',
] as const) {
  @IsOptional() @IsString() @Length(1, 200) id?: string;
  @IsOptional() @IsString() @Length(1, 200) needId?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) excludedAgencyIds?: string[] | null;
}
