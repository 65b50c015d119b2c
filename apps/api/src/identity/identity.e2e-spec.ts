import { PasswordHasher } from '#platform/security';
import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { aKey, bearer, isTaken, type Pair } from '../testing/memberships.js';
import { aBusiness, anAgency, password, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
const { owner } = api;
afterAll(() => api.close());

describe('who somebody is', () => {
  const signInWith = (body: object) => api.http.post('/v1/auth/tokens').send(body);
  const sessionOf = async ({ email }: SignedIn): Promise<Pair> =>
    (await signInWith({ email, password }).expect(201)).body as Pair;
  const refresh = (refreshToken: string) => api.http.post('/v1/auth/tokens/refresh').send({ refreshToken });
  const signOut = (refreshToken: string) => api.http.delete('/v1/auth/tokens').send({ refreshToken });

  describe('signing in', () => {
    it('answers a wrong password and an unknown address alike', async () => {
      const { email } = await aBusiness(api);
      const answers = [
        await signInWith({ email, password: 'not the right one' }).expect(401),
        await signInWith({ email: `${randomUUID()}@example.org`, password }).expect(401),
      ];
      const [wrong, unknown] = answers.map(({ body: { instance: _instance, requestId: _requestId, ...rest } }) => rest);
      expect(wrong).toEqual(unknown);
      expect(wrong).toMatchObject({ code: 'account.wrong-credentials' });
    });

    it('makes whoever guesses wait, and nobody who signs in from elsewhere', async () => {
      const { email } = await aBusiness(api);
      const from = (localAddress: string, secret: string) =>
        signInWith({ email, password: secret }).agent(new Agent({ localAddress }));
      for (let guesses = 0; guesses < 6; guesses += 1) await from('127.0.0.2', `wrong ${guesses} wrong`).expect(401);
      const { body } = await from('127.0.0.2', password).expect(429);
      expect(body.code).toBe('request.too-many');
      await from('127.0.0.3', password).expect(201);
    });

    it('takes the address in any case, composed or not', async () => {
      const { organisationId } = await aBusiness(api, { email: `n\u00faria-${randomUUID()}@b\u00fccher.example` });
      const { rows } = await owner.query<{ email: string }>(
        `SELECT email FROM api.user_account JOIN api.membership ON user_id = id WHERE organisation_id = $1`,
        [organisationId],
      );
      expect(rows[0]!.email).toMatch(/^n\u00faria-.*@xn--bcher-kva\.example$/);
      const email = rows[0]!.email.replace('xn--bcher-kva', 'B\u00dcCHER').normalize('NFD');
      const { body } = await signInWith({ email: email.toUpperCase(), password }).expect(201);
      expect(body).toMatchObject({
        organisationId,
        organisationKind: 'business',
        roles: ['business.owner'],
        tokenType: 'Bearer',
        expiresIn: 900,
      });
    });

    it('hashes the password anew where it was hashed by other parameters', async () => {
      const { email } = await aBusiness(api);
      const hashOf = async (): Promise<string> => {
        const { rows } = await owner.query('SELECT password_hash AS hash FROM api.user_account WHERE email = $1', [
          email,
        ]);
        return (rows[0] as { hash: string }).hash;
      };
      const weaker = await new PasswordHasher({ memoryKib: 32 }).hash(password);
      await owner.query('UPDATE api.user_account SET password_hash = $2 WHERE email = $1', [email, weaker]);
      await signInWith({ email, password: 'not the right one' }).expect(401);
      expect(await hashOf()).toBe(weaker);
      await signInWith({ email, password }).expect(201);
      const renewed = await hashOf();
      expect(renewed).toMatch(/^\$argon2id\$v=19\$m=64,/);
      await signInWith({ email, password }).expect(201);
      expect(await hashOf()).toBe(renewed);
    });

    it('into an organisation that one does not belong to is refused', async () => {
      const [{ email }, { organisationId }] = [await aBusiness(api), await aBusiness(api)];
      const { body } = await signInWith({ email, password, organisationId }).expect(401);
      expect(body.code).toBe('account.no-membership');
    });

    it('makes whoever guesses wait, and nobody else', async () => {
      const [guessed, other] = [await aBusiness(api), await aBusiness(api)];
      const guess = () => signInWith({ email: guessed.email, password: 'a guess at the password' });
      for (let attempt = 0; attempt < 6; attempt += 1) await guess().expect(401);
      const waiting = await signInWith({ email: guessed.email.toUpperCase(), password }).expect(429);
      expect(waiting.body.code).toBe('request.too-many');
      expect(Number(waiting.headers['retry-after'])).toBeGreaterThan(0);
      await sessionOf(other);
      api.clock.advance({ minutes: 1 });
      await sessionOf(guessed);
    });
  });

  describe('a session', () => {
    it('goes on with each refresh token once', async () => {
      const first = await sessionOf(await aBusiness(api));
      const second = (await refresh(first.refreshToken).expect(201)).body as Pair;
      expect(second.refreshToken).not.toBe(first.refreshToken);
      const third = (await refresh(second.refreshToken).expect(201)).body as Pair;
      expect(await isTaken(api, third.accessToken)).toBe(true);
      expect(await isTaken(api, first.accessToken)).toBe(true);
    });

    it('ends at once, with all its tokens, when a refresh token is used again later', async () => {
      const business = await aBusiness(api);
      const [first, elsewhere] = [await sessionOf(business), await sessionOf(business)];
      const second = (await refresh(first.refreshToken).expect(201)).body as Pair;
      api.clock.advance({ seconds: 11 });
      expect((await refresh(first.refreshToken).expect(401)).body.code).toBe('refresh-token.reused');
      expect((await refresh(second.refreshToken).expect(401)).body.code).toBe('refresh-token.invalid');
      expect(await isTaken(api, first.accessToken)).toBe(false);
      expect(await isTaken(api, second.accessToken)).toBe(false);
      expect(await isTaken(api, elsewhere.accessToken)).toBe(true);
    });

    it('gives the same pair for a refresh token that the same client uses again within ten seconds', async () => {
      const { refreshToken } = await sessionOf(await aBusiness(api));
      const atOnce = await Promise.all(Array.from({ length: 10 }, () => refresh(refreshToken).expect(201)));
      api.clock.advance({ seconds: 9 });
      const lost = await refresh(refreshToken).expect(201);
      const pairs = new Set([...atOnce, lost].map(({ text }) => text));
      expect(pairs.size).toBe(1);
      const next = (await refresh((lost.body as Pair).refreshToken).expect(201)).body as Pair;
      expect(await isTaken(api, next.accessToken)).toBe(true);
    });

    it('ends when another client uses a refresh token again, however soon', async () => {
      const { refreshToken } = await sessionOf(await aBusiness(api));
      const pair = (await refresh(refreshToken).expect(201)).body as Pair;
      const elsewhere = await refresh(refreshToken).set('user-agent', 'another program').expect(401);
      expect(elsewhere.body.code).toBe('refresh-token.reused');
      expect(await isTaken(api, pair.accessToken)).toBe(false);
    });

    it('is listed with the program that began it, and ended from another', async () => {
      const [business, stranger] = [await aBusiness(api), await aBusiness(api)];
      const pair = (
        await signInWith({ email: business.email, password }).set('user-agent', 'Post office 3').expect(201)
      ).body as Pair;
      const list = async (who: SignedIn) =>
        (await api.http.get('/v1/account/sessions').set(who.headers()).expect(200)).body.items as {
          id: string;
          program: string | null;
          isCurrent: boolean;
        }[];
      const sessions = await list(business);
      expect(sessions.map(({ program, isCurrent }) => [program, isCurrent])).toEqual([
        [null, true],
        ['Post office 3', false],
      ]);
      const end = (who: SignedIn) => api.http.delete(`/v1/account/sessions/${sessions[1]!.id}`).set(who.headers());
      expect((await end(stranger).expect(404)).body.code).toBe('session.not-found');
      expect(await isTaken(api, pair.accessToken)).toBe(true);
      await end(business).expect(204);
      expect(await isTaken(api, pair.accessToken)).toBe(false);
      expect(await list(business)).toHaveLength(1);
      const third = await sessionOf(business);
      await api.http.delete('/v1/account/sessions').set(business.headers()).expect(204);
      expect(await isTaken(api, third.accessToken)).toBe(false);
      expect(await isTaken(api, business.token)).toBe(true);
    });

    it('ends at once by signing out, and only that one', async () => {
      const business = await aBusiness(api);
      const [here, elsewhere] = [await sessionOf(business), await sessionOf(business)];
      await signOut(here.refreshToken).expect(204);
      expect(await isTaken(api, here.accessToken)).toBe(false);
      expect((await refresh(here.refreshToken).expect(401)).body.code).toBe('refresh-token.invalid');
      expect(await isTaken(api, elsewhere.accessToken)).toBe(true);
      await signOut(here.refreshToken).expect(204);
      await signOut(`ajr_${'x'.repeat(43)}`).expect(204);
    });

    it('needs a fresh access token after 15 minutes, and a new sign-in after 30 days', async () => {
      const business = await aBusiness(api);
      const { accessToken, refreshToken } = await sessionOf(business);
      api.clock.advance({ minutes: 14 });
      expect(await isTaken(api, accessToken)).toBe(true);
      api.clock.advance({ minutes: 2 });
      const late = await api.http.get('/v1/members').set(bearer(accessToken)).expect(401);
      expect(late.body.code).toBe('auth.expired-token');
      const next = (await refresh(refreshToken).expect(201)).body as Pair;
      expect(await isTaken(api, next.accessToken)).toBe(true);
      api.clock.advance({ days: 31 });
      expect((await refresh(next.refreshToken).expect(401)).body.code).toBe('refresh-token.invalid');
    });

    it.each(['nonsense', 'a.b.c', `ajr_${'x'.repeat(43)}`, `ajk_${'x'.repeat(43)}`, 'ajk_short'])(
      'is not opened by %s',
      async (credential) => {
        const { body } = await api.http.get('/v1/members').set(bearer(credential)).expect(401);
        expect(body.code).toBe('auth.invalid-token');
      },
    );
  });

  describe('a password', () => {
    const change = (who: SignedIn, body: object) => api.http.post('/v1/account/password').set(who.headers()).send(body);

    it('is changed by whoever knows it, which ends all other sessions', async () => {
      const business = await aBusiness(api);
      const elsewhere = await sessionOf(business);
      const newPassword = 'a horse of another colour';
      const wrong = await change(business, { currentPassword: 'not the right one', newPassword }).expect(401);
      expect(wrong.body.code).toBe('account.wrong-credentials');
      await change(business, { currentPassword: password, newPassword }).expect(204);
      expect([await isTaken(api, business.token), await isTaken(api, elsewhere.accessToken)]).toEqual([true, false]);
      await refresh(elsewhere.refreshToken).expect(401);
      await signInWith({ email: business.email, password }).expect(401);
      await signInWith({ email: business.email, password: newPassword }).expect(201);
      const { key } = await aKey(api, business.token, ['members:read']);
      await api.http
        .post('/v1/account/password')
        .set(bearer(key))
        .send({ currentPassword: newPassword, newPassword })
        .expect(403);
    });

    it.each([
      ['            ', 'account.password-blank'],
      ['\u3000'.repeat(12), 'account.password-blank'],
      ['qwerty123456', 'account.password-common'],
      ['QwertyUiop123', 'account.password-common'],
      ['short', 'request.invalid'],
    ])('is not %j', async (newPassword, code) => {
      const business = await aBusiness(api);
      const changed = await change(business, { currentPassword: password, newPassword }).expect(400);
      expect(changed.body).toMatchObject({ code, errors: [{ pointer: '/newPassword' }] });
      const registered = await api.http
        .post('/v1/businesses')
        .set('idempotency-key', randomUUID())
        .send({
          name: 'Forn',
          countryCode: 'ES',
          sector: 'bakery',
          timeZone: 'Europe/Madrid',
          contactEmail: 'forn@example.org',
          owner: { displayName: 'Berta', email: `${randomUUID()}@example.org`, password: newPassword },
        });
      expect(registered.body).toMatchObject({ status: 400, code, errors: [{ pointer: '/owner/password' }] });
    });

    it('is not the own address', async () => {
      const business = await aBusiness(api);
      const changed = await change(business, { currentPassword: password, newPassword: business.email.toUpperCase() });
      expect(changed.body).toMatchObject({ status: 400, code: 'account.password-common' });
    });
  });

  describe('an API key', () => {
    it('is shown once', async () => {
      const agency = await anAgency(api, { verified: false });
      const { id, key } = await aKey(api, agency.token, ['members:read']);
      expect(key).toMatch(/^ajk_[\w-]{43}$/);
      const { body, text } = await api.http.get('/v1/api-keys').set(agency.headers()).expect(200);
      expect(body.items).toEqual([{ id, name: 'Payroll', scopes: ['members:read'], createdAt: expect.any(String) }]);
      expect(text).not.toContain(key);
    });

    it('may do what its scopes say, for its own organisation', async () => {
      const agency = await anAgency(api, { verified: false });
      const { key } = await aKey(api, agency.token, ['members:read']);
      const { body } = await api.http.get('/v1/members').set(bearer(key)).expect(200);
      expect(body.items.map(({ email }: { email: string }) => email)).toEqual([agency.email]);
      const invitation = { email: 'colleague@example.org', roles: ['agency.coordinator'] };
      const refused = await api.http.post('/v1/invitations').set(bearer(key)).send(invitation).expect(403);
      expect(refused.body).toMatchObject({ code: 'auth.forbidden' });
      await api.http.get('/v1/assistants').set(bearer(key)).expect(403);
    });

    it('can make no further keys, and revoke none', async () => {
      const agency = await anAgency(api, { verified: false });
      const { id, key } = await aKey(api, agency.token, ['members:read', 'members:write']);
      const further = { name: 'Another', scopes: ['members:read'] };
      await api.http.post('/v1/api-keys').set(bearer(key)).send(further).expect(403);
      await api.http.delete(`/v1/api-keys/${id}`).set(bearer(key)).expect(403);
      expect(await isTaken(api, key)).toBe(true);
    });

    it('is asked for with scopes that there are', async () => {
      const { headers } = await anAgency(api, { verified: false });
      const body = { name: 'Payroll', scopes: ['members:read', 'castles:write'] };
      const refused = await api.http.post('/v1/api-keys').set(headers()).send(body).expect(400);
      expect(refused.body).toMatchObject({ code: 'api-key.unknown-scope' });
    });

    it('stops working at once when it is revoked', async () => {
      const agency = await anAgency(api, { verified: false });
      const { id, key } = await aKey(api, agency.token, ['members:read']);
      await api.http.delete(`/v1/api-keys/${id}`).set(agency.headers()).expect(204);
      expect(await isTaken(api, key)).toBe(false);
      const again = await api.http.delete(`/v1/api-keys/${id}`).set(agency.headers()).expect(404);
      expect(again.body.code).toBe('api-key.not-found');
    });

    it('is neither seen nor revoked by another organisation', async () => {
      const [agency, other] = [await anAgency(api, { verified: false }), await anAgency(api, { verified: false })];
      const { id, key } = await aKey(api, agency.token, ['members:read']);
      const seen = await api.http.get('/v1/api-keys').set(other.headers()).expect(200);
      expect(seen.body.items).toEqual([]);
      await api.http.delete(`/v1/api-keys/${id}`).set(other.headers()).expect(404);
      expect(await isTaken(api, key)).toBe(true);
    });
  });
});
