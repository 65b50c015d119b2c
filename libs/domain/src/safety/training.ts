import type { AgencyId, AssistantId, TrainingId } from '../ids.js';
import { every } from '../every.js';
import type { Jurisdiction } from './clearance-template.js';
import type { TrainingCourse } from './lesson.js';
import type { ReminderDays } from './reminder.js';

/** How far somebody is with one lesson. */
export interface LessonProgress {
  readonly lessonCode: string;
  readonly readAt: string;
  /** When its questions were all answered rightly; null until then. */
  readonly doneAt: string | null;
}

/** Who is to learn what. */
interface AssignedCourse {
  readonly trainingId: TrainingId;
  readonly assistantId: AssistantId;
  readonly agencyId: AgencyId;
  readonly jurisdiction: Jurisdiction;
  /** Of the course as it was when it was assigned: what was done of another version counts no more. */
  readonly courseVersion: number;
  readonly assignedAt: string;
}
interface TrainingOfAssistant extends AssignedCourse {
  readonly lessons: readonly LessonProgress[];
}
export interface AssignedTraining extends TrainingOfAssistant {
  readonly status: 'assigned';
  /** The reminder that was sent last, by how many days before it is to be done; null while none was. */
  readonly remindedDays: ReminderDays | null;
}
export interface DoneTraining extends TrainingOfAssistant {
  readonly status: 'done';
  readonly doneAt: string;
}
export type Training = AssignedTraining | DoneTraining;
export const trainingStatuses = every<Training['status']>({ assigned: true, done: true });

export interface AssignTraining {
  readonly type: 'assignTraining';
  readonly trainingId: TrainingId;
  readonly assistantId: AssistantId;
  readonly agencyId: AgencyId;
  readonly course: TrainingCourse;
  readonly now: string;
}
/** The course has changed, or the assistant works where another one holds. */
export interface RenewTraining {
  readonly type: 'renewTraining';
  readonly course: TrainingCourse;
  readonly now: string;
}
/** Time has passed: its assistant and agency may have to be told that it is to be done soon. */
export interface RemindOfTraining {
  readonly type: 'remindOfTraining';
  readonly now: string;
}
export interface ReadLesson {
  readonly type: 'readLesson';
  readonly lessonCode: string;
  readonly course: TrainingCourse;
  readonly now: string;
}
export interface AnswerLesson {
  readonly type: 'answerLesson';
  readonly lessonCode: string;
  readonly answers: readonly { readonly questionCode: string; readonly optionCode: string }[];
  readonly course: TrainingCourse;
  readonly now: string;
}
export type TrainingCommand = AssignTraining | RenewTraining | RemindOfTraining | ReadLesson | AnswerLesson;

export interface TrainingAssigned extends AssignedCourse {
  readonly type: 'trainingAssigned';
}
/** It is due again: what was learnt before is out of date. */
export type TrainingRenewed = {
  readonly type: 'trainingRenewed';
  readonly jurisdiction: Jurisdiction;
  readonly courseVersion: number;
  readonly renewedAt: string;
};
/** It is to be done soon. */
export type TrainingDue = {
  readonly type: 'trainingDue';
  readonly daysLeft: ReminderDays;
  readonly dueAt: string;
  readonly remindedAt: string;
};
export type LessonRead = { readonly type: 'lessonRead'; readonly lessonCode: string; readonly readAt: string };
export type LessonDone = { readonly type: 'lessonDone'; readonly lessonCode: string; readonly doneAt: string };
export type TrainingDone = { readonly type: 'trainingDone'; readonly doneAt: string };
export type TrainingFact = TrainingAssigned | TrainingRenewed | TrainingDue | LessonRead | LessonDone | TrainingDone;
