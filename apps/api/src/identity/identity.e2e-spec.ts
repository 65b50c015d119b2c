import { PasswordHasher } from '#platform/security';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { aKey, bearer, isTaken, type Pair } from '../testing/memberships.js';
import { aBusiness, anAgency, password, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
const owner = new Client({ connectionString: api.databaseUrl });
await owner.connect();
afterAll(async () => {
  await owner.end();
  await api.close();
});

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

    it('ends at once, with all its tokens, when a refresh token is used again', async () => {
      const business = await aBusiness(api);
      const [first, elsewhere] = [await sessionOf(business), await sessionOf(business)];
      const second = (await refresh(first.refreshToken).expect(201)).body as Pair;
      expect((await refresh(first.refreshToken).expect(401)).body.code).toBe('refresh-token.reused');
      expect((await refresh(second.refreshToken).expect(401)).body.code).toBe('refresh-token.invalid');
      expect(await isTaken(api, first.accessToken)).toBe(false);
      expect(await isTaken(api, second.accessToken)).toBe(false);
      expect(await isTaken(api, elsewhere.accessToken)).toBe(true);
    });

    it('gives one pair for a refresh token that is used ten times at once, and ends', async () => {
      const { refreshToken } = await sessionOf(await aBusiness(api));
      const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(refreshToken)));
      const given = answers.filter(({ status }) => status === 201).map(({ body }) => body as Pair);
      expect(given).toHaveLength(1);
      expect(await isTaken(api, given[0]!.accessToken)).toBe(false);
      expect((await refresh(given[0]!.refreshToken).expect(401)).body.code).toBe('refresh-token.invalid');
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
