import { IsString, Length } from 'class-validator';
import { ListOf } from './list-of.js';

export const trainingStatuses = ['assigned', 'done'] as const;
const jurisdictions = ['uk', 'es', 'eu', 'us'] as const;

export class LessonAnswerDto {
  @IsString() @Length(1, 60) questionCode!: string;
  @IsString() @Length(1, 60) optionCode!: string;
}

/** The answers to all questions of a lesson; it is done once all are right. */
export class AnswerLessonDto {
  @ListOf(() => LessonAnswerDto, { most: 20 }) answers!: LessonAnswerDto[];
}

export class LessonOptionDto {
  code!: string;
  text!: string;
}

export class LessonQuestionDto {
  code!: string;
  question!: string;
  options!: LessonOptionDto[];
  /** The option that is right; null until the assistant has answered all questions of the lesson rightly. */
  rightOption!: string | null;
}

/** One lesson, in the language that was asked for. */
export class LessonDto {
  code!: string;
  title!: string;
  /** Paragraph by paragraph; the last one says what holds in the jurisdiction. */
  text!: string[];
  /** Where the duty comes from: act, article, annex. */
  source!: string;
  questions!: LessonQuestionDto[];
  /** Null until it was read for the first time. */
  readAt!: string | null;
  /** Null until all its questions were answered rightly. */
  doneAt!: string | null;
}

/** The training of an assistant on setting up a workplace at home, by the rules of the place where she works. */
export class TrainingDto {
  id!: string;
  assistantId!: string;
  status!: (typeof trainingStatuses)[number];
  jurisdiction!: (typeof jurisdictions)[number];
  /** Counted up whenever a lesson changes; then the training is due again. */
  courseVersion!: number;
  legalBasis!: string[];
  assignedAt!: string;
  /** Instant by which it is to be done; null once it is. */
  dueAt!: string | null;
  /** Null until all lessons are done. */
  doneAt!: string | null;
  lessons!: LessonDto[];
  version!: number;
}

export class RecordedDto {
  code!: string;
  what!: string;
  why!: string;
  whoSees!: string;
}

/** All that is recorded of the work of assistants, as they are told. */
export class RecordedListDto {
  items!: RecordedDto[];
}
