import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsHash,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  ValidateNested,
} from 'class-validator';

export const jurisdictions = ['uk', 'es', 'eu', 'us'] as const;
export const voidReasons = ['moved', 'pain-reported', 'withdrawn'] as const;

export class ChecklistAnswerDto {
  @IsString()
  @Length(1, 60)
  itemCode!: string;

  @IsBoolean()
  satisfied!: boolean;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  note?: string;
}

/** The work area at home, answered item by item; it covers the work area only. */
export class RequestClearanceDto {
  @IsIn(jurisdictions)
  jurisdiction!: (typeof jurisdictions)[number];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => ChecklistAnswerDto)
  answers!: ChecklistAnswerDto[];

  /** Local date on which the training on setting up a home office was completed. */
  @IsISO8601({ strict: true })
  @Length(10, 10)
  trainingCompletedOn!: string;

  /** SHA-256 of the evidence (photographs, plan) in hexadecimal; the evidence itself stays with the agency. */
  @IsHash('sha256')
  evidenceSha256!: string;

  /** What still has to be put right; a clearance with open actions can't be granted. */
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @Length(1, 300, { each: true })
  openActions!: string[];
}

/** The decision of a named human who looked; software alone is no assessment. */
export class GrantClearanceDto {
  @IsString()
  @Length(1, 120)
  assessorName!: string;

  /** Open actions that the assessor saw done. */
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @Length(1, 300, { each: true })
  closedActions!: string[];

  /** Until when it is valid, at most the policy's months from today; the longest that the policy allows when left out. */
  @IsOptional()
  @IsISO8601({ strict: true })
  validUntil?: string;
}

export class VoidClearanceDto {
  @IsIn(voidReasons)
  reason!: (typeof voidReasons)[number];
}

export class ClearanceDto {
  id!: string;
  assistantId!: string;
  agencyId!: string;
  jurisdiction!: (typeof jurisdictions)[number];
  status!: 'requested' | 'granted' | 'voided';
  answers!: ChecklistAnswerDto[];
  trainingCompletedOn!: string;
  evidenceSha256!: string;
  openActions!: string[];
  assessorName!: string | null;
  grantedAt!: string | null;
  validUntil!: string | null;
  voidReason!: string | null;
  version!: number;
}

export class ClearancePageDto {
  items!: ClearanceDto[];
  next!: string | null;
}

export class ChecklistItemDto {
  code!: string;
  question!: string;
  source!: string;
}

export class ChecklistDto {
  jurisdiction!: (typeof jurisdictions)[number];
  title!: string;
  items!: ChecklistItemDto[];
}

export class ChecklistsDto {
  items!: ChecklistDto[];
}
