import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { IsOneLine } from './is-one-line.js';
import { CountedPageDto } from './lists.dto.js';
import { Required } from '../nested.js';

export const accessKinds = ['mailbox', 'bank-view', 'shop', 'accounting', 'storage', 'other'] as const;
export const accessWays = ['delegation', 'own-login', 'read-only-view', 'shared-folder'] as const;
export const accessProofKinds = ['link', 'note', 'document-hash'] as const;
export const accessGrantStatuses = ['open', 'to-close', 'closed'] as const;
export const accessClosingReasons = ['asked', 'engagement-ended', 'assistant-replaced'] as const;
export const accessGrantSorts = ['created', '-created'] as const;

/** What the assistant is let into. It is delegated: a text that looks like a password is refused. */
export class GiveAccessDto {
  @IsUUID() engagementId!: string;
  @IsIn(accessKinds) kind!: (typeof accessKinds)[number];

  /** Which one, as the business calls it. */
  @IsString() @IsOneLine() @Length(1, 300) name!: string;
  @IsString() @IsOneLine() @Length(1, 300) purpose!: string;

  /** How it is given: always so that its owner can take it back without changing a password. */
  @IsIn(accessWays) way!: (typeof accessWays)[number];
}

/** What shows that nobody gets in any more. */
export class AccessProofDto {
  @IsIn(accessProofKinds) kind!: (typeof accessProofKinds)[number];
  @IsString() @Length(1, 2000) value!: string;
}

export class CloseAccessDto {
  @Required(() => AccessProofDto) proof!: AccessProofDto;
}

export class AccessGrantQueryDto {
  @IsOptional() @IsUUID() engagementId?: string;
  @IsOptional() @IsIn(accessGrantStatuses) status?: (typeof accessGrantStatuses)[number];

  /** By when it was given, the earliest first unless said; with `-` the latest. */
  @IsOptional() @IsIn(accessGrantSorts) sort?: (typeof accessGrantSorts)[number];
}

export class AccessGrantDto {
  id!: string;
  engagementId!: string;
  businessId!: string;
  agencyId!: string;
  assistantId!: string;
  kind!: (typeof accessKinds)[number];
  name!: string;
  purpose!: string;
  way!: (typeof accessWays)[number];
  status!: (typeof accessGrantStatuses)[number];
  /** Who gave it for the business, by the name that she goes by; null for a program with a key of its own. */
  givenBy!: string | null;
  givenAt!: string;
  reviewedAt!: string | null;
  /** Local date from which on the business looks whether it is still needed. */
  reviewDueOn!: string;
  /** Why it is to be closed, and since when; null while it is open. */
  closingReason!: (typeof accessClosingReasons)[number] | null;
  toCloseSince!: string | null;
  closedAt!: string | null;
  closedBy!: 'agency' | 'business' | null;
  proof!: AccessProofDto | null;
  version!: number;
}

export class AccessGrantPageDto extends CountedPageDto {
  items!: AccessGrantDto[];
}
