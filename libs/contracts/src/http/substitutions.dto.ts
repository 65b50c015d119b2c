import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { WorkEvidenceDto } from './engagements.dto.js';
import { ListOf } from './list-of.js';
import { CountedPageDto } from './lists.dto.js';

/** Somebody of the agency in the place of whoever can't. */
export class ProposeSubstitutionDto {
  @IsUUID() engagementId!: string;

  /** Who would do it: passes the need's conditions, and is cleared. */
  @IsUUID() assistantId!: string;

  /** Until whoever can't is back; otherwise for good. */
  @IsBoolean() temporary!: boolean;
}

export class DeclineSubstitutionDto {
  @IsString() @Length(1, 2000) reason!: string;
}

export class HowToDto {
  @IsString() @Length(1, 40) lineId!: string;

  /** How the duty is done here. */
  @IsString() @Length(1, 2000) text!: string;
}

export class HandoverItemDto {
  @IsString() @Length(1, 500) what!: string;
  @IsOptional() @IsISO8601({ strict: true }) @Length(10, 10) dueOn?: string | null;
}

export class HandedAccessDto {
  @IsUUID() accessGrantId!: string;

  /** How the substitute gets in. */
  @IsString() @Length(1, 500) how!: string;
}

/** What the substitute has to know. What is left out isn't written yet; an empty list says that there is nothing. */
export class WriteHandoverDto {
  @ListOf(() => HowToDto, { most: 60 }) howTos!: HowToDto[];
  @IsOptional() @ListOf(() => HandoverItemDto, { most: 100 }) openItems?: HandoverItemDto[];
  @IsOptional() @ListOf(() => HandoverItemDto, { most: 100 }) promises?: HandoverItemDto[];
  @ListOf(() => HandedAccessDto, { most: 100 }) accesses!: HandedAccessDto[];
}

export const substitutionStatuses = ['proposed', 'consented', 'started', 'ended', 'declined', 'withdrawn'] as const;
export const substitutionSorts = ['created', '-created'] as const;

export class SubstitutionQueryDto {
  @IsOptional() @IsUUID() engagementId?: string;
  @IsOptional() @IsIn(substitutionStatuses) status?: (typeof substitutionStatuses)[number];

  /** By when they were proposed, the earliest first unless said; with `-` the latest. */
  @IsOptional() @IsIn(substitutionSorts) sort?: (typeof substitutionSorts)[number];
}

export class SubstitutionDto {
  id!: string;
  engagementId!: string;
  businessId!: string;
  agencyId!: string;
  /** Whoever can't. */
  assistantId!: string;
  substituteId!: string;
  temporary!: boolean;
  status!: (typeof substitutionStatuses)[number];
  proposedAt!: string;
  consentedAt!: string | null;
  startedAt!: string | null;
  endedAt!: string | null;
  declineReason!: string | null;
  version!: number;
}

export class SubstitutionPageDto extends CountedPageDto {
  items!: SubstitutionDto[];
}

/** How a duty was done the last times. */
export class LastRunDto {
  periodFrom!: string;
  periodTo!: string;
  status!: 'scheduled' | 'done' | 'returned' | 'accepted' | 'cancelled';
  quantity!: number | null;
  minutes!: number | null;
  quality!: number | null;
  evidence!: WorkEvidenceDto[];
}

/** A duty to hand over. */
export class HandoverDutyDto {
  lineId!: string;
  description!: string;
  doneCriterion!: string;
  /** Null as long as nobody has written it. */
  howTo!: string | null;
  lastRuns!: LastRunDto[];
}

export class KeptHandoverItemDto {
  what!: string;
  dueOn!: string | null;
}

/** What the business waits for in the conversation. */
export class HandoverMessageDto {
  messageId!: string;
  kind!: 'promise' | 'question';
  text!: string;
  dueAt!: string;
}

export class HandoverAccessDto {
  accessGrantId!: string;
  kind!: 'mailbox' | 'bank-view' | 'shop' | 'accounting' | 'storage' | 'other';
  name!: string;
  purpose!: string;
  /** How the substitute gets in; null as long as nobody has written it. */
  how!: string | null;
}

export class HandoverDto {
  substitutionId!: string;
  /** Without that the substitute can't start. */
  complete!: boolean;
  /** `how-to:<line>`, `open-items`, `promises`, `access:<grant>` */
  missing!: string[];
  duties!: HandoverDutyDto[];
  /** Null as long as nobody has written them. */
  openItems!: KeptHandoverItemDto[] | null;
  promises!: KeptHandoverItemDto[] | null;
  /** Open questions and promises of the conversation, which nobody has to write down. */
  messages!: HandoverMessageDto[];
  accesses!: HandoverAccessDto[];
  version!: number;
}
