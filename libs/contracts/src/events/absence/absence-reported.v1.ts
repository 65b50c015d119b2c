import { IsBoolean, IsIn, IsISO8601, IsOptional } from 'class-validator';
import { AbsenceOfV1 } from '../absence-shapes.js';

/** An assistant is away, or didn't come to booked time. Billing pauses from `awayFrom`. */
export class AbsenceReportedV1 extends AbsenceOfV1 {
  static readonly type = 'absence.reported.v1';

  @IsIn(['assistant', 'agency', 'business']) reportedBy!: 'assistant' | 'agency' | 'business';

  /** Whether it is booked time to which she didn't come. */
  @IsBoolean() noShow!: boolean;
  @IsISO8601() awayFrom!: string;
  @IsOptional() @IsISO8601() awayUntil!: string | null;
  @IsISO8601() reportedAt!: string;
}
