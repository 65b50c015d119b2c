import { decideBy, type Deciders } from '../deciders.js';
import type { RefusedPlace } from '../domain-error.js';
import { demand, unexpectedFact } from '../policy.js';
import { dayMs, instantMs, instantOf } from '../time/instant.js';
import type { Lesson, TrainingCourse } from './lesson.js';
import { advanceReminder } from './reminder.js';
import type {
  AnswerLesson,
  AssignTraining,
  LessonProgress,
  ReadLesson,
  RemindOfTraining,
  RenewTraining,
  Training,
  TrainingCommand,
  TrainingFact,
} from './training.js';

/**
 * What becomes of somebody's training on working at home.
 * @throws DomainError `training.*`
 */
export function decideTraining(command: TrainingCommand, training: Training | null): TrainingFact[] {
  if (command.type === 'assignTraining') return assign(command, training);
  demand(training !== null, 'training.not-found');
  return decideBy(deciders, command, training);
}

const deciders: Deciders<Exclude<TrainingCommand, AssignTraining>, Training, TrainingFact> = {
  renewTraining: renew,
  remindOfTraining: remind,
  readLesson: read,
  answerLesson: answer,
};

/** Whether what somebody has learnt, or is learning, is what holds now. */
export const isUpToDate = (
  training: Pick<Training, 'jurisdiction' | 'courseVersion'>,
  course: Pick<TrainingCourse, 'jurisdiction' | 'version'>,
): boolean => training.jurisdiction === course.jurisdiction && training.courseVersion === course.version;

/** How long somebody has for a training: the marketplace's policy, no law says it. */
export const trainingDays = 60;

/** The instant by which a training is to be done, counted from when it was assigned or became due again. */
export const trainingDueAt = ({ assignedAt }: Pick<Training, 'assignedAt'>): string =>
  instantOf(instantMs(assignedAt) + trainingDays * dayMs);

function assign(command: AssignTraining, training: Training | null): TrainingFact[] {
  demand(training === null, 'training.already-assigned');
  const { trainingId, assistantId, agencyId, course, now: assignedAt } = command;
  const { jurisdiction, version: courseVersion } = course;
  return [{ type: 'trainingAssigned', trainingId, assistantId, agencyId, jurisdiction, courseVersion, assignedAt }];
}

function renew({ course, now }: RenewTraining, training: Training): TrainingFact[] {
  if (isUpToDate(training, course)) return [];
  const { jurisdiction, version: courseVersion } = course;
  return [{ type: 'trainingRenewed', jurisdiction, courseVersion, renewedAt: now }];
}

function remind({ now }: RemindOfTraining, training: Training): TrainingFact[] {
  if (training.status === 'done') return [];
  const dueAt = trainingDueAt(training);
  const daysLeft = advanceReminder(instantMs(dueAt) - instantMs(now), training.remindedDays);
  return daysLeft === null ? [] : [{ type: 'trainingDue', daysLeft, dueAt, remindedAt: now }];
}

/** Read again changes nothing: the first time counts. */
function read({ lessonCode, course, now }: ReadLesson, training: Training): TrainingFact[] {
  lessonOf(course, training, lessonCode);
  return progressOf(training, lessonCode) === undefined ? [{ type: 'lessonRead', lessonCode, readAt: now }] : [];
}

function answer({ lessonCode, answers, course, now }: AnswerLesson, training: Training): TrainingFact[] {
  const lesson = lessonOf(course, training, lessonCode);
  const progress = progressOf(training, lessonCode);
  demand(progress !== undefined, 'training.lesson-unread', { lessonCode });
  demandSensible(lesson, answers);
  const wrong = wrongAnswers(lesson, answers);
  demand(wrong.length === 0, 'training.wrong-answers', { places: wrong });
  if (progress.doneAt !== null) return [];
  const done: TrainingFact = { type: 'lessonDone', lessonCode, doneAt: now };
  const left = course.lessons.filter(({ code }) => code !== lessonCode && !progressOf(training, code)?.doneAt);
  return left.length === 0 ? [done, { type: 'trainingDone', doneAt: now }] : [done];
}

/** Each question that is not answered rightly, by its code where its answer stands; never which answer would be right. */
function wrongAnswers({ questions }: Lesson, answers: AnswerLesson['answers']): RefusedPlace[] {
  return questions.flatMap(({ code: which, right }) => {
    const place = answers.findIndex(({ questionCode }) => questionCode === which);
    if (answers[place]?.optionCode === right) return [];
    return { at: place === -1 ? ['answers'] : ['answers', place, 'optionCode'], which };
  });
}

function demandSensible({ questions }: Lesson, answers: AnswerLesson['answers']): void {
  answers.forEach(({ questionCode, optionCode }, index) => {
    const question = questions.find(({ code }) => code === questionCode);
    const details = { at: ['answers', index], questionCode };
    demand(question !== undefined, 'training.unknown-question', details);
    demand(
      question.options.some(({ code }) => code === optionCode),
      'training.unknown-option',
      { ...details, at: ['answers', index, 'optionCode'] },
    );
    const first = answers.findIndex((other) => other.questionCode === questionCode) === index;
    demand(first, 'training.question-twice', details);
  });
}

function lessonOf(course: TrainingCourse, training: Training, lessonCode: string): Lesson {
  demand(isUpToDate(training, course), 'training.out-of-date');
  const lesson = course.lessons.find(({ code }) => code === lessonCode);
  demand(lesson !== undefined, 'training.unknown-lesson', { lessonCode });
  return lesson;
}

const progressOf = ({ lessons }: Training, code: string): LessonProgress | undefined =>
  lessons.find(({ lessonCode }) => lessonCode === code);

export function evolveTraining(training: Training | null, fact: TrainingFact): Training {
  if (fact.type === 'trainingAssigned') {
    const { type: _, ...assigned } = fact;
    return training
      ? unexpectedFact(fact, training.status)
      : { status: 'assigned', ...assigned, lessons: [], remindedDays: null };
  }
  if (!training) return unexpectedFact(fact, 'none');
  switch (fact.type) {
    case 'trainingRenewed': {
      const { trainingId, assistantId, agencyId } = training;
      const { jurisdiction, courseVersion, renewedAt: assignedAt } = fact;
      const who = { trainingId, assistantId, agencyId, jurisdiction, courseVersion, assignedAt };
      return { status: 'assigned', ...who, lessons: [], remindedDays: null };
    }
    case 'trainingDue':
      return training.status === 'assigned'
        ? { ...training, remindedDays: fact.daysLeft }
        : unexpectedFact(fact, training.status);
    case 'lessonRead': {
      const { lessonCode, readAt } = fact;
      return { ...training, lessons: [...training.lessons, { lessonCode, readAt, doneAt: null }] };
    }
    case 'lessonDone': {
      const { lessonCode, doneAt } = fact;
      const lessons = training.lessons.map((one) => (one.lessonCode === lessonCode ? { ...one, doneAt } : one));
      return { ...training, lessons };
    }
    case 'trainingDone': {
      if (training.status !== 'assigned') return unexpectedFact(fact, training.status);
      const { remindedDays: _, ...learnt } = training;
      return { ...learnt, status: 'done', doneAt: fact.doneAt };
    }
    default:
      return fact satisfies never;
  }
}
