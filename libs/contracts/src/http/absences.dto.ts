import { IsIn, IsISO8601, IsOptional, IsUUID } from 'class-validator';
import { CountedPageDto, ListTimeQueryDto } from './lists.dto.js';
import { MoneyDto } from './shared-shapes.dto.js';

export const reportedAbsenceKinds = ['sick', 'holiday', 'other'] as const;

/** The assistant says that she can't, or her agency for her; a business says that she isn't there for it. */
export class ReportAbsenceDto {
  /** A business says `other`, since it isn't told why. */
  @IsIn(reportedAbsenceKinds) kind!: (typeof reportedAbsenceKinds)[number];

  /** Whom an agency means; an assistant means herself. */
  @IsOptional() @IsUUID() assistantId?: string;

  /** For which engagement a business reports; all others name none, since she is away for everybody. */
  @IsOptional() @IsUUID() engagementId?: string;

  /** Now unless said; at most seven days ago. */
  @IsOptional() @IsISO8601({ strict: true }) startsAt?: string;

  /** Left out as long as nobody knows; a holiday has one. */
  @IsOptional() @IsISO8601({ strict: true }) endsAt?: string;
}

/** She didn't come to booked time. */
export class ReportNoShowDto {
  @IsUUID() bookingId!: string;

  /** The start of the booked time. */
  @IsISO8601({ strict: true }) slotStartsAt!: string;
}

export class EndAbsenceDto {
  /** Now unless said. */
  @IsOptional() @IsISO8601({ strict: true }) endsAt?: string;
}

export const absenceStatuses = ['reported', 'withdrawn'] as const;
export const absenceSorts = ['starts', '-starts'] as const;

/** Which absences; those with time between `from` and `to`. */
export class AbsenceQueryDto extends ListTimeQueryDto {
  @IsOptional() @IsUUID() assistantId?: string;
  @IsOptional() @IsIn(absenceStatuses) status?: (typeof absenceStatuses)[number];

  /** By when they begin, the earliest first unless said; with `-` the latest. */
  @IsOptional() @IsIn(absenceSorts) sort?: (typeof absenceSorts)[number];
}

export const shownAbsenceKinds = ['sick', 'holiday', 'other', 'no-show', 'away'] as const;

export class AbsenceDto {
  id!: string;
  agencyId!: string;
  assistantId!: string;
  /** The engagement for which a business reported it; null where she is away for everybody. */
  engagementId!: string | null;
  /** A business isn't told why: it reads `away`. */
  kind!: (typeof shownAbsenceKinds)[number];
  reportedBy!: 'assistant' | 'agency' | 'business';
  status!: (typeof absenceStatuses)[number];
  startsAt!: string;
  /** Null as long as nobody knows. */
  endsAt!: string | null;
  reportedAt!: string;
  version!: number;
}

export class AbsencePageDto extends CountedPageDto {
  items!: AbsenceDto[];
}

/** What a line per unit doesn't owe. */
export class NotOwedDto {
  lineId!: string;
  description!: string;
  unit!: string;
  quantity!: number;
  amount!: MoneyDto;
}

/** The absences from one engagement, and what they do to its price. */
export class EngagementAbsencesDto {
  engagementId!: string;
  /** Whether somebody is away at this moment: billing pauses. */
  awayNow!: boolean;
  items!: AbsenceDto[];
  /** What the lines per unit owe less by all of them; an absence without an end counts up to now. */
  notOwed!: NotOwedDto[];
  notOwedTotal!: MoneyDto;
  /** The price of the whole term as it is agreed, without commission and tax, and what is left of it. */
  agreedSubtotal!: MoneyDto;
  owedSubtotal!: MoneyDto;
  /** Booked minutes up to now in which nobody was there; they are not charged. */
  missedMinutes!: number;
}
