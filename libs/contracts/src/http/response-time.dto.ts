import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsISO8601, IsOptional, IsString, Length } from 'class-validator';
import { Nested } from '../nested.js';
import { HolidayCalendarDto } from './holidays.dto.js';
import { IsOneLine } from './is-one-line.js';
import { ListOf } from './list-of.js';
import { CountedPageDto, ListTimeQueryDto } from './lists.dto.js';
import { WeeklyHoursDto } from './shared-shapes.dto.js';

/** In which hours a business is there for its customers; only these count. */
export class SetResponseHoursDto {
  /** In the zone of the business. */
  @ListOf(() => WeeklyHoursDto, { least: 1, most: 50 }) weeklyHours!: WeeklyHoursDto[];

  /** Local dates on which it is closed, whatever the weekday: public holidays, a summer break. */
  @IsArray() @ArrayMaxSize(400) @IsString({ each: true }) @Length(10, 10, { each: true }) closedOn!: string[];

  /** Whose public holidays it keeps besides; left out, none. */
  @IsOptional() @Nested(() => HolidayCalendarDto) holidays?: HolidayCalendarDto | null;
}

export class ResponseHoursDto extends SetResponseHoursDto {
  /** IANA zone of the business when the hours were set. */
  timeZone!: string;
  /** Whether the business said so; until it does, Monday to Friday from nine to five. */
  isSet!: boolean;
  version!: number;
}

/** When a customer asked, and when a person first answered; nothing of who or what. */
export class TellEnquiryDto {
  /**
   * The business's own number for it. Told again it is the same enquiry; with a later `openedAt` it is the enquiry reopened, which
   * counts anew.
   */
  @IsString() @IsOneLine() @Length(1, 200) reference!: string;
  @IsISO8601({ strict: true }) @Length(10, 40) openedAt!: string;

  /** The first answer by a person; an automatic reply is none. Left out while nobody has answered. */
  @IsOptional() @IsISO8601({ strict: true }) @Length(10, 40) firstAnsweredAt?: string;

  /** Nobody waits for an answer to it, such as a newsletter: it doesn't count. */
  @IsOptional() @IsBoolean() automatic?: boolean;
}

export const enquirySources = ['api', 'file', 'mailbox'] as const;

export class EnquiryDto {
  id!: string;
  reference!: string;
  openedAt!: string;
  firstAnsweredAt!: string | null;
  automatic!: boolean;
  /** Whether the same reference was opened before. */
  reopened!: boolean;
  /** Whole minutes of the business's hours until the first answer; null while nobody has answered. */
  workingMinutes!: number | null;
  /** How it came here. */
  source!: (typeof enquirySources)[number];
  version!: number;
}

export class EnquiryPageDto extends CountedPageDto {
  items!: EnquiryDto[];
}

export const enquirySorts = ['opened', '-opened'] as const;
export const enquiryStates = ['waiting', 'answered', 'automatic'] as const;

/** Which enquiries; those that were opened between `from` and `to`. */
export class EnquiryQueryDto extends ListTimeQueryDto {
  @IsOptional() @IsIn(enquiryStates) state?: (typeof enquiryStates)[number];

  /** By when they were opened, which is the default; with `-` the latest first. */
  @IsOptional() @IsIn(enquirySorts) sort?: (typeof enquirySorts)[number];
}

export class RejectedEnquiryDto {
  /** Of the file, from 1. */
  line!: number;
  /** What it concerns; null for the line as a whole. */
  field!: string | null;
  code!: string;
  reason!: string;
}

/** What became of a file of enquiries. */
export class EnquiryImportDto {
  created!: number;
  updated!: number;
  unchanged!: number;
  rejected!: number;
  /** The first 200 lines that were rejected. */
  rejectedLines!: RejectedEnquiryDto[];
}

/** Of first answers, in whole minutes of the business's hours; null where fewer than 20 enquiries say something. */
export class ResponseFiguresDto {
  /** How many enquiries the figures are of. */
  enquiries!: number;
  /** Half of them were answered within this time. */
  medianMinutes!: number | null;
  /** Nine of ten were. */
  p90Minutes!: number | null;
}

export class ResponseBaselineDto extends ResponseFiguresDto {
  from!: string;
  to!: string;
  /** Since when it stays as it is; null while it follows what is told. */
  frozenAt!: string | null;
}

export class ResponseSinceDto extends ResponseFiguresDto {
  from!: string;
  to!: string;
  /** Of these, how many were opened again, and counted anew. */
  reopened!: number;
  /** Of these, how many nobody answered within 14 days: they count as answered then. */
  unanswered!: number;
  /** Opened in the last 14 days and not answered: they don't count yet. */
  waiting!: number;
  /** Those that nobody waits for an answer to; they don't count. */
  automatic!: number;
}

export class ResponseWeekDto extends ResponseFiguresDto {
  /** Its Monday, on the business's calendar. */
  startsOn!: string;
}

export const responseVerdicts = ['better', 'worse', 'unclear'] as const;

export class QuantileChangeDto {
  /** Minutes since minus minutes before: negative is faster. */
  minutes!: number;
  /** The interval that chance leaves at 95 percent. */
  lowMinutes!: number;
  highMinutes!: number;
  /** `unclear` where the interval holds zero. */
  verdict!: (typeof responseVerdicts)[number];
}

/** By how much it got better or worse, by a seeded bootstrap: the same enquiries give the same interval. */
export class ResponseChangeDto {
  median!: QuantileChangeDto;
  p90!: QuantileChangeDto;
}

/** How fast the customers of the business were answered before the engagement, and since. */
export class ResponseReportDto {
  engagementId!: string;
  hours!: ResponseHoursDto;
  /** True for the moment in which changed hours are being applied to what was told before. */
  isBeingMeasured!: boolean;
  baseline!: ResponseBaselineDto;
  since!: ResponseSinceDto;
  /** Null where either side has fewer than 20 enquiries. */
  change!: ResponseChangeDto | null;
  weeks!: ResponseWeekDto[];
}

/** What an agency's work did to the time in which its clients' customers are answered. */
export class ResponseRecordDto {
  agencyId!: string;
  /** Engagements with at least 20 enquiries before their start and 20 since. */
  compared!: number;
  /** Of these, in how many the median clearly got better or worse; the rest is within what chance allows. */
  better!: number;
  worse!: number;
  /** Enquiries since the start of these engagements. */
  enquiries!: number;
  /** The median of the engagements' medians since their start, in working minutes; null without any. */
  medianMinutes!: number | null;
}
