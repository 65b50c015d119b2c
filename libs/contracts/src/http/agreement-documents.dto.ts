import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { VersionNameDto } from './agreements.dto.js';
import { CatalogueQueryDto } from './catalogue.dto.js';
import { SignedMoneyDto } from './ledger.dto.js';
import { MoneyDto } from './shared-shapes.dto.js';

export class AgreementChangesQueryDto extends CatalogueQueryDto {
  /** Number of the earlier version; without, the one in force, or the one before the later one. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1000) from?: number;
  /** Number of the later version; without, the one on the table. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1000) to?: number;
}

export class AgreementDocumentQueryDto extends CatalogueQueryDto {
  /** Number of the version; without, the one in force, or the one on the table where none is. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1000) version?: number;
}

export const changedFields = [
  'startsOn',
  'endsOn',
  'timeZone',
  'channels',
  'responseTarget',
  'freeCancellation',
  'lateFee',
  'silence',
  'notice',
  'holidays',
  'payment',
  'hourlyRate',
  'daysToPay',
  'reminders',
  'issuer',
  'duty',
  'quantity',
  'rule',
  'unitPrice',
  'step',
  'pack',
  'accountable',
  'mode',
  'doneCriterion',
  'line',
  'suggestion',
] as const;

/** One difference, in the words of the language that was asked for. */
export class AgreementChangeDto {
  /** The duty line that it is about; null for what holds for all. */
  lineId!: string | null;
  /** `line` and `suggestion` as a whole were added, where there is nothing before, or taken away. */
  field!: (typeof changedFields)[number];
  /** What the field is called. */
  name!: string;
  before!: string | null;
  after!: string | null;
  /** The difference as a sentence. */
  says!: string;
}

/** An operation of a JSON Patch (RFC 6902). */
export class JsonPatchOperationDto {
  op!: 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test';
  path!: string;
  from?: string;
  value?: unknown;
}

/** An amount by either version. */
export class ChangedAmountDto {
  before!: MoneyDto;
  after!: MoneyDto;
  difference!: SignedMoneyDto;
}

export class ChangedLineAmountDto extends ChangedAmountDto {
  lineId!: string;
  description!: string;
}

/** The totals of the whole term, as if either version had held from its first day; with commission and tax. */
export class ChangeOfPriceDto extends ChangedAmountDto {
  /** Of each line, net: without commission and tax. */
  lines!: ChangedLineAmountDto[];
  /** Net, what keeps its price whatever is agreed: work that somebody has done, and periods that are over. */
  kept!: MoneyDto;
  /** Net, the most that all periods come to which go on or lie ahead. */
  ahead!: ChangedAmountDto;
  /** Net, what was invoiced so far; no change of the agreement touches it. */
  invoiced!: MoneyDto;
}

/** What differs between two versions of an agreement. */
export class AgreementChangesDto {
  agreementId!: string;
  from!: VersionNameDto;
  to!: VersionNameDto;
  items!: AgreementChangeDto[];
  /** Makes the earlier version's terms, as the agreement shows them, into the later one's. */
  patch!: JsonPatchOperationDto[];
  price!: ChangeOfPriceDto;
}

const jurisdictions = ['uk', 'es', 'eu', 'us'] as const;

/** A clearance of the assistant's workplace, without what was answered. */
export class DueDiligenceClearanceDto {
  status!: 'requested' | 'granted' | 'voided';
  jurisdiction!: (typeof jurisdictions)[number];
  countryCode!: string;
  /** Version of the checklist that was answered. */
  templateVersion!: number;
  legalBasis!: string[];
  requestedAt!: string;
  /** Who looked; null unless it is granted. */
  assessor!: string | null;
  grantedAt!: string | null;
  validUntil!: string | null;
  /** Days by which something has still to be put right. */
  openActionsDueOn!: string[];
  voidedAt!: string | null;
  /** `reported`: something about the workplace was reported; what, stays with the agency. */
  voidReason!: 'moved' | 'reported' | 'withdrawn' | 'expired' | 'template-changed' | null;
}

export class DueDiligenceTrainingDto {
  jurisdiction!: (typeof jurisdictions)[number];
  courseVersion!: number;
  assignedAt!: string;
  doneAt!: string | null;
}

/** What a business can show of having looked to the safety of whoever works for it at home. */
export class DueDiligenceDto {
  agreementId!: string;
  agency!: string;
  business!: string;
  assistant!: string;
  countryCode!: string;
  madeAt!: string;
  /** Oldest first. */
  clearances!: DueDiligenceClearanceDto[];
  /** Null where none was assigned here. */
  training!: DueDiligenceTrainingDto | null;
}
