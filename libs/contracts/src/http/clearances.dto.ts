import { IsHash, IsIn, IsISO8601, IsOptional, IsString, Length, ValidateIf } from 'class-validator';
import { ListOf } from './list-of.js';
import { CountedPageDto } from './lists.dto.js';

const jurisdictions = ['uk', 'es', 'eu', 'us'] as const;
const voidReasons = ['moved', 'pain-reported', 'withdrawn'] as const;
const allVoidReasons = [...voidReasons, 'expired', 'template-changed'] as const;
const answers = ['yes', 'no', 'not-applicable'] as const;

export class ChecklistAnswerDto {
  /** Code of an item of the jurisdiction's checklist. */
  @IsString() @Length(1, 60) itemCode!: string;
  @IsIn(answers) answer!: (typeof answers)[number];
  @ValidateIf((_, value) => value !== null && value !== undefined) @IsString() @Length(1, 500) note?: string | null;
}

/** What is known of the work area at home; it covers the work area only, and may be completed later. */
export class AmendClearanceDto {
  @ListOf(() => ChecklistAnswerDto, { most: 60 }) answers!: ChecklistAnswerDto[];

  /** Local date on which the training on setting up a home office was completed. */
  @ValidateIf((_, value) => value !== null && value !== undefined)
  @IsISO8601({ strict: true })
  @Length(10, 10)
  trainingCompletedOn?: string | null;

  /** SHA-256 of the evidence (photographs, signed form) in hexadecimal; the evidence itself stays with the agency. */
  @ValidateIf((_, value) => value !== null && value !== undefined) @IsHash('sha256') evidenceSha256?: string | null;
}

export class RequestClearanceDto extends AmendClearanceDto {
  /** The checklist that is answered: the country's own, or `eu` for the other member states. */
  @IsIn(jurisdictions) jurisdiction!: (typeof jurisdictions)[number];
}

/** Something that is still to be put right. */
export class OpenActionDto {
  /** An item that was answered with no. */
  @IsString() @Length(1, 60) itemCode!: string;
  @IsString() @Length(1, 300) description!: string;

  /** Local date by which it has to be done. */
  @IsISO8601({ strict: true }) @Length(10, 10) dueOn!: string;
}

/** The decision of the signed-in assessor, who looked; software alone is no assessment. */
export class GrantClearanceDto {
  /** One for each item that was answered with no. */
  @ListOf(() => OpenActionDto, { most: 60 }) openActions!: OpenActionDto[];

  /** Until when it holds, at most the policy's months from now; the longest that the policy allows when left out. */
  @IsOptional() @IsISO8601({ strict: true }) @Length(20, 40) validUntil?: string;
}

export class CloseActionDto {
  @IsString() @Length(1, 60) itemCode!: string;

  /** What was done about it. */
  @IsString() @Length(1, 500) note!: string;
}

export class VoidClearanceDto {
  @IsIn(voidReasons) reason!: (typeof voidReasons)[number];
}

export class AssessorDto {
  userId!: string;
  name!: string;
}

export class ClearanceDto {
  id!: string;
  assistantId!: string;
  agencyId!: string;
  jurisdiction!: (typeof jurisdictions)[number];
  /** ISO 3166-1 alpha-2 of where the workplace is; moving to another country voids the clearance. */
  countryCode!: string;
  /** Version of the jurisdiction's checklist that was answered. */
  templateVersion!: number;
  status!: 'requested' | 'granted' | 'voided';
  answers!: ChecklistAnswerDto[];
  trainingCompletedOn!: string | null;
  evidenceSha256!: string | null;
  requestedAt!: string;
  openActions!: OpenActionDto[];
  /** Who looked; null unless it is granted. */
  assessor!: AssessorDto | null;
  grantedAt!: string | null;
  /** Instant from which it no longer holds; null unless it is granted. */
  validUntil!: string | null;
  voidedAt!: string | null;
  /** `expired` and `template-changed`: the marketplace found that it was over, or that another checklist holds now. */
  voidReason!: (typeof allVoidReasons)[number] | null;
  version!: number;
}

export class ClearancePageDto {
  items!: ClearanceDto[];
  next!: string | null;
}

export const clearanceStatuses = ['requested', 'granted', 'voided'] as const;
export const clearanceSorts = ['requested', '-requested', 'ends', '-ends'] as const;

/** Which clearances of all of the agency's assistants. */
export class ClearanceQueryDto {
  @IsOptional() @IsIn(clearanceStatuses) status?: (typeof clearanceStatuses)[number];

  /** Only those that hold no longer than until this instant. */
  @IsOptional() @IsISO8601({ strict: true }) @Length(20, 40) endsBefore?: string;

  /** By when they were asked for, which is the default, or by when they end; with `-` the latest first. */
  @IsOptional() @IsIn(clearanceSorts) sort?: (typeof clearanceSorts)[number];
}

/** A clearance in a list; what was answered is read one by one. */
export class ClearanceSummaryDto {
  id!: string;
  assistantId!: string;
  status!: (typeof clearanceStatuses)[number];
  requestedAt!: string;
  /** Null unless it is granted. */
  validUntil!: string | null;
  /** Days by which something has still to be put right, the next first. */
  openActionsDueOn!: string[];
  version!: number;
}

export class ClearanceSummaryPageDto extends CountedPageDto {
  items!: ClearanceSummaryDto[];
}

export class ChecklistItemDto {
  code!: string;
  question!: string;
  /** Where the item comes from: act, article, annex. */
  source!: string;
  /** A `no` here stands against a clearance; elsewhere it needs an open action with a date. */
  critical!: boolean;
  /** Whether `not-applicable` is an answer. */
  mayNotApply!: boolean;
}

export class ChecklistDto {
  jurisdiction!: (typeof jurisdictions)[number];
  version!: number;
  title!: string;
  legalBasis!: string[];
  items!: ChecklistItemDto[];
}

export class ChecklistsDto {
  items!: ChecklistDto[];
}
