import { IsOptional, IsTimeZone, IsUUID } from 'class-validator';
import { MessageDto } from './conversation.dto.js';
import { DutyRunDto } from './engagements.dto.js';

export class TodayQueryDto {
  /** Of the agency's assistants the one whose day it is; an assistant reads her own. */
  @IsOptional() @IsUUID() assistantId?: string;

  /** IANA zone on whose clock the day is; the assistant's, or UTC where all assistants' days are read. */
  @IsOptional() @IsTimeZone() timeZone?: string;
}

/** Time of the day that a business has booked. */
export class BookedTodayDto {
  bookingId!: string;
  agreementId!: string;
  /** The line that the time is of; null where it is kept for the agreement as a whole. */
  lineId!: string | null;
  assistantId!: string;
  startAt!: string;
  endAt!: string;
  /** Whether something stands in the way of it. */
  atRisk!: boolean;
}

/** What there is to do, over all engagements. Of each list the first hundred; the lists themselves have the rest. */
export class TodayDto {
  /** The local date in `timeZone`. */
  date!: string;
  timeZone!: string;
  /** Work that was given back, the first to be due first. */
  returned!: DutyRunDto[];
  /** Work that can be done now and was not yet, the first to be due first. */
  due!: DutyRunDto[];
  /** Questions and promises that wait for the agency's side, overdue ones first. */
  waiting!: MessageDto[];
  /** Time that is booked today, in order; what is over by now as well. */
  booked!: BookedTodayDto[];
}
