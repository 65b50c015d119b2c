import { IsInt, IsISO8601, IsString, IsUUID, Min } from 'class-validator';
import { PartiesV1 } from './parties.shape.js';

/** What all events of a duty run say: whose work it is. */
export class DutyRunOfV1 extends PartiesV1 {
  /** The engagement, which has the id of its agreement. */
  @IsUUID() engagementId!: string;
  @IsString() lineId!: string;
}

/** A run as the terms in force plan it. */
export class PlannedRunV1 extends DutyRunOfV1 {
  @IsString() dutyCode!: string;

  /** The agreement version whose terms hold for it. */
  @IsInt() @Min(1) versionNumber!: number;

  /** First and last local date of its period. */
  @IsISO8601() periodStartsOn!: string;
  @IsISO8601() periodEndsOn!: string;
  @IsISO8601() startsAt!: string;
  @IsISO8601() dueAt!: string;
  @IsInt() @Min(1) volume!: number;
}
