import { IsArray, IsISO8601, IsNumber, IsUUID, Max, Min } from 'class-validator';
import { Items } from '../../items.js';

class AssignmentLineV1 {
  @IsUUID() needId!: string;
  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;

  /** As in a shortlist, with the hours of the assistant's other lines taken. */
  @IsNumber() @Min(0) @Max(1) score!: number;
}

/**
 * The matcher's proposal of who would do what, over all open needs; the aggregate has the plan's id. Nothing is booked
 * by it.
 */
export class AssignmentPlanPreparedV1 {
  static readonly type = 'assignment-plan.prepared.v1';

  /** The need that was posted first stands first. */
  @IsArray() @Items(() => AssignmentLineV1) lines!: AssignmentLineV1[];
  @IsUUID(undefined, { each: true }) unassignedNeedIds!: string[];

  /** Sum of the scores of all lines. */
  @IsNumber() scoreSum!: number;

  /** The same when each need takes the best who is left, in the order in which they were posted. */
  @IsNumber() firstComeScoreSum!: number;
  @IsISO8601() preparedAt!: string;
}
