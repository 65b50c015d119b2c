import { eventually } from '#platform/testing';
import { randomUUID } from 'node:crypto';
import { ResultWaiter } from '../result-waiter/result-waiter.js';
import { aBusiness, anAgency } from '../testing/people.js';
import { testApi, testApiSettings } from '../testing/test-api.js';

const api = await testApi();
const business = await aBusiness(api);
afterAll(() => api.close());

const moreThanConnections = testApiSettings.databasePoolSize + 5;

/** Whoever waits for a result from now on waits until the spec gives up for all of them. */
function heldResults() {
  const waiter = api.app.get(ResultWaiter, { strict: false });
  const held = { waiting: 0, giveUp: (): void => undefined };
  const over = new Promise<null>((resolve) => {
    held.giveUp = () => {
      Reflect.deleteProperty(waiter, 'until');
      resolve(null);
    };
  });
  const until = (): Promise<null> => {
    held.waiting += 1;
    return over;
  };
  Object.assign(waiter, { until });
  return held;
}

describe('duty suggestions while no matcher answers', () => {
  const ask = (body: object, prefer = 'wait=0', who = business) =>
    api.http
      .post('/v1/duty-suggestions')
      .set({ ...who.headers(), prefer })
      .send(body);
  /** What was put out about a suggestion, moved on or not. */
  const eventsOf = async (id: string) =>
    (await api.told({ ids: [id] })).map(({ type, data }) => ({ type, data: data as { text: string } }));

  it('are promised at a place where they can be asked for again', async () => {
    const { body, headers } = await ask({ text: 'my inbox eats my mornings', language: 'en' }).expect(202);
    expect(body).toMatchObject({
      status: 'pending',
      language: 'en',
      abstained: false,
      reason: null,
      choices: [],
      items: [],
    });
    expect(headers['location']).toBe(`/v1/duty-suggestions/${body.id}`);
    const again = await api.http.get(`/v1/duty-suggestions/${body.id}`).set(business.headers()).expect(202);
    expect(again.body).toEqual(body);
    await api.http.get(`/v1/duty-suggestions/${randomUUID()}`).set(business.headers()).expect(404);
  });

  it('leave no connection to the database taken while they are waited for', async () => {
    const results = heldResults();
    const waiting = Promise.all(
      Array.from({ length: moreThanConnections }, () => ask({ text: 'my inbox eats my mornings' }, 'wait=2')),
    );
    await eventually(() => expect(results.waiting).toBe(moreThanConnections));
    await api.http.get('/v1/needs').set(business.headers()).expect(200);
    results.giveUp();
    expect((await waiting).map(({ status }) => status)).toEqual(Array(moreThanConnections).fill(202));
  });

  it('are asked for once per key, and leave no connection taken while they are waited for', async () => {
    const key = randomUUID();
    const withKey = (text: string, who = business) => ask({ text }, 'wait=2', who).set('idempotency-key', key);
    const results = heldResults();
    const waiting = Promise.all(
      Array.from({ length: moreThanConnections }, () => withKey('my inbox eats my mornings').expect(202)),
    );
    await eventually(() => expect(results.waiting).toBe(moreThanConnections));
    results.giveUp();
    const answers = await waiting;
    expect(new Set(answers.map(({ text, headers }) => `${text} ${headers['location']}`)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(14);
    expect(await eventsOf(answers[0]!.body.id)).toHaveLength(1);
    expect((await withKey('nobody answers the phone').expect(422)).body.code).toBe('idempotency.key-reused');
    const stranger = await aBusiness(api);
    const theirs = await withKey('my inbox eats my mornings', stranger).expect(202);
    expect(theirs.body.id).not.toBe(answers[0]!.body.id);
  });

  it('are asked for anew without a key', async () => {
    const headers = { authorization: `Bearer ${business.token}`, prefer: 'wait=0' };
    const send = () => api.http.post('/v1/duty-suggestions').set(headers).send({ text: 'my inbox' }).expect(202);
    expect((await send()).body.id).not.toBe((await send()).body.id);
  });

  it('put the words out without e-mail addresses and phone numbers', async () => {
    const text = 'Everybody writes to anna@forn.example or calls +34 600 123 456.';
    const { body } = await ask({ text }).expect(202);
    const events = await eventsOf(body.id);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ type: 'words.asked.v1' });
    expect(events[0]!.data.text).toBe(`Everybody writes to ${'*'.repeat(17)} or calls ${'*'.repeat(15)}.`);
  });

  it('can not be corrected before they are there', async () => {
    const { body } = await ask({ text: 'my inbox eats my mornings' }).expect(202);
    const refused = await api.http
      .post(`/v1/duty-suggestions/${body.id}/corrections`)
      .set(business.headers())
      .send({ dutyCodes: ['inbox-triage'] })
      .expect(409);
    expect(refused.body.code).toBe('duty-suggestion.not-ready');
  });

  it('belong to whoever asked', async () => {
    const { body } = await ask({ text: 'my inbox eats my mornings' }).expect(202);
    const stranger = await anAgency(api);
    for (const send of [
      api.http.get(`/v1/duty-suggestions/${body.id}`).set(stranger.headers()),
      api.http.post(`/v1/duty-suggestions/${body.id}/corrections`).set(stranger.headers()).send({ dutyCodes: [] }),
    ]) {
      expect((await send).body).toMatchObject({ status: 404, code: 'duty-suggestion.not-found' });
    }
  });

  it.each([
    [{}, '/text'],
    [{ text: 'a' }, '/text'],
    [{ text: 'x'.repeat(4_001) }, '/text'],
    [{ text: '    ' }, '/text'],
    [{ text: 'my inbox', language: 'fr' }, '/language'],
    [{ text: 'my inbox', colour: 'red' }, '/colour'],
  ])('refuse %j', async (body, pointer) => {
    const refused = await ask(body).expect(400);
    expect(refused.body.errors[0].pointer).toBe(pointer);
  });
});
