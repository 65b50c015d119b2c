import { RequestContext } from '#platform/http';
import { statementsSentBy } from '#platform/testing';
import { aBookableAssistant, anAcceptedAgreement } from './testing/bookable.js';
import { aNeed } from './testing/needs.js';
import { aBusiness } from './testing/people.js';
import { testApi } from './testing/test-api.js';

const api = await testApi();
afterAll(() => api.close());
const business = await aBusiness(api);
const { assistantId } = await aBookableAssistant(api);
const agreementId = await anAcceptedAgreement(api, business, assistantId);

describe('what a request asks of the database, statement by statement', () => {
  const slot = (hoursAhead: number) => {
    const startAt = new Date(new Date().setUTCHours(48 + hoursAhead, 0, 0, 0)).toISOString();
    return { startAt, endAt: new Date(Date.parse(startAt) + 3_600_000).toISOString() };
  };
  const hold = (hoursAhead: number) => send('/v1/bookings', { agreementId, slots: [slot(hoursAhead)] });
  /** The answer to a POST, and how many statements went out on its behalf, its commit and its credentials included. */
  const send = async (path: string, body: object = {}, headers: object = {}) => {
    let answer: { status: number; body: { id: string; code?: string } } = { status: 0, body: { id: '' } };
    const isOurs = (): boolean => RequestContext.current()?.request.url === path;
    const sent = await statementsSentBy(async () => {
      const { status, body: answered } = await api.http
        .post(path)
        .set({ ...business.headers(), ...headers })
        .send(body);
      answer = { status, body: answered };
    }, isOurs);
    // Others are told after the commit, when the answer is on its way already.
    return { ...answer, statements: sent.filter(({ text }) => !text.startsWith('NOTIFY')).length };
  };

  it('holds time with fourteen at most', async () => {
    await hold(0);
    const { status, statements } = await hold(1);
    expect(status).toBe(201);
    expect(statements).toBeLessThanOrEqual(14);
  });

  it('holds time with as few when the assistant has many bookings', async () => {
    const few = await hold(2);
    for (let hours = 3; hours < 23; hours += 1) await hold(hours);
    const many = await hold(23);
    expect(many).toMatchObject({ status: 201, statements: few.statements });
  });

  it('refuses who comes too late with eight at most', async () => {
    await hold(30);
    const late = await hold(30);
    expect(late).toMatchObject({ status: 409, body: { code: 'booking.slot-taken' } });
    expect(late.statements).toBeLessThanOrEqual(8);
  });

  it('refuses those who come too late after somebody else did with five at most', async () => {
    await hold(32);
    await hold(32);
    const late = await hold(32);
    expect(late).toMatchObject({ status: 409, body: { code: 'booking.slot-taken' } });
    expect(late.statements).toBeLessThanOrEqual(5);
  });

  it('confirms a booking with fourteen at most, once the engagement has begun', async () => {
    const [first, second] = [await hold(40), await hold(41)];
    const confirm = (id: string) => send(`/v1/bookings/${id}/confirmation`, {}, { 'if-match': '"1"' });
    expect((await confirm(first.body.id)).status).toBe(201);
    const { status, statements } = await confirm(second.body.id);
    expect(status).toBe(201);
    expect(statements).toBeLessThanOrEqual(14);
  });

  it('posts a need with ten at most', async () => {
    const needId = await aNeed(api, business, {}, { posted: false });
    const { status, statements } = await send(`/v1/needs/${needId}/posting`);
    expect(status).toBe(200);
    expect(statements).toBeLessThanOrEqual(10);
  });

  it('answers the same request again with five at most', async () => {
    const needId = await aNeed(api, business, {}, { posted: false });
    const path = `/v1/needs/${needId}/posting`;
    const headers = business.headers();
    await api.http.post(path).set(headers).expect(200);
    const isOurs = (): boolean => RequestContext.current()?.request.url === path;
    const again = await statementsSentBy(() => api.http.post(path).set(headers).expect(200), isOurs);
    expect(again.length).toBeGreaterThan(0);
    expect(again.length).toBeLessThanOrEqual(5);
  });
});
