import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsHash,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
} from 'class-validator';
import { HolidayCalendarDto } from './holidays.dto.js';
import { IsOneLine } from './is-one-line.js';
import { IsOwnName } from './is-own-name.js';
import { ListOf } from './list-of.js';
import { Nested, Required } from '../nested.js';
import { cadences, channelKinds } from './needs.dto.js';
import { AgreementTermsChoiceDto, SuggestionDto } from './proposals.dto.js';
import { PartiesDto } from './parties.dto.js';
import { MoneyDto } from './shared-shapes.dto.js';
import { TaxedSumsDto } from './taxed-sums.dto.js';

/**
 * Books an assistant at the listed rate, without a proposal; the agency's listing allows it. What is left out is as the
 * agency's standing terms have it; what is chosen may bind the agency to less, and not to more.
 */
export class DraftInstantAgreementDto extends AgreementTermsChoiceDto {
  @IsUUID() needId!: string;
  @IsUUID() assistantId!: string;
}

/** The one who answers for a line: the assistant, or a named person of the business. */
export class AccountableDto {
  @IsIn(['assistant', 'business']) party!: 'assistant' | 'business';

  /** Needed when the party is the business. */
  @IsOptional() @IsString() @IsOneLine() @Length(1, 120) personName?: string;
}

/** Hours that are paid ahead, a pack for each period. */
export class PackTermsDto {
  /** Most hours that stay for the next pack, of those that nobody used; the rest lapses. */
  @IsInt() @Min(0) @Max(10_000) carryOverHours!: number;
}

/** A line by the hour, when it is called for: nothing falls due by itself, and accepted time is charged. */
export class AsNeededDto {
  /** Minutes that are counted are rounded up to whole steps of so many. */
  @IsIn([1, 5, 6, 10, 12, 15, 20, 30, 60]) stepMinutes!: number;

  /** There where the hours of each period are paid ahead; left out, accepted time is charged. */
  @IsOptional() @Nested(() => PackTermsDto) pack?: PackTermsDto | null;
}

export const dutyModes = ['acts', 'prepares'] as const;

export class AgreementLineDto {
  @IsString() @IsOwnName() @Length(1, 40) lineId!: string;
  @IsString() @Length(1, 60) dutyCode!: string;
  @IsString() @Length(1, 300) description!: string;
  @IsString() @Length(0, 500) doneCriterion!: string;
  @IsString() @IsOneLine() @Length(0, 80) unit!: string;
  /** Units per cadence; of a line as needed, the most hours. */
  @IsInt() @Min(1) @Max(10_000) volume!: number;
  @IsIn(cadences) cadence!: (typeof cadences)[number];

  /**
   * On which days it is due, as a recurrence rule (RFC 5545): `FREQ=WEEKLY;BYDAY=MO,TH`, `FREQ=MONTHLY;BYMONTHDAY=-1`, `FREQ=MONTHLY;BYDAY=1MO`. Each
   * piece of work is due at the end of such a day in the zone of the agreement, and open since the one before. Rules of days and weeks go
   * with the cadence `weekly`, those of months with `monthly`. Left out, it is due at the end of whole weeks or months of the term.
   */
  @IsOptional() @IsString() @IsOneLine() @Length(1, 200) rule?: string | null;

  /** Exactly one; a list so that a draft can be written before it is settled. */
  @ListOf(() => AccountableDto, { most: 5 }) accountable!: AccountableDto[];
  /** Per unit, or per hour as needed. */
  @Required(() => MoneyDto) unitPrice!: MoneyDto;

  /** There where the line is by the hour, when it is called for, in the place of units that fall due. */
  @IsOptional() @Nested(() => AsNeededDto) asNeeded?: AsNeededDto | null;

  /**
   * Whether the assistant brings it to its end, or prepares it and somebody of the business ends it: never `acts` where the catalogue
   * says `prepares`. Left out, it stays as it is, and is as the catalogue has it in a new line.
   */
  @IsOptional() @IsIn(dutyModes) mode?: (typeof dutyModes)[number] | null;
}

export const paymentModes = ['prepaid', 'on-account'] as const;

/** How an agreement is paid. */
export class PaymentTermsDto {
  @IsIn(paymentModes) mode!: (typeof paymentModes)[number];

  /** On account: what may be owed and booked at a time, commission and tax included. */
  @IsOptional() @Nested(() => MoneyDto) limit?: MoneyDto | null;
}

/** A reminder of an invoice that was not paid in time. */
export class ReminderStepDto {
  /** Days after the last one on which it was to be paid; each later than the one before. */
  @IsInt() @Min(1) @Max(180) afterDays!: number;

  /** What the business owes the agency for it, in minor units of the agreement's currency. */
  @IsInt() @Min(0) @Max(4_000) feeMinor!: number;
}

/** How invoices are written and paid. */
export class InvoicingTermsDto {
  /** Days from the date of an invoice to the last one on which it is to be paid. */
  @IsInt() @Min(0) @Max(60) daysToPay!: number;
  @ListOf(() => ReminderStepDto, { most: 3 }) reminders!: ReminderStepDto[];

  /** Whether the business writes the invoices, in the agency's name. */
  @IsBoolean() selfBilling!: boolean;
}

/** New terms as a whole; they make a new version, which both sides have to accept again. */
export class ReviseAgreementDto {
  @ListOf(() => AgreementLineDto, { least: 1, most: 60 }) lines!: AgreementLineDto[];
  @IsArray() @ArrayMaxSize(6) @IsIn(channelKinds, { each: true }) channels!: (typeof channelKinds)[number][];
  @IsInt() @Min(1) @Max(10_080) responseTargetMinutes!: number;
  @IsInt() @Min(0) @Max(720) freeCancellationHours!: number;
  @IsInt() @Min(0) @Max(10_000) lateFeeBps!: number;
  @IsInt() @Min(1) @Max(720) silenceAcceptsAfterHours!: number;

  /** Days between a notice and the last day; with 0 either side may end it at once. Left out, they stay as they are. */
  @IsOptional() @IsInt() @Min(0) @Max(90) noticeDays?: number;

  /** Whose public holidays put off what is due. Left out, they stay as they are; with null none do. */
  @IsOptional() @Nested(() => HolidayCalendarDto) holidays?: HolidayCalendarDto | null;

  /**
   * `prepaid`: booked time is confirmed where money is there for it; `on-account`: up to a limit of what is owed and booked. Left out,
   * it stays as it is; with null each invoice is owed until it is due.
   */
  @IsOptional() @Nested(() => PaymentTermsDto) payment?: PaymentTermsDto | null;

  /** How invoices are written and reminded of. Left out, it stays as it is; with null it is as usual: 14 days, no reminders. */
  @IsOptional() @Nested(() => InvoicingTermsDto) invoicing?: InvoicingTermsDto | null;

  /** What a booked hour costs that is called off late; `lateFeeBps` of it is charged. Left out, it stays as it is. */
  @IsOptional() @Nested(() => MoneyDto) hourlyRate?: MoneyDto | null;
  @IsISO8601({ strict: true }) @Length(10, 10) startsOn!: string;
  @IsISO8601({ strict: true }) @Length(10, 10) endsOn!: string;
}

/** One accepts what one has read: the version is named by its content hash. */
export class AcceptAgreementDto {
  @IsHash('sha256') contentHash!: string;
}

/** What bookings of an instant agreement keep to. */
export class InstantLimitsDto {
  /** Minutes that may be booked in one ISO week of the agreement's zone. */
  mostMinutesPerWeek!: number;
  /** Hours between a booking and its first slot. */
  leastNoticeHours!: number;
}

/** All that both sides accept with a version. */
export class WrittenTermsDto extends ReviseAgreementDto {
  timeZone!: string;
  currency!: string;
  commissionBps!: number;
  taxBps!: number;
  taxNote!: string;
  adoptedSuggestions!: SuggestionDto[];
  /** Of an instant agreement, by the agency's standing terms of that time; null where it was asked. */
  instantLimits!: InstantLimitsDto | null;
  /** Who both parties were when the agreement was drafted; null in versions of before this was stated. */
  parties!: PartiesDto | null;
}

export class AgreementVersionDto extends WrittenTermsDto {
  number!: number;
  contentHash!: string;
  writtenBy!: 'agency' | 'business';
  writtenAt!: string;
  acceptedByAgencyAt!: string | null;
  acceptedByBusinessAt!: string | null;
  /** Whether the agency's acceptance was given beforehand, by a listing with instant booking. */
  standingAcceptance!: boolean;
}

export const agreementStatuses = ['drafting', 'accepted', 'changing', 'withdrawn'] as const;

/** Names a version of the terms. */
export class VersionNameDto {
  number!: number;
  contentHash!: string;
}

export class AgreementSummaryDto {
  id!: string;
  needId!: string;
  proposalId!: string | null;
  businessId!: string;
  agencyId!: string;
  assistantId!: string;
  instant!: boolean;
  /** `changing`: a change order waits for both sides, and the version in force stays in force. */
  status!: (typeof agreementStatuses)[number];
  /** Number of the version that both sides accepted last and that is in force. */
  versionInForce!: number | null;
  /** The version on the table: the one that can be accepted now, or that is in force. */
  current!: VersionNameDto;
  version!: number;
}

export class AgreementDto extends AgreementSummaryDto {
  /** All versions, oldest first; accepted ones never change. */
  versions!: AgreementVersionDto[];
}

export class AgreementPageDto {
  items!: AgreementSummaryDto[];
  next!: string | null;
}

export class AgreementQueryDto {
  @IsOptional() @IsUUID() needId?: string;
  @IsOptional() @IsIn(agreementStatuses) status?: (typeof agreementStatuses)[number];
}

export class QuoteQueryDto {
  /** Number of the version; without, the one in force, or the one on the table where none is. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1000) version?: number;
}

export class QuoteLineDto {
  lineId!: string;
  description!: string;
  unit!: string;
  cadence!: (typeof cadences)[number];
  /** Units in each period, or the most hours as needed. */
  volume!: number;
  /** Periods of the cadence within the term. */
  occurrences!: number;
  /** Units in the whole term. */
  quantity!: number;
  unitPrice!: MoneyDto;
  subtotal!: MoneyDto;
  commission!: MoneyDto;
  tax!: MoneyDto;
  total!: MoneyDto;
}

/** A pure function of one version of the agreement: nothing is ever invoiced beyond it. */
export class QuoteDto extends TaxedSumsDto {
  agreementId!: string;
  versionNumber!: number;
  contentHash!: string;
  /** As the version names them; null in versions of before this was stated. */
  parties!: PartiesDto | null;
  lines!: QuoteLineDto[];
}
