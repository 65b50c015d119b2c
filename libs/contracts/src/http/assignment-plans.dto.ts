import { IsOptional, IsUUID } from 'class-validator';
import { Fraction } from './fraction.js';

export class AssignmentLineDto {
  needId!: string;
  assistantId!: string;
  agencyId!: string;
  /** 0 to 1, as in a shortlist, with the hours of the assistant's other lines taken. */
  @Fraction() score!: number;
}

/** A proposal of who would do what, over all open needs together. Nothing is booked by it, and nothing changes. */
export class AssignmentPlanDto {
  id!: string;
  /** `pending` until the matcher has worked it out; all below is empty till then. */
  status!: 'pending' | 'prepared';
  askedAt!: string;
  preparedAt!: string | null;
  /** The need that was posted first stands first. */
  lines!: AssignmentLineDto[];
  /** Needs for which nobody is left. */
  unassignedNeedIds!: string[];
  /** Sum of the scores of all lines. */
  @Fraction() scoreSum!: number | null;
  /** The same when each need takes the best who is left, in the order in which they were posted: never more. */
  @Fraction() firstComeScoreSum!: number | null;
}

export class OwnAssignmentLineQueryDto {
  /** Of this need alone. */
  @IsOptional() @IsUUID() needId?: string;
}

/** A line of a plan that names an assistant of one's own; an ordinary proposal answers it. */
export class OwnAssignmentLineDto {
  planId!: string;
  needId!: string;
  assistantId!: string;
  @Fraction() score!: number;
  preparedAt!: string;
}

export class OwnAssignmentLinePageDto {
  items!: OwnAssignmentLineDto[];
  next!: string | null;
}
