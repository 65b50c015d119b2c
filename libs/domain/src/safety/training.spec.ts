import type { AgencyId, AssistantId, TrainingId } from '../ids.js';
import { refusalOf } from '../refusals.examples.js';
import type { Lesson, TrainingCourse } from './lesson.js';
import type { Training, TrainingCommand } from './training.js';
import { decideTraining, evolveTraining } from './training-decisions.js';

const said = { en: 'x', es: 'x', ca: 'x' };
const lesson = (code: string): Lesson => ({
  code,
  title: said,
  text: [said],
  source: 'Annex 1',
  questions: [
    {
      code: 'why',
      question: said,
      right: 'yes',
      options: ['yes', 'no'].map((option) => ({ code: option, text: said })),
    },
  ],
});
const course: TrainingCourse = {
  jurisdiction: 'es',
  version: 1,
  legalBasis: ['Ley 10/2021'],
  lessons: [lesson('screen'), lesson('chair')],
};
const later: TrainingCourse = { ...course, version: 2 };
const now = '2026-03-02T09:00:00.000Z';
const assign: TrainingCommand = {
  type: 'assignTraining',
  trainingId: 't' as TrainingId,
  assistantId: 'a' as AssistantId,
  agencyId: 'g' as AgencyId,
  course,
  now,
};
const read = (lessonCode: string): TrainingCommand => ({ type: 'readLesson', lessonCode, course, now });
const answer = (lessonCode: string, optionCode = 'yes', questionCode = 'why'): TrainingCommand => ({
  type: 'answerLesson',
  lessonCode,
  answers: [{ questionCode, optionCode }],
  course,
  now,
});
const after = (...commands: TrainingCommand[]): Training =>
  [assign, ...commands].reduce<Training | null>(
    (state, command) => decideTraining(command, state).reduce<Training | null>(evolveTraining, state),
    null,
  )!;
const refusal = (command: TrainingCommand, training: Training | null) =>
  refusalOf(() => decideTraining(command, training));

describe('the training on working at home', () => {
  it('is done once every lesson is read and all its questions are answered rightly', () => {
    expect(after()).toMatchObject({ status: 'assigned', courseVersion: 1, lessons: [] });
    expect(after(read('screen'), answer('screen'))).toMatchObject({
      status: 'assigned',
      lessons: [{ lessonCode: 'screen', readAt: now, doneAt: now }],
    });
    expect(after(read('screen'), answer('screen'), read('chair'), answer('chair'))).toMatchObject({
      status: 'done',
      doneAt: now,
    });
  });

  it('changes nothing when a lesson is read or answered again', () => {
    const done = after(read('screen'), answer('screen'), read('chair'), answer('chair'));
    expect(decideTraining(read('screen'), done)).toEqual([]);
    expect(decideTraining(answer('chair'), done)).toEqual([]);
  });

  it('names the questions whose answers are not right yet', () => {
    const started = after(read('screen'));
    expect(refusal(answer('screen', 'no'), started)).toBe('training.wrong-answers answers.0.optionCode');
    expect(refusal({ ...answer('screen'), answers: [] } as TrainingCommand, started)).toBe(
      'training.wrong-answers answers',
    );
    expect(refusal(answer('chair'), started)).toBe('training.lesson-unread');
    expect(refusal(answer('screen', 'maybe'), started)).toBe('training.unknown-option answers.0.optionCode');
    expect(refusal(answer('screen', 'yes', 'what'), started)).toBe('training.unknown-question answers.0');
    const twice = ['yes', 'no'].map((optionCode) => ({ questionCode: 'why', optionCode }));
    expect(refusal({ ...answer('screen'), answers: twice } as TrainingCommand, started)).toBe(
      'training.question-twice answers.1',
    );
    expect(refusal(read('sauna'), started)).toBe('training.unknown-lesson');
  });

  it('is due again when a lesson changes, or where another course holds', () => {
    const done = after(read('screen'), answer('screen'), read('chair'), answer('chair'));
    const renew = (holds: TrainingCourse) => decideTraining({ type: 'renewTraining', course: holds, now }, done);
    expect(renew(course)).toEqual([]);
    for (const holds of [later, { ...course, jurisdiction: 'uk' as const }]) {
      const again = renew(holds).reduce<Training>(evolveTraining, done);
      expect(again).toMatchObject({ status: 'assigned', jurisdiction: holds.jurisdiction, lessons: [] });
      expect(refusal(read('screen'), done)).toBeNull();
      expect(refusal({ ...read('screen'), course: holds } as TrainingCommand, done)).toBe('training.out-of-date');
    }
  });

  it('is to be done within sixty days, and is reminded of 30 and 7 days before, once each, as long as it isn’t done', () => {
    const remind = (at: string, training: Training) => decideTraining({ type: 'remindOfTraining', now: at }, training);
    const [first, second] = ['2026-04-01T09:00:00.000Z', '2026-04-24T09:00:00.000Z'];
    expect(remind('2026-04-01T08:59:59.999Z', after())).toEqual([]);
    const due = { type: 'trainingDue', dueAt: '2026-05-01T09:00:00.000Z' } as const;
    expect(remind(first, after())).toEqual([{ ...due, daysLeft: 30, remindedAt: first }]);
    const reminded = remind(first, after()).reduce(evolveTraining, after());
    expect(remind(first, reminded)).toEqual([]);
    expect(remind(second, reminded)).toEqual([{ ...due, daysLeft: 7, remindedAt: second }]);
    expect(remind(second, remind(second, reminded).reduce(evolveTraining, reminded))).toEqual([]);
    expect(remind(second, after(read('screen'), answer('screen'), read('chair'), answer('chair')))).toEqual([]);
    // What is due again has its sixty days anew.
    const renewed = decideTraining({ type: 'renewTraining', course: later, now: second }, reminded);
    expect(remind(second, renewed.reduce(evolveTraining, reminded))).toEqual([]);
  });

  it('is assigned once, and nobody follows what was not assigned', () => {
    expect(refusal(assign, after())).toBe('training.already-assigned');
    expect(refusal(read('screen'), null)).toBe('training.not-found');
  });
});
