import { randomUUID } from 'node:crypto';
import { aBusiness, anAdministrator, anAgency } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
afterAll(() => api.close());
const administrator = await anAdministrator(api);

describe('assignment plans while no matcher answers', () => {
  const ask = (headers: Record<string, string>) => api.http.post('/v1/admin/assignment-plans').set(headers);

  it('are promised at a place where they can be asked for again', async () => {
    const { body, headers } = await ask(administrator.headers()).expect(202);
    expect(body).toMatchObject({ status: 'pending', preparedAt: null, lines: [], unassignedNeedIds: [] });
    expect(headers['location']).toBe(`/v1/admin/assignment-plans/${body.id}`);
    const again = await api.http
      .get(`/v1/admin/assignment-plans/${body.id}`)
      .set({ ...administrator.headers(), prefer: 'wait=1' })
      .expect(202);
    expect(again.body).toEqual(body);
    const none = await api.http.get(`/v1/admin/assignment-plans/${randomUUID()}`).set(administrator.headers());
    expect(none.body).toMatchObject({ status: 404, code: 'assignment-plan.not-found' });
  });

  it('are asked for once with the same key', async () => {
    const headers = administrator.headers();
    const first = await ask(headers).expect(202);
    expect((await ask(headers).expect(202)).body).toEqual(first.body);
    const { authorization } = headers as { authorization: string };
    await ask({ authorization }).expect(400);
  });

  it('are for administrators; agencies see no line before there is one', async () => {
    const [agency, business] = [await anAgency(api), await aBusiness(api)];
    for (const who of [agency, business]) await ask(who.headers()).expect(403);
    const lines = await api.http.get('/v1/assignment-plans').set(agency.headers()).expect(200);
    expect(lines.body).toEqual({ items: [], next: null });
    await api.http.get('/v1/assignment-plans?after=nonsense').set(agency.headers()).expect(400);
  });
});
