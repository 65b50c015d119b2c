import {
  IsArray,
  IsIn,
  IsInt,
  IsISO4217CurrencyCode,
  IsISO8601,
  IsOptional,
  IsString,
  IsTimeZone,
  Length,
  Max,
  Min,
} from 'class-validator';
import { Items } from '../items.js';

export class MoneyV1 {
  /** Integer minor units of the currency. */
  @IsInt() amountMinor!: number;
  @IsISO4217CurrencyCode() currency!: string;
}

export class WeeklyHoursV1 {
  /** ISO weekday, 1 is Monday. */
  @IsInt() @Min(1) @Max(7) weekday!: number;

  /** Local times `HH:MM`. */
  @IsString() start!: string;
  @IsString() end!: string;
}

export class LanguageLevelV1 {
  @IsString() @Length(2, 2) language!: string;
  @IsIn(['A1', 'A2', 'B1', 'B2', 'C1', 'C2']) minLevel!: 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';
}

/** `weekly` holds the hours of kind `weekly`; `startAt` and `endAt` bound the window of kind `window`. */
export class NeedHoursV1 {
  @IsIn(['weekly', 'window']) kind!: 'weekly' | 'window';
  @IsTimeZone() timeZone!: string;
  @IsOptional() @IsArray() @Items(() => WeeklyHoursV1) weekly?: WeeklyHoursV1[];
  @IsOptional() @IsISO8601() startAt?: string;
  @IsOptional() @IsISO8601() endAt?: string;
}
