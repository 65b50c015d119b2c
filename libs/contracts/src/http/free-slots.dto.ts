import { Type } from 'class-transformer';
import { IsInt, IsISO8601, IsOptional, IsTimeZone, IsUUID, Max, Min } from 'class-validator';

/** Which time is looked for. */
export class FreeSlotsQueryDto {
  /** A local date in `timeZone`, of which the whole day counts, or an instant with its offset. */
  @IsISO8601({ strict: true }) from!: string;

  /** The same; of a date the whole day counts. At most 62 days after `from`. */
  @IsISO8601({ strict: true }) to!: string;

  /** How long a booking is to be; 30 unless said. */
  @IsOptional() @IsInt() @Min(5) @Max(1440) @Type(() => Number) minutes?: number;

  /** IANA zone of the dates that are asked for and of the local times in the answer; the assistant's unless said. */
  @IsOptional() @IsTimeZone() timeZone?: string;

  /** The accepted agreement under which it is to be booked: its term, the last day of a notice and its least notice count. */
  @IsOptional() @IsUUID() agreementId?: string;
}

/** A stretch of free time: a booking of the asked length fits wherever in it it begins. */
export class FreeSlotDto {
  startAt!: string;
  /** Not included. */
  endAt!: string;
  /** `YYYY-MM-DDTHH:MM` on the clock of `timeZone`. */
  localStart!: string;
  localEnd!: string;
  minutes!: number;
}

/** Free time in order. Nobody holds it: whoever comes first can book it. */
export class FreeSlotsDto {
  assistantId!: string;
  timeZone!: string;
  /** How long a booking is to be. */
  minutes!: number;
  /** The answer is complete from here … */
  from!: string;
  /** … up to here, which is earlier than asked where there are more than 500 stretches; ask on from it. */
  to!: string;
  items!: FreeSlotDto[];
}
