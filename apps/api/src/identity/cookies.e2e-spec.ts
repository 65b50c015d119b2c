import { aBusiness, password } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
afterAll(() => api.close());

/** The page says by this header that it is the page. */
const fromThePage = { 'x-ajudant-page': '1' };
const cookiesOf = ({ headers }: { readonly headers: object }): string[] =>
  (headers as { 'set-cookie'?: string[] })['set-cookie'] ?? [];
const sent = (cookies: readonly string[]): string => cookies.map((cookie) => cookie.split(';', 1)[0]!).join('; ');

describe('a session in cookies', () => {
  const signIn = async (email: string): Promise<string[]> =>
    cookiesOf(await api.http.post('/v1/auth/cookies').set(fromThePage).send({ email, password }).expect(204));

  it('is kept where no script reads it and no other site has it sent', async () => {
    const { email } = await aBusiness(api);
    const cookies = await signIn(email);
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect(cookies[1]).toMatch(/; Path=\/v1\/auth\/cookies;/);
  });

  it('says who one is', async () => {
    const { email, organisationId } = await aBusiness(api);
    const { body } = await api.http
      .get('/v1/me')
      .set('cookie', sent(await signIn(email)))
      .expect(200);
    expect(body).toMatchObject({ organisationId, organisationKind: 'business', roles: ['business.owner'], email });
  });

  it('changes nothing but from the page itself', async () => {
    const { email } = await aBusiness(api);
    const cookie = sent(await signIn(email));
    const post = () =>
      api.http.post('/v1/needs').set({ cookie, 'idempotency-key': 'a-need' }).send({ words: 'my inbox' });
    const { body } = await post().expect(403);
    expect(body).toMatchObject({ code: 'auth.not-from-the-page' });
    await post().set(fromThePage).expect(201);
    const refused = await api.http.post('/v1/auth/cookies').send({ email, password }).expect(403);
    expect(cookiesOf(refused)).toEqual([]);
  });

  it('goes on with a new pair of cookies, and ends when its reader signs out', async () => {
    const { email } = await aBusiness(api);
    const first = sent(await signIn(email));
    const refreshed = await api.http
      .post('/v1/auth/cookies/refresh')
      .set({ ...fromThePage, cookie: first })
      .expect(204);
    const second = sent(cookiesOf(refreshed));
    expect(second).not.toBe(first);
    await api.http.get('/v1/me').set('cookie', second).expect(200);
    const ended = await api.http
      .delete('/v1/auth/cookies')
      .set({ ...fromThePage, cookie: second })
      .expect(204);
    for (const cookie of cookiesOf(ended)) expect(cookie).toMatch(/=; Max-Age=0;/);
    await api.http.get('/v1/me').set('cookie', second).expect(401);
  });
});
