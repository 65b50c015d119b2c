import { ReviewGivenV1 } from '#contracts';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { anEngagement } from '../testing/engagements.js';
import { aMember } from '../testing/memberships.js';
import { aBusiness, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
afterAll(() => api.close());
const engaged = await anEngagement(api);
const stranger = await aBusiness(api);

describe('reviews', () => {
  const give = (by: SignedIn, changes: object = {}) =>
    api.http
      .post('/v1/reviews')
      .set(by.headers())
      .send({ engagementId: engaged.id, score: 5, text: 'Mornings are for baking again.', ...changes });
  const list = async (by: SignedIn) => (await api.http.get('/v1/reviews').set(by.headers()).expect(200)).body.items;
  const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

  it('are given after the engagement has ended', async () => {
    expect(outcome(await give(engaged.business))).toEqual([409, 'review.engagement-not-ended']);
    await api.http
      .post(`/v1/engagements/${engaged.id}/end`)
      .set(engaged.agency.headers())
      .send({ reason: 'Done' })
      .expect(200);
    const given = await give(engaged.business).expect(201);
    expect(given.headers['location']).toBe(`/v1/reviews/${given.body.id}`);
    expect(given.body).toMatchObject({ side: 'business', assistantId: engaged.assistantId, score: 5 });
    const read = await api.http.get(`/v1/reviews/${given.body.id}`).set(engaged.agency.headers()).expect(200);
    expect(read.body).toEqual(given.body);
  });

  it('are given both ways, by each side once, even at the same instant', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => give(engaged.agency, { score: 4 })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 201).map(outcome);
    expect(refused).toEqual(Array.from({ length: 4 }, () => [409, 'review.already-given']));
    expect(outcome(await give(engaged.business, { score: 1 }))).toEqual([409, 'review.already-given']);
    for (const by of [engaged.agency, engaged.business]) {
      expect(await list(by)).toMatchObject([
        { side: 'business', score: 5 },
        { side: 'agency', score: 4 },
      ]);
    }
  });

  it('are for the two sides', async () => {
    expect(outcome(await give(stranger))).toEqual([404, 'engagement.not-found']);
    expect(await list(stranger)).toEqual([]);
    const accountant = await aMember(api, engaged.business, ['business.accountant']);
    expect((await give(accountant)).status).toBe(403);
    expect(outcome(await give(engaged.business, { score: 6 }))).toEqual([400, 'request.invalid']);
  });

  it('show anybody how businesses scored an assistant, and none of their words', async () => {
    const record = (id: string) => api.http.get(`/v1/assistants/published/${id}/review-record`);
    const { body } = await record(engaged.assistantId).expect(200);
    expect(body).toEqual({ assistantId: engaged.assistantId, count: 1, mean: 5, byScore: [0, 0, 0, 0, 1] });
    expect(outcome(await record(engaged.id))).toEqual([404, 'assistant.not-found']);
  });

  it('tell the matcher the score and leave the words at home', async () => {
    const events = await api.told({ type: ReviewGivenV1.type });
    expect(events).toHaveLength(2);
    for (const { data } of events) {
      const told = plainToInstance(ReviewGivenV1, data);
      expect(await validate(told, { whitelist: true, forbidNonWhitelisted: true })).toEqual([]);
    }
  });
});
