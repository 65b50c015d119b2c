import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { CountedPageDto, ListTimeQueryDto } from './lists.dto.js';
import { MoneyDto } from './shared-shapes.dto.js';
import { Fraction } from './fraction.js';
import { ListOf } from './list-of.js';

export const evidenceKinds = ['link', 'note', 'document-hash', 'file'] as const;

/** What shows that the work was done. */
export class WorkEvidenceDto {
  @IsIn(evidenceKinds) kind!: (typeof evidenceKinds)[number];

  /** A URL, words, a SHA-256 in hex, or the id of a file. */
  @IsString() @Length(1, 2000) value!: string;
}

export class MarkDutyRunDoneDto {
  /** Units done, at most the run's volume. */
  @IsInt() @Min(1) @Max(10_000) quantity!: number;

  /** Minutes that it took. */
  @IsInt() @Min(1) @Max(1_100_000) minutes!: number;

  /** When the work was finished; without, now. */
  @IsOptional() @IsISO8601({ strict: true }) @Length(10, 40) doneAt?: string;
  @ListOf(() => WorkEvidenceDto, { least: 1, most: 20 }) evidence!: WorkEvidenceDto[];
}

export const restChoices = ['carried-over', 'waived'] as const;

/** Units that were asked for and not done, and what became of them. Silence waives them. */
export class RestOfRunDto {
  quantity!: number;
  becomes!: (typeof restChoices)[number];
}

export class AcceptDutyRunDto {
  /** How well it was done: 1 poor, 5 excellent. */
  @IsInt() @Min(1) @Max(5) quality!: number;

  /**
   * What becomes of the units that were asked for and not done: carried over to the line's next period at their price, or
   * waived. Needed when less was done than the volume.
   */
  @IsOptional() @IsIn(restChoices) rest?: (typeof restChoices)[number];
}

export class ReturnDutyRunDto {
  @IsString() @Length(1, 500) reason!: string;
}

export class GiveNoticeDto {
  @IsString() @Length(1, 500) reason!: string;

  /** The last day of work, in the agreement's zone; without, the first that the agreed notice allows. */
  @IsOptional() @IsISO8601({ strict: true }) @Length(10, 10) lastDayOn?: string;
}

/** That a side ends it, and after which day. */
export class NoticeOfEndDto {
  by!: 'agency' | 'business';
  reason!: string;
  givenAt!: string;
  lastDayOn!: string;
}

export class EndEngagementDto {
  @IsString() @Length(1, 500) reason!: string;
}

export const dutyRunStatuses = ['scheduled', 'done', 'returned', 'accepted', 'cancelled'] as const;

export const dutyRunSorts = ['starts', '-starts'] as const;

/** Which runs; those whose period begins between `from` and `to`. */
export class DutyRunQueryDto extends ListTimeQueryDto {
  @IsOptional() @IsIn(dutyRunStatuses) status?: (typeof dutyRunStatuses)[number];

  /** By when their period begins, which is the default; with `-` the latest first. */
  @IsOptional() @IsIn(dutyRunSorts) sort?: (typeof dutyRunSorts)[number];
}

export const allDutyRunSorts = ['due', '-due'] as const;

/** Which runs of all engagements; those that can be worked on from `from` until `to`. */
export class AllDutyRunsQueryDto extends ListTimeQueryDto {
  @IsOptional() @IsIn(dutyRunStatuses) status?: (typeof dutyRunStatuses)[number];
  @IsOptional() @IsUUID() assistantId?: string;

  /** By when they are due, which is the default; with `-` the latest first. */
  @IsOptional() @IsIn(allDutyRunSorts) sort?: (typeof allDutyRunSorts)[number];
}

/** One period of one duty line. */
export class DutyRunDto {
  id!: string;
  engagementId!: string;
  lineId!: string;
  dutyCode!: string;
  description!: string;
  unit!: string;
  doneCriterion!: string;
  volume!: number;
  unitPrice!: MoneyDto;
  /** The agreement version whose terms hold for it. */
  agreementVersion!: number;
  /** First and last local date of its period, in the agreement's zone. */
  periodFrom!: string;
  periodTo!: string;
  /** From when it can be done, and by when it is due. */
  opensAt!: string;
  dueAt!: string;
  /** When it is late: an absence over its end gives back what it took. Null as long as nobody knows when she comes back. */
  lateAt!: string | null;
  /** Units that are owed of the volume; an absence takes its share off. */
  owed!: number;
  status!: (typeof dutyRunStatuses)[number];
  /** What was reported; null while nothing was. */
  quantity!: number | null;
  minutes!: number | null;
  evidence!: WorkEvidenceDto[];
  doneAt!: string | null;
  /** When silence accepts what was reported. */
  silenceAcceptsAt!: string | null;
  timesReturned!: number;
  /** Of the last return, until it is done again. */
  returnReason!: string | null;
  /** Null while not accepted, and when silence accepted it. */
  quality!: number | null;
  acceptedAt!: string | null;
  acceptedBySilence!: boolean;
  /** Null while not accepted, and when everything was done. */
  rest!: RestOfRunDto | null;
  /** The run whose rest this one is; null for what the agreement asks of the period itself. */
  carriedFrom!: string | null;
  /** The dispute that holds it, while that is open. */
  disputeId!: string | null;
  invoiceId!: string | null;
  version!: number;
}

export class DutyRunPageDto extends CountedPageDto {
  items!: DutyRunDto[];
}

/** The life of an accepted agreement. It has the agreement's id. */
export class EngagementDto {
  id!: string;
  agreementId!: string;
  businessId!: string;
  agencyId!: string;
  assistantId!: string;
  /** The booking whose confirmation began it; null for those that began with the acceptance, as all do now. */
  firstBookingId!: string | null;
  status!: 'active' | 'ended';
  startedAt!: string;
  /** The last day: of the term in force, or of a notice. */
  endsOn!: string;
  notice!: NoticeOfEndDto | null;
  endedAt!: string | null;
  /** A side that ended it early, or the term that ran out. */
  endedBy!: 'agency' | 'business' | 'term' | null;
  endReason!: string | null;
  version!: number;
}

export class EngagementPageDto {
  items!: EngagementDto[];
  next!: string | null;
}

export class ScoreDto {
  /** All that fall due but those that were cancelled. */
  runs!: number;
  done!: number;
  /** Reported for the first time by the end of the period. */
  doneOnTime!: number;
  /** Due and not reported. */
  overdue!: number;
  accepted!: number;
  acceptedFirstTime!: number;
  acceptedBySilence!: number;
  /** Runs that were returned at least once. */
  returned!: number;
  minutes!: number;
  /** What the catalogue takes for the units that were reported; null where it doesn't say. */
  plannedMinutes!: number | null;
  /** Accepted runs with a score. */
  rated!: number;
  /** Of what was done or should have been, in basis points; null where there is nothing. */
  doneOnTimeBps!: number | null;
  /** Of what was accepted or returned, in basis points; null where there is nothing. */
  acceptedFirstTimeBps!: number | null;
  /** Mean of the scores from 1 to 5, to the hundredth; null before the first. */
  @Fraction() meanQuality!: number | null;
}

/** Of what fell due in a month. */
export class MonthScoreDto extends ScoreDto {
  /** `2026-03`, in the zone of the agreement. */
  month!: string;
}

export class LineScoreDto extends ScoreDto {
  /** The earliest first; months in which nothing fell due are left out. */
  months!: MonthScoreDto[];
  lineId!: string;
}

/** Done or not, when, and how well: in all and line by line. */
export class ScorecardDto extends ScoreDto {
  engagementId!: string;
  /** The earliest first; months in which nothing fell due are left out. */
  months!: MonthScoreDto[];
  lines!: LineScoreDto[];
}

/** How somebody works, over all engagements of the last year. */
export class AssistantScorecardDto extends ScoreDto {
  assistantId!: string;
  /** In how many engagements something fell due. */
  engagements!: number;
  /** The earliest first; months in which nothing fell due are left out. */
  months!: MonthScoreDto[];
}
