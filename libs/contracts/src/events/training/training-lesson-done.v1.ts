import { IsISO8601, IsString, IsUUID } from 'class-validator';

/** The assistant has answered all questions of a lesson rightly. */
export class TrainingLessonDoneV1 {
  static readonly type = 'training.lesson-done.v1';

  @IsUUID() assistantId!: string;
  @IsUUID() agencyId!: string;
  @IsString() lessonCode!: string;
  @IsISO8601() doneAt!: string;
}
