import { IsIn, IsInt, IsISO4217CurrencyCode, IsISO6391, IsString, Max, MaxLength, Min } from 'class-validator';

/** An amount in integer minor units (cents, yen, fils) of its currency. */
export class MoneyDto {
  /** Integer minor units: 1250 EUR is 12.50 euros, 1250 JPY is 1250 yen. */
  @IsInt() @Min(0) @Max(1_000_000_000_000) amountMinor!: number;

  /** ISO 4217 code. */
  @IsISO4217CurrencyCode() currency!: string;
}

/** Hours of a weekday in the zone of whoever states them; across midnight is written as two entries. */
export class WeeklyHoursDto {
  /** ISO weekday: 1 is Monday, 7 is Sunday. */
  @IsInt() @Min(1) @Max(7) weekday!: number;

  /** Local time `HH:MM`. */
  @IsString() @MaxLength(5) start!: string;

  /** Local time `HH:MM`, later than `start`; `24:00` is the end of the day. */
  @IsString() @MaxLength(5) end!: string;
}

export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;

/** A language with its level in the Common European Framework of Reference. */
export class LanguageDto {
  /** ISO 639-1 code in lower case, e.g. `ca`. */
  @IsISO6391() language!: string;
  @IsIn(languageLevels) level!: (typeof languageLevels)[number];
}
