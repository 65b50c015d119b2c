import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

export const evidenceKinds = ['link', 'note', 'document-hash'] as const;

/** What shows that the work was done. */
export class WorkEvidenceDto {
  @IsIn(evidenceKinds)
  kind!: (typeof evidenceKinds)[number];

  @IsString()
  @Length(1, 1000)
  value!: string;
}

export class MarkDutyRunDoneDto {
  /** Units done, at most the run's volume. */
  @IsInt()
  @Min(1)
  @Max(10_000)
  quantity!: number;

  /** Minutes that it took. */
  @IsInt()
  @Min(1)
  @Max(44_640)
  minutes!: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => WorkEvidenceDto)
  evidence!: WorkEvidenceDto[];
}

export class AcceptDutyRunDto {
  /** How well it was done: 1 poor, 5 excellent. */
  @IsInt()
  @Min(1)
  @Max(5)
  quality!: number;
}

export class ReturnDutyRunDto {
  @IsString()
  @Length(1, 500)
  reason!: string;
}

export class EndEngagementDto {
  @IsString()
  @Length(1, 500)
  reason!: string;
}

export const dutyRunStatuses = ['scheduled', 'done', 'accepted', 'returned'] as const;

export class DutyRunQueryDto {
  @IsOptional()
  @IsIn(dutyRunStatuses)
  status?: (typeof dutyRunStatuses)[number];
}

export class DutyRunDto {
  id!: string;
  engagementId!: string;
  lineId!: string;
  dutyCode!: string;
  description!: string;
  unit!: string;
  doneCriterion!: string;
  volume!: number;
  /** From when it can be done, and by when it is due. */
  opensAt!: string;
  dueAt!: string;
  status!: (typeof dutyRunStatuses)[number];
  quantity!: number | null;
  minutes!: number | null;
  evidence!: WorkEvidenceDto[];
  doneAt!: string | null;
  timesReturned!: number;
  returnReason!: string | null;
  /** Null while not accepted, and when silence accepted it. */
  quality!: number | null;
  acceptedAt!: string | null;
  acceptedBySilence!: boolean;
  version!: number;
}

export class DutyRunPageDto {
  items!: DutyRunDto[];
  next!: string | null;
}

export class EngagementDto {
  id!: string;
  agreementId!: string;
  businessId!: string;
  agencyId!: string;
  assistantId!: string;
  status!: 'running' | 'ended';
  startedAt!: string;
  endsOn!: string;
  endedAt!: string | null;
  version!: number;
}

export class EngagementPageDto {
  items!: EngagementDto[];
  next!: string | null;
}

/** Done or not, and how well. */
export class ScorecardDto {
  engagementId!: string;
  runs!: number;
  done!: number;
  doneOnTime!: number;
  accepted!: number;
  acceptedFirstTime!: number;
  overdue!: number;
  /** Mean of the quality scores given, null before the first. */
  meanQuality!: number | null;
  minutes!: number;
}
