import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { IsOneLine } from './is-one-line.js';
import { CountedPageDto, ListTimeQueryDto } from './lists.dto.js';
import { cadences } from './needs.dto.js';
import { MoneyDto } from './shared-shapes.dto.js';

/** Starts a timer; with both a beginning and an end, records time that was worked without one. */
export class CreateTimeEntryDto {
  @IsUUID() engagementId!: string;

  /** A line by the hour. */
  @IsString() @Length(1, 40) lineId!: string;

  /** What is done, in a few words. */
  @IsOptional() @IsString() @IsOneLine() @Length(1, 300) note?: string;
  @IsOptional() @IsISO8601({ strict: true }) startedAt?: string;
  @IsOptional() @IsISO8601({ strict: true }) endedAt?: string;
}

/** The time as it really was; what was accepted waits for the business again. */
export class CorrectTimeEntryDto {
  @IsISO8601({ strict: true }) startedAt!: string;
  @IsISO8601({ strict: true }) endedAt!: string;

  /** The note as it is to be; left out, there is none. */
  @IsOptional() @IsString() @IsOneLine() @Length(1, 300) note?: string;
}

export class ReturnTimeEntryDto {
  @IsString() @Length(1, 2000) reason!: string;
}

export const timeEntryStatuses = ['running', 'recorded', 'returned', 'accepted', 'discarded'] as const;
export const timeEntrySorts = ['started', '-started'] as const;

/** Which entries; those that began between `from` and `to`. */
export class TimeEntryQueryDto extends ListTimeQueryDto {
  @IsOptional() @IsUUID() engagementId?: string;
  @IsOptional() @IsIn(timeEntryStatuses) status?: (typeof timeEntryStatuses)[number];

  /** By when they began, the earliest first unless said; with `-` the latest. */
  @IsOptional() @IsIn(timeEntrySorts) sort?: (typeof timeEntrySorts)[number];
}

export class TimeEntryDto {
  id!: string;
  engagementId!: string;
  businessId!: string;
  agencyId!: string;
  assistantId!: string;
  lineId!: string;
  /** `recorded` waits for the business. */
  status!: (typeof timeEntryStatuses)[number];
  note!: string | null;
  startedAt!: string;
  /** Null while the timer runs. */
  endedAt!: string | null;
  /** Whole minutes that passed. */
  minutes!: number | null;
  /** In whole steps of the agreement. */
  roundedMinutes!: number | null;
  /** What of it is charged, once it is accepted: the period's ceiling may leave less. */
  chargedMinutes!: number | null;
  hourlyRate!: MoneyDto | null;
  /** Whether it is taken from a pack of hours that is paid ahead, and is not charged again. */
  fromPack!: boolean;
  silenceAcceptsAt!: string | null;
  timesReturned!: number;
  returnReason!: string | null;
  acceptedAt!: string | null;
  acceptedBySilence!: boolean;
  /** The dispute that holds it, while that is open. */
  disputeId!: string | null;
  /** Once it is there, the entry never changes again. */
  invoiceId!: string | null;
  version!: number;
}

export class TimeEntryPageDto extends CountedPageDto {
  items!: TimeEntryDto[];
}

export class HoursQueryDto {
  /** A local date in the agreement's zone; today unless said. */
  @IsOptional() @IsISO8601({ strict: true }) @Length(10, 10) on?: string;
}

/** The pack of hours of a period, which is paid ahead. */
export class PackOfPeriodDto {
  /** Whole hours, in minutes. */
  minutes!: number;
  /** Left of packs before. */
  carriedMinutes!: number;
  /** The most that accepted time of the period can take. */
  availableMinutes!: number;
  /** Neither recorded nor accepted, nor paid back. */
  leftMinutes!: number;
  /** So much of what is left stays for the next pack. */
  carryOverMinutes!: number;
  /** Without commission and tax. */
  price!: MoneyDto;
  /** Null until its period has begun. */
  boughtAt!: string | null;
  /** Null until an invoice charges it. */
  invoiceId!: string | null;
  /** Unused minutes that were paid back when the agency was suspended. */
  refundedMinutes!: number;
}

/** A line by the hour, and how much of its period is used. */
export class HoursOfLineDto {
  lineId!: string;
  description!: string;
  cadence!: (typeof cadences)[number];
  hourlyRate!: MoneyDto;
  stepMinutes!: number;
  /** First and last local date of the period. */
  periodFrom!: string;
  periodTo!: string;
  /** The most that is charged in the period, or the most that its pack has. */
  ceilingMinutes!: number;
  bookedMinutes!: number;
  /** Waiting for the business, in whole steps. */
  recordedMinutes!: number;
  acceptedMinutes!: number;
  /** Booked time that is going on: a timer may run until then; null where none is. */
  bookedUntil!: string | null;
  /** When the next booked time begins; null where none is ahead. */
  nextBookedAt!: string | null;
  /** Null where accepted time is charged by the hour. */
  pack!: PackOfPeriodDto | null;
}

/** All lines by the hour of an engagement, on one day. */
export class EngagementHoursDto {
  engagementId!: string;
  timeZone!: string;
  lines!: HoursOfLineDto[];
}
