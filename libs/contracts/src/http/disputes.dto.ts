import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { CountedPageDto } from './lists.dto.js';
import { MoneyDto } from './shared-shapes.dto.js';
import { Required } from '../nested.js';

export const disputeSubjectKinds = ['duty-run', 'time-entry', 'invoice'] as const;
export const verdictOutcomes = ['stands', 'falls', 'in-part'] as const;
export const disputeStatuses = ['opened', 'answered', 'to-decide', 'settled', 'withdrawn'] as const;
export const disputeSorts = ['opened', '-opened'] as const;

/** What is disputed. */
export class DisputeSubjectDto {
  @IsIn(disputeSubjectKinds) kind!: (typeof disputeSubjectKinds)[number];
  @IsUUID() id!: string;
}

/** What becomes of what is disputed: it is charged as it is, not at all, or in part. */
export class VerdictDto {
  @IsIn(verdictOutcomes) outcome!: (typeof verdictOutcomes)[number];

  /** What stays charged in part: units of a run, minutes of time, minor units of an invoice's subtotal. */
  @IsOptional() @IsInt() @Min(1) @Max(Number.MAX_SAFE_INTEGER) keeps?: number | null;
}

export class OpenDisputeDto {
  @Required(() => DisputeSubjectDto) subject!: DisputeSubjectDto;

  /** What the side that opens it wants. */
  @Required(() => VerdictDto) asks!: VerdictDto;

  /** Why. */
  @IsString() @Length(1, 4000) text!: string;

  /** Files that show it; the other side and administrators see them from now on. */
  @IsOptional() @IsArray() @ArrayMaxSize(10) @IsUUID(undefined, { each: true }) fileIds?: string[];
}

export class AnswerDisputeDto {
  @IsString() @Length(1, 4000) text!: string;

  /** Files that show it; the other side and administrators see them from now on. */
  @IsOptional() @IsArray() @ArrayMaxSize(10) @IsUUID(undefined, { each: true }) fileIds?: string[];
}

export class SettleDisputeDto {
  @Required(() => VerdictDto) verdict!: VerdictDto;

  /** Why, for both sides; where something of an invoice falls, its credit note says the same. */
  @IsString() @Length(1, 2000) reason!: string;
}

export class DisputeQueryDto {
  @IsOptional() @IsUUID() engagementId?: string;

  /** The run, the entry or the invoice. */
  @IsOptional() @IsUUID() subjectId?: string;
  @IsOptional() @IsIn(disputeStatuses) status?: (typeof disputeStatuses)[number];

  /** By when they were opened, the earliest first unless said; with `-` the latest. */
  @IsOptional() @IsIn(disputeSorts) sort?: (typeof disputeSorts)[number];
}

/** What is in question, as it was when the dispute was opened. */
export class DisputedChargeDto {
  /** The line of the agreement, or the number of the invoice. */
  description!: string;
  /** What a run counts in; null for time and invoices. */
  unit!: string | null;
  /** How much: units of a run, minutes of time, minor units of an invoice's subtotal. */
  measure!: number;
  /** Without commission and tax. */
  amount!: MoneyDto;
}

export class GivenVerdictDto {
  outcome!: (typeof verdictOutcomes)[number];
  keeps!: number | null;
}

/** What a side says. */
export class DisputeStatementDto {
  side!: 'agency' | 'business';
  text!: string;
  fileIds!: string[];
  madeAt!: string;
}

export class DisputeDto {
  id!: string;
  engagementId!: string;
  businessId!: string;
  agencyId!: string;
  assistantId!: string;
  subject!: DisputeSubjectDto;
  charge!: DisputedChargeDto;
  openedBy!: 'agency' | 'business';
  asks!: GivenVerdictDto;
  status!: (typeof disputeStatuses)[number];
  /** Whose turn it is; null once it is over. */
  waitsFor!: 'agency' | 'business' | 'administrator' | null;
  /** When the clock of that side has run out. */
  answerDueAt!: string | null;
  statements!: DisputeStatementDto[];
  /** Sides that said nothing while it was their turn. */
  unanswered!: ('agency' | 'business')[];
  verdict!: GivenVerdictDto | null;
  /** An administrator, or the other side, which gave in. */
  settledBy!: 'administrator' | 'sides' | null;
  /** Of the administrator. */
  reason!: string | null;
  /** What took back what falls of an invoice. */
  creditNoteId!: string | null;
  openedAt!: string;
  settledAt!: string | null;
  version!: number;
}

export class DisputePageDto extends CountedPageDto {
  items!: DisputeDto[];
}
