import { IsISO8601, IsOptional, IsTimeZone } from 'class-validator';

/** Of a list, the time that is looked at. */
export class ListTimeQueryDto {
  /** An instant with its offset, or a local date in `timeZone`, which begins with its first instant. */
  @IsOptional() @IsISO8601({ strict: true }) from?: string;

  /** An instant, not included, or a local date in `timeZone`, of which the whole day counts. */
  @IsOptional() @IsISO8601({ strict: true }) to?: string;

  /** IANA zone of dates; UTC unless said. */
  @IsOptional() @IsTimeZone() timeZone?: string;
}

/** What a page tells of the list that it is of. */
export abstract class CountedPageDto {
  /** `after` of the next page; null on the last. */
  next!: string | null;
  /** How many the whole list has, counted no further than 1,000. */
  total!: number;
  /** False where the list has more than `total`. */
  totalIsExact!: boolean;
}
