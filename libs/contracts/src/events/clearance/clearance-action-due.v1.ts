import { IsIn, IsISO8601, IsString, IsUUID, Length } from 'class-validator';

/** Something at a workplace that was cleared has to be put right soon; said once 30 days before, and once 7. */
export class ClearanceActionDueV1 {
  static readonly type = 'clearance.action-due.v1';

  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;
  @IsString() @Length(1, 60) itemCode!: string;

  /** Local date by which it has to be done. */
  @IsISO8601({ strict: true }) @Length(10, 10) dueOn!: string;
  @IsIn([30, 7]) daysLeft!: number;
  @IsISO8601() remindedAt!: string;
}
