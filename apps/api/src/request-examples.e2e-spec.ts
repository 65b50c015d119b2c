import { requestExamples } from './request-examples.js';
import { describedAnswers } from './testing/described-answers.js';
import { aBusiness, anAgency } from './testing/people.js';
import { testApi } from './testing/test-api.js';

const api = await testApi();
const [agency, business] = [await anAgency(api), await aBusiness(api)];
const unlikeDescribed = describedAnswers(api);
const examples = requestExamples();
afterAll(() => api.close());

/** Who sends it, and what comes of it. */
const senders: Readonly<Record<string, { readonly headers: () => Record<string, string>; readonly status: number }>> = {
  'POST /v1/agencies': { headers: () => ({}), status: 201 },
  'POST /v1/assistants': { headers: () => agency.headers(), status: 201 },
  'POST /v1/assistants/import': { headers: () => ({ ...agency.headers(), 'content-type': 'text/csv' }), status: 200 },
  'POST /v1/auth/tokens': { headers: () => ({}), status: 201 },
  'POST /v1/businesses': { headers: () => ({}), status: 201 },
  'POST /v1/duty-suggestions': { headers: () => ({ ...business.headers(), prefer: 'wait=0' }), status: 202 },
  'POST /v1/enquiries': { headers: () => business.headers(), status: 201 },
  'POST /v1/enquiries/import': { headers: () => ({ ...business.headers(), 'content-type': 'text/csv' }), status: 200 },
  'POST /v1/needs': { headers: () => business.headers(), status: 201 },
};

describe('the examples of the description of the API', () => {
  beforeAll(async () => {
    // The demo has her; here she registers first.
    const { email, password } = examples['POST /v1/auth/tokens'] as { email: string; password: string };
    const body = examples['POST /v1/businesses'] as { owner: object };
    await api.http
      .post('/v1/businesses')
      .set('idempotency-key', 'tia')
      .send({ ...body, owner: { ...body.owner, email, password } })
      .expect(201);
  });

  it('each have somebody here who sends them', () => {
    expect(Object.keys(senders)).toEqual(Object.keys(examples));
  });

  it.each(Object.keys(senders))('are taken as they stand, and answered as it is described: %s', async (operation) => {
    const { headers, status } = senders[operation]!;
    const answer = await api.http
      .post(operation.split(' ')[1]!)
      .set({ 'idempotency-key': operation, ...headers() })
      .send(examples[operation] as object);
    expect([answer.status, answer.text.slice(0, 300)]).toEqual([status, expect.any(String)]);
    expect(
      unlikeDescribed(operation, { status, headers: answer.headers as Record<string, string>, body: answer.body }),
    ).toEqual([]);
  });
});
