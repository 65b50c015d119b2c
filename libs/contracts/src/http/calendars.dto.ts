import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { IsOneLine } from './is-one-line.js';

export const calendarLanguages = ['en', 'es', 'ca'] as const;

export class MakeCalendarFeedDto {
  /** Whose bookings; without it those of the whole organisation, and for a member who is an assistant her own. */
  @IsOptional() @IsUUID() assistantId?: string;
  /** Of the words in it. */
  @IsOptional() @IsIn(calendarLanguages) language?: (typeof calendarLanguages)[number];
}

export class CalendarFeedDto {
  id!: string;
  /** Null for the bookings of the whole organisation. */
  assistantId!: string | null;
  @IsIn(calendarLanguages) language!: (typeof calendarLanguages)[number];
  madeAt!: string;
  /** When a calendar last asked for it, to the hour; null where none has yet. */
  lastReadAt!: string | null;
}

export class NewCalendarFeedDto extends CalendarFeedDto {
  /** Where calendars subscribe to it, below the address of this API. Whoever knows it reads it. Shown once. */
  path!: string;
}

export class CalendarFeedListDto {
  items!: CalendarFeedDto[];
}

export class LinkOutsideCalendarDto {
  /** Whose busy times it says; without it those of the member who is an assistant herself. */
  @IsOptional() @IsUUID() assistantId?: string;
  /** Where its iCalendar is: `https://…` or `webcal://…`, as calendars give it for subscribing in secret. */
  @IsString() @IsOneLine() @Length(8, 2_000) address!: string;
  /** What it is called here. */
  @IsString() @IsOneLine() @Length(1, 80) name!: string;
}

export const outsideCalendarDtoStatuses = ['linked', 'unreachable'] as const;

export class OutsideCalendarDto {
  id!: string;
  assistantId!: string;
  name!: string;
  /** Of the address the host alone: the rest is as good as a password. */
  host!: string;
  @IsIn(outsideCalendarDtoStatuses) status!: (typeof outsideCalendarDtoStatuses)[number];
  linkedAt!: string;
  /** When it was last read; null where it hasn't been yet. */
  lastReadAt!: string | null;
  /** Since when reading it fails, and why; null where all is well. */
  failingSince!: string | null;
  failure!: string | null;
  /** How many busy times it says for about a year ahead. */
  busyTimes!: number;
  version!: number;
}

export class OutsideCalendarListDto {
  items!: OutsideCalendarDto[];
}
