import { IsIn, IsISO8601, IsUUID } from 'class-validator';

/** A training is to be done soon; said once 30 days before, and once 7. */
export class TrainingDueV1 {
  static readonly type = 'training.due.v1';

  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;
  @IsIn([30, 7]) daysLeft!: number;

  /** Instant by which it is to be done. */
  @IsISO8601() dueAt!: string;
  @IsISO8601() remindedAt!: string;
}
