import type { TrainingDto } from '#contracts';
import { localDate } from '#domain';
import { trainingCourses } from '#knowledge/lessons';
import { aReport } from '../testing/clearances.js';
import { aPublishedAssistant } from '../testing/listings.js';
import { aMember } from '../testing/memberships.js';
import { anAgency, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { TrainingReminders } from './training-reminders.js';
import { TrainingRenewal } from './training-renewal.js';

const api = await testApi();
afterAll(() => api.close());
const agency = await anAgency(api);
const { id: assistantId } = await aPublishedAssistant(api, agency);
const herself = await aMember(api, agency, ['agency.assistant'], assistantId);
const path = `/v1/assistants/${assistantId}/training`;
const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const read = (by: SignedIn, language = 'en') => api.http.get(path).set(by.headers()).query({ language });
const follow = (lesson: string, step: 'reading' | 'answers', body: object = {}, by = herself) =>
  api.http.post(`${path}/lessons/${lesson}/${step}`).set(by.headers()).send(body);
const right = (code: string) => ({
  answers: trainingCourses.es.lessons
    .find((lesson) => lesson.code === code)!
    .questions.map((asked) => ({ questionCode: asked.code, optionCode: asked.right })),
});

describe('the training of an assistant', () => {
  it('is assigned by the agency once, and read by her in her language, without the right answers', async () => {
    expect(outcome(await read(herself))).toEqual([204, undefined]);
    const { body } = await api.http.post(path).set(agency.headers()).expect(201);
    expect(body).toMatchObject({ status: 'assigned', jurisdiction: 'es', doneAt: null });
    expect(outcome(await api.http.post(path).set(agency.headers()))).toEqual([409, 'training.already-assigned']);
    const titles = async (language: string) =>
      ((await read(herself, language).expect(200)).body as TrainingDto).lessons.map(({ title }) => title);
    expect((await titles('en'))[1]).toBe('Chair and desk');
    expect((await titles('es'))[1]).toBe('Silla y mesa');
    expect((await titles('ca'))[1]).toBe('Cadira i taula');
    expect(JSON.stringify((await read(herself).expect(200)).body)).not.toContain('"right"');
  });

  it('is done by herself, lesson by lesson, and counts for the clearance of her workplace', async () => {
    expect((await follow('screen', 'reading', {}, agency)).status).toBe(403);
    expect(outcome(await follow('screen', 'answers', right('screen')))).toEqual([409, 'training.lesson-unread']);
    for (const { code } of trainingCourses.es.lessons) {
      await follow(code, 'reading').expect(200);
      const none = await follow(code, 'answers', { answers: [] });
      expect(outcome(none)).toEqual([409, 'training.wrong-answers']);
      const questions = right(code).answers.map(({ questionCode }) => questionCode);
      expect(none.body.errors).toMatchObject(questions.map((which) => ({ pointer: '/answers', which })));
      await follow(code, 'answers', right(code)).expect(200);
    }
    const { body } = await read(agency).expect(200);
    expect(body).toMatchObject({ status: 'done' });
    const { trainingCompletedOn: _, ...report } = aReport();
    const asked = await api.http
      .post(`/v1/assistants/${assistantId}/clearances`)
      .set(herself.headers())
      .send(report)
      .expect(201);
    expect(asked.body.trainingCompletedOn).toBe(localDate(body.doneAt, 'Europe/Madrid'));
  });

  it("is hers and her agency's to read, and nobody else's", async () => {
    const { id: otherId } = await aPublishedAssistant(api, agency);
    const colleague = await aMember(api, agency, ['agency.assistant'], otherId);
    expect(outcome(await read(colleague))).toEqual([404, 'assistant.not-found']);
    expect(outcome(await follow('screen', 'reading', {}, colleague))).toEqual([404, 'assistant.not-found']);
    expect(outcome(await read(await anAgency(api)))).toEqual([404, 'assistant.not-found']);
  });

  it('is due again when a lesson has changed, and says so once', async () => {
    await api.owner.query(
      'UPDATE api.training SET course_version = 99, state = jsonb_set(state, $2, $3) WHERE assistant_id = $1',
      [assistantId, '{courseVersion}', '99'],
    );
    const sweep = () => api.app.get(TrainingRenewal, { strict: false }).sweep(api.clock.now());
    await sweep();
    await sweep();
    expect((await read(herself).expect(200)).body).toMatchObject({ status: 'assigned', courseVersion: 1 });
    expect(await api.told({ type: 'training.renewed.v1' })).toHaveLength(1);
  });

  it('is reminded of 30 and 7 days before it is to be done, once each, however many look at once', async () => {
    const { dueAt } = (await read(herself).expect(200)).body as TrainingDto;
    const reminders = api.app.get(TrainingReminders, { strict: false });
    const told = async (daysBefore: number) => {
      const at = new Date(Date.parse(dueAt!) - daysBefore * 86_400_000).toISOString();
      await Promise.all([1, 2, 3].map(() => reminders.sweep(at)));
      return (await api.told({ type: 'training.due.v1' })).map(({ data }) => data['daysLeft']);
    };
    expect(await told(31)).toEqual([]);
    expect(await told(30)).toEqual([30]);
    expect(await told(29)).toEqual([30]);
    expect(await told(6)).toEqual([30, 7]);
    expect(await told(-3)).toEqual([30, 7]);
  });

  it('names the questions whose answers are not right, and tells what is right only once all of them are', async () => {
    const newcomer = (await aPublishedAssistant(api, agency)).id;
    const learner = await aMember(api, agency, ['agency.assistant'], newcomer);
    const hers = `/v1/assistants/${newcomer}/training`;
    await api.http.post(hers).set(agency.headers()).expect(201);
    const [lesson] = trainingCourses.es.lessons;
    const { code } = lesson!;
    const step = (name: string, body: object = {}) =>
      api.http.post(`${hers}/lessons/${code}/${name}`).set(learner.headers()).send(body);
    await step('reading').expect(200);
    const [first, ...others] = right(code).answers;
    const { options } = lesson!.questions.find((asked) => asked.code === first!.questionCode)!;
    const other = options.find((option) => option.code !== first!.optionCode)!;
    const tried = await step('answers', { answers: [...others, { ...first!, optionCode: other.code }] });
    expect(outcome(tried)).toEqual([409, 'training.wrong-answers']);
    const pointer = `/answers/${others.length}/optionCode`;
    expect(tried.body.errors).toMatchObject([{ pointer, which: first!.questionCode, code: 'training.wrong-answers' }]);
    expect(JSON.stringify(tried.body)).not.toContain(first!.optionCode);
    const rightOptions = async () => {
      const { body } = await api.http.get(hers).set(learner.headers()).expect(200);
      const told = (body as TrainingDto).lessons.map(({ questions }) => questions.map((asked) => asked.rightOption));
      return { of: told[0], ofOthers: told.slice(1).flat() };
    };
    expect((await rightOptions()).of!.every((option) => option === null)).toBe(true);
    await step('answers', right(code)).expect(200);
    const { of, ofOthers } = await rightOptions();
    expect(of).toEqual(lesson!.questions.map((asked) => asked.right));
    expect(ofOthers.every((option) => option === null)).toBe(true);
  });

  it('stands beside a list of all that is recorded of her work, which anybody may read', async () => {
    const { body } = await api.http.get('/v1/recorded-of-work').query({ language: 'ca' }).expect(200);
    expect(body.items.at(-1).what).toContain('Res més');
  });
});
