import { randomUUID } from 'node:crypto';
import { anAssistant } from '../testing/listings.js';
import { aMember, aKey, anInvitation, isTaken, type Pair } from '../testing/memberships.js';
import { aBusiness, anAgency, password, type SignedIn, signIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
afterAll(() => api.close());

describe('who belongs to an organisation', () => {
  const invite = (owner: SignedIn, body: object) => api.http.post('/v1/invitations').set(owner.headers()).send(body);
  const accept = (token: string, secret: string = password) =>
    api.http.post('/v1/invitations/acceptances').send({ token, displayName: 'Aina', password: secret });
  const membersOf = async (
    who: SignedIn,
  ): Promise<{ userId: string; email: string; displayName: string; roles: string[] }[]> =>
    (await api.http.get('/v1/members').set(who.headers()).expect(200)).body.items;
  const idOf = async (owner: SignedIn, email: string): Promise<string> =>
    (await membersOf(owner)).find((member) => member.email === email)!.userId;
  const remove = (owner: SignedIn, userId: string) => api.http.delete(`/v1/members/${userId}`).set(owner.headers());

  describe('an invitation', () => {
    it('refuses roles of another kind of organisation', async () => {
      const business = await aBusiness(api);
      const email = 'somebody@example.org';
      const foreign = await invite(business, { email, roles: ['business.colleague', 'agency.coordinator'] }).expect(
        400,
      );
      expect(foreign.body.code).toBe('invitation.role-of-another-kind');
      const agency = await anAgency(api, { verified: false });
      expect((await invite(agency, { email, roles: ['business.owner'] }).expect(400)).body.code).toBe(
        'invitation.role-of-another-kind',
      );
      await invite(agency, { email, roles: ['marketplace.administrator'] }).expect(400);
    });

    it('is given by owners alone', async () => {
      const agency = await anAgency(api, { verified: false });
      const coordinator = await aMember(api, agency, ['agency.coordinator']);
      await invite(coordinator, { email: 'friend@example.org', roles: ['agency.owner'] }).expect(403);
    });

    it('makes somebody an assistant of the own agency only', async () => {
      const [agency, other] = [await anAgency(api), await anAgency(api)];
      const { id: assistantId } = await anAssistant(api, other);
      const body = { email: 'nuria@example.org', roles: ['agency.assistant'] };
      expect((await invite(agency, { ...body, assistantId }).expect(404)).body.code).toBe(
        'invitation.assistant-unknown',
      );
      await invite(agency, body).expect(404);
      await invite(other, { ...body, assistantId }).expect(201);
    });

    it('is taken once, even by ten at once', async () => {
      const business = await aBusiness(api);
      const { token, email } = await anInvitation(api, business, ['business.accountant']);
      const answers = await Promise.all(Array.from({ length: 10 }, () => accept(token)));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.filter(({ body }) => body.code === 'invitation.invalid')).toHaveLength(9);
      expect((await membersOf(business)).filter((member) => member.email === email)).toHaveLength(1);
      expect((await signIn(api, email)).organisationId).toBe(business.organisationId);
    });

    it('is answered again as the first time to whoever sends the same key, and to nobody else', async () => {
      const [business, other] = [await aBusiness(api), await aBusiness(api)];
      const { token, email } = await anInvitation(api, business, ['business.accountant']);
      const { token: another } = await anInvitation(api, other, ['business.accountant']);
      const key = randomUUID();
      const withKey = (invitation: string, secret?: string) => accept(invitation, secret).set('idempotency-key', key);
      expect((await withKey(`aji_${'x'.repeat(43)}`).expect(404)).body.code).toBe('invitation.invalid');
      const answers = await Promise.all(Array.from({ length: 5 }, () => withKey(token)));
      expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201));
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(4);
      expect((await membersOf(business)).filter((member) => member.email === email)).toHaveLength(1);
      expect((await withKey(token, 'another password').expect(422)).body.code).toBe('idempotency.key-reused');
      expect((await accept(token).expect(404)).body.code).toBe('invitation.invalid');
      const elsewhere = await withKey(another).expect(201);
      expect(elsewhere.headers['idempotency-replayed']).toBeUndefined();
      expect((await accept(another).set('idempotency-key', 'caf\u00e9').expect(400)).body.code).toBe(
        'idempotency.key-malformed',
      );
    });

    it('stays open when somebody who has an account gives a wrong password', async () => {
      const [business, agency] = [await aBusiness(api), await anAgency(api, { verified: false })];
      const { token, email } = await anInvitation(api, agency, ['agency.coordinator'], business.email.toUpperCase());
      expect((await accept(token, 'not the right one').expect(401)).body.code).toBe('account.wrong-credentials');
      expect(await membersOf(agency)).toHaveLength(1);
      const joined = await accept(token).expect(201);
      expect(joined.body).toMatchObject({ displayName: 'Berta', email: email.toLowerCase() });
      expect((await membersOf(agency)).map(({ displayName }) => displayName)).toContain('Berta');
      expect((await signIn(api, business.email)).organisationId).toBe(business.organisationId);
      const inAgency = { email: business.email, password, organisationId: agency.organisationId };
      const { body } = await api.http.post('/v1/auth/tokens').send(inAgency).expect(201);
      expect(body.roles).toEqual(['agency.coordinator']);
    });

    it('can not take the owner from an organisation', async () => {
      const business = await aBusiness(api);
      const { token } = await anInvitation(api, business, ['business.accountant'], business.email);
      expect((await accept(token).expect(409)).body.code).toBe('member.last-owner');
      await aMember(api, business, ['business.owner']);
      await accept(token).expect(201);
    });

    it('ends after 14 days', async () => {
      const business = await aBusiness(api);
      const { token } = await anInvitation(api, business, ['business.colleague']);
      api.clock.advance({ days: 14, minutes: 1 });
      expect((await accept(token).expect(404)).body.code).toBe('invitation.invalid');
      expect((await accept(`aji_${'x'.repeat(43)}`).expect(404)).body.code).toBe('invitation.invalid');
    });
  });

  describe('removal', () => {
    it('ends sessions and the keys that the member made at once', async () => {
      const business = await aBusiness(api);
      const colleague = await aMember(api, business, ['business.owner']);
      const session = (await api.http.post('/v1/auth/tokens').send({ email: colleague.email, password }).expect(201))
        .body as Pair;
      const { key } = await aKey(api, colleague.token, ['members:read']);
      const { key: kept } = await aKey(api, business.token, ['members:read']);
      expect(await isTaken(api, key)).toBe(true);
      await remove(business, await idOf(business, colleague.email)).expect(204);
      for (const ended of [colleague.token, session.accessToken, key]) expect(await isTaken(api, ended)).toBe(false);
      const { refreshToken } = session;
      await api.http.post('/v1/auth/tokens/refresh').send({ refreshToken }).expect(401);
      await api.http.post('/v1/auth/tokens').send({ email: colleague.email, password }).expect(401);
      expect(await isTaken(api, kept)).toBe(true);
      expect((await membersOf(business)).map(({ email }) => email)).toEqual([business.email]);
    });

    it('brings nothing of it back when the person joins again', async () => {
      const business = await aBusiness(api);
      const colleague = await aMember(api, business, ['business.owner']);
      const { key } = await aKey(api, colleague.token, ['members:read']);
      await remove(business, await idOf(business, colleague.email)).expect(204);
      const { token } = await anInvitation(api, business, ['business.owner'], colleague.email);
      await accept(token).expect(201);
      for (const ended of [colleague.token, key]) expect(await isTaken(api, ended)).toBe(false);
      expect(await isTaken(api, (await signIn(api, colleague.email)).token)).toBe(true);
    });

    it('from one organisation leaves the other alone', async () => {
      const [business, agency] = [await aBusiness(api), await anAgency(api, { verified: false })];
      const { token } = await anInvitation(api, agency, ['agency.owner'], business.email);
      await accept(token).expect(201);
      const { key } = await aKey(api, business.token, ['members:read']);
      await remove(agency, await idOf(agency, business.email)).expect(204);
      for (const live of [business.token, key]) expect(await isTaken(api, live)).toBe(true);
    });

    it('is for owners, and keeps the last of them', async () => {
      const business = await aBusiness(api);
      const colleague = await aMember(api, business, ['business.colleague']);
      const [owner, other] = [await idOf(business, business.email), await idOf(business, colleague.email)];
      await remove(colleague, owner).expect(403);
      expect((await remove(business, owner).expect(409)).body.code).toBe('member.last-owner');
      await remove(business, other).expect(204);
      expect((await remove(business, other).expect(404)).body.code).toBe('member.not-found');
    });

    it('keeps one of two owners who remove each other at once', async () => {
      const one = await aBusiness(api);
      const two = await aMember(api, one, ['business.owner']);
      const [idOfOne, idOfTwo] = [await idOf(one, one.email), await idOf(one, two.email)];
      const answers = await Promise.all([remove(one, idOfTwo), remove(two, idOfOne)]);
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
      expect((await Promise.all([isTaken(api, one.token), isTaken(api, two.token)])).filter(Boolean)).toHaveLength(1);
    });

    it('of somebody of another organisation finds nobody', async () => {
      const [business, other] = [await aBusiness(api), await aBusiness(api)];
      const colleague = await aMember(api, business, ['business.colleague']);
      const userId = await idOf(business, colleague.email);
      expect((await remove(other, userId).expect(404)).body.code).toBe('member.not-found');
      expect((await membersOf(other)).map(({ email }) => email)).toEqual([other.email]);
      expect(await isTaken(api, colleague.token)).toBe(true);
    });
  });
});
