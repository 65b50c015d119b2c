import { IsISO8601, IsString, IsUUID } from 'class-validator';

/** The assistant has read a lesson for the first time. */
export class TrainingLessonReadV1 {
  static readonly type = 'training.lesson-read.v1';

  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;
  @IsString() lessonCode!: string;
  @IsISO8601() readAt!: string;
}
