import { IsIn, IsInt, IsISO8601, IsString, IsUUID, Min } from 'class-validator';
import { PartiesV1 } from './parties.shape.js';

/** What all events of a duty run say: whose work it is. */
export class DutyRunOfV1 extends PartiesV1 {
  /** The engagement, which has the id of its agreement. */
  @IsUUID() engagementId!: string;
  @IsString() lineId!: string;
}

/** Units that were asked for and not done, and what becomes of them. */
export class RestOfRunV1 {
  @IsInt() @Min(1) quantity!: number;

  /** Owed in a later period, as a run of its own, or not at all. */
  @IsIn(['carried-over', 'waived']) becomes!: 'carried-over' | 'waived';
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
