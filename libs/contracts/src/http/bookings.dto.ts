import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUUID,
  Length,
} from 'class-validator';
import { bookingRiskReasons } from '../booking-risk-reasons.js';
import { Nested, Required } from '../nested.js';
import { ListOf } from './list-of.js';
import { CountedPageDto, ListTimeQueryDto } from './lists.dto.js';
import { MoneyDto, WeeklyHoursDto } from './shared-shapes.dto.js';

/** A stretch of time, end not included. */
export class SlotDto {
  @IsISO8601({ strict: true }) startAt!: string;
  @IsISO8601({ strict: true }) endAt!: string;
}

/** Hours that come back every week, expanded into dated slots by the rules of the zone on each date. */
export class WeeklySlotsDto {
  @IsTimeZone() timeZone!: string;
  @ListOf(() => WeeklyHoursDto, { least: 1, most: 42 }) weeklyHours!: WeeklyHoursDto[];
  @IsISO8601({ strict: true }) @Length(10, 10) startsOn!: string;

  /** Last day, included. */
  @IsISO8601({ strict: true }) @Length(10, 10) endsOn!: string;
}

/** Either `slots` or `weekly`. A hold lasts until its `holdExpiresAt`; `confirm` holds, clears and confirms in one go. */
export class CreateBookingDto {
  @IsUUID() agreementId!: string;

  /** The line by the hour that the time is of; needed where every line of the agreement is by the hour. */
  @IsOptional() @IsString() @Length(1, 40) lineId?: string;
  @IsOptional() @ListOf(() => SlotDto, { least: 1, most: 400 }) slots?: SlotDto[];
  @IsOptional() @Nested(() => WeeklySlotsDto) weekly?: WeeklySlotsDto;

  /** Only for an agreement that was made by instant booking. */
  @IsOptional() @IsBoolean() confirm?: boolean;
}

export class CancelBookingDto {
  @IsString() @Length(1, 500) reason!: string;

  /** Single slots by their starts; without, everything that lies ahead. The booking ends with its last slot ahead. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(400)
  @IsISO8601({ strict: true }, { each: true })
  slots?: string[];
}

/** Slots that nobody of the business was there for. */
export class NobodyThereDto {
  /** By their starts. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @IsISO8601({ strict: true }, { each: true }) slots!: string[];
}

/** Another time for one slot. */
export class SlotMoveDto {
  /** The start of the slot that is given up. */
  @IsISO8601({ strict: true }) startAt!: string;
  @Required(() => SlotDto) to!: SlotDto;
}

/** Either `moves` of single slots, or `slots` or `weekly` in the place of everything that lies ahead. */
export class RescheduleBookingDto {
  @IsOptional() @ListOf(() => SlotMoveDto, { least: 1, most: 400 }) moves?: SlotMoveDto[];
  @IsOptional() @ListOf(() => SlotDto, { least: 1, most: 400 }) slots?: SlotDto[];
  @IsOptional() @Nested(() => WeeklySlotsDto) weekly?: WeeklySlotsDto;
}

/** What calling off or moving time late costs. */
export class LateFeeDto {
  amount!: MoneyDto;
  incurredAt!: string;
  /** The invoice that charges it; null until one does. */
  invoiceId!: string | null;
}

export const bookingStatuses = ['held', 'confirmed', 'cancelled', 'expired', 'released'] as const;
export const bookingSorts = ['created', '-created', 'starts', '-starts'] as const;

/** Which bookings; those with time between `from` and `to`. */
export class BookingQueryDto extends ListTimeQueryDto {
  @IsOptional() @IsUUID() agreementId?: string;
  @IsOptional() @IsIn(bookingStatuses) status?: (typeof bookingStatuses)[number];

  /** Whether something stands in the way of what lies ahead. */
  @IsOptional() @IsIn(['true', 'false']) atRisk?: 'true' | 'false';

  /** By when they were made, which is the default, or by their first slot; with `-` the latest first. */
  @IsOptional() @IsIn(bookingSorts) sort?: (typeof bookingSorts)[number];
}

/**
 * Something that was true when the booking was confirmed is so no longer. What is booked neither starts nor costs anything
 * until the cause is gone, or both sides agree to go on (which they can for a day off alone), or it is cancelled for free. An absence alone
 * is in the way of its own time only.
 */
export class BookingRiskDto {
  reasons!: (typeof bookingRiskReasons)[number][];
  sinceAt!: string;
  /** Who is willing to go on in spite of it. */
  agreedBy!: ('agency' | 'business')[];
  /** Those that don't take place, or not in whole, unless it is settled before they begin. */
  slots!: SlotDto[];
}

export class BookingDto {
  id!: string;
  agreementId!: string;
  /** The line that the hours are of; null where they are kept for the agreement as a whole. */
  lineId!: string | null;
  businessId!: string;
  agencyId!: string;
  assistantId!: string;
  status!: (typeof bookingStatuses)[number];
  /** IANA zone of the agreement, in which the slots are meant. */
  timeZone!: string;
  slots!: SlotDto[];
  holdExpiresAt!: string | null;
  /** Null as long as nothing stands in the way. */
  risk!: BookingRiskDto | null;
  /** Slots that did not take place, because the booking was at risk when they would have begun. */
  missedSlots!: SlotDto[];
  confirmedAt!: string | null;
  cancelledAt!: string | null;
  cancelledBy!: 'agency' | 'business' | 'marketplace' | null;
  /** The slots that will not take place, by when they were called off; those that had begun stay. */
  cancelledSlots!: SlotDto[];
  /** What calling off the booking costs by the agreement's terms; null unless cancelled. */
  lateFee!: MoneyDto | null;
  /** All that was called off or moved late, slot by slot or as a whole. */
  lateFees!: LateFeeDto[];
  version!: number;
}

export class BookingPageDto extends CountedPageDto {
  items!: BookingDto[];
}
