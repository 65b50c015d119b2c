import { IsIn, IsInt, IsISO8601, IsUUID } from 'class-validator';

/** An assistant is to learn how a workplace at home is set up. */
export class TrainingAssignedV1 {
  static readonly type = 'training.assigned.v1';

  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;
  @IsIn(['uk', 'es', 'eu', 'us']) jurisdiction!: 'uk' | 'es' | 'eu' | 'us';
  @IsInt() courseVersion!: number;
  @IsISO8601() assignedAt!: string;
}
