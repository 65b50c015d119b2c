import { IsIn, IsISO8601, IsUUID } from 'class-validator';

const readingFailuresV1 = [
  'address-refused',
  'connection',
  'host-unknown',
  'not-a-calendar',
  'refused',
  'status',
  'timeout',
  'tls',
  'too-large',
] as const;

/** A calendar elsewhere couldn't be read for a day; what it said last goes on being heeded. */
export class OutsideCalendarUnreachableV1 {
  static readonly type = 'outside-calendar.unreachable.v1';

  @IsUUID() agencyId!: string;
  @IsUUID() assistantId!: string;
  @IsIn(readingFailuresV1) because!: (typeof readingFailuresV1)[number];
  @IsISO8601() since!: string;
}
