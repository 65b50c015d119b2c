import { IsISO31661Alpha2, IsString, Length, ValidateIf } from 'class-validator';

/** Whose public holidays count; `GET /v1/holiday-calendars` lists those that are known. */
export class HolidayCalendarDto {
  /** ISO 3166-1 alpha-2. */
  @IsISO31661Alpha2() countryCode!: string;

  /** The second part of ISO 3166-2, such as `CT`; without, the holidays of the whole country. */
  @ValidateIf((_, value) => value !== null && value !== undefined) @IsString() @Length(1, 3) regionCode?: string | null;
}

export class HolidayRegionDto {
  code!: string;
  /** In its own language. */
  name!: string;
}

export class KnownCalendarDto {
  countryCode!: string;
  regions!: HolidayRegionDto[];
}

export class KnownCalendarsDto {
  items!: KnownCalendarDto[];
}
