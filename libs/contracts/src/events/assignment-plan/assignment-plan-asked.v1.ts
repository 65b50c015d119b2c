import { IsISO8601 } from 'class-validator';

/** An administrator wants to know who would best do what of all that is open; the aggregate is the plan. */
export class AssignmentPlanAskedV1 {
  static readonly type = 'assignment-plan.asked.v1';

  @IsISO8601() askedAt!: string;
}
