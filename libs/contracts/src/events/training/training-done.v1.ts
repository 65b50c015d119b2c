import { IsISO8601, IsUUID } from 'class-validator';

/** Every lesson of the training is done. */
export class TrainingDoneV1 {
  static readonly type = 'training.done.v1';

  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;
  @IsISO8601() doneAt!: string;
}
