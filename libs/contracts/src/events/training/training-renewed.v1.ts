import { IsIn, IsInt, IsISO8601, IsUUID } from 'class-validator';

/** The training is due again: a lesson has changed, or the assistant works where another one holds. */
export class TrainingRenewedV1 {
  static readonly type = 'training.renewed.v1';

  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;
  @IsIn(['uk', 'es', 'eu', 'us']) jurisdiction!: 'uk' | 'es' | 'eu' | 'us';
  @IsInt() courseVersion!: number;
  @IsISO8601() renewedAt!: string;
}
