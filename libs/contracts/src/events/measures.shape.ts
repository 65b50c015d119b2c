import { IsInt, IsISO4217CurrencyCode, IsString, Max, Min } from 'class-validator';

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
