import { randomUUID } from 'node:crypto';
import { anAssistant } from '../testing/listings.js';
import { aMember, aKey, anInvitation, bearer, isTaken, type Pair } from '../testing/memberships.js';
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

  describe('an open invitation', () => {
    const open = async (who: SignedIn) =>
      (await api.http.get('/v1/invitations').set(who.headers()).expect(200)).body.items as {
        id: string;
        email: string;
        invitedBy: string;
      }[];
    const isOver = async (token: string): Promise<void> => {
      expect((await accept(token).expect(404)).body.code).toBe('invitation.invalid');
    };

    it('is listed without its token, and withdrawn', async () => {
      const [business, other] = [await aBusiness(api), await aBusiness(api)];
      const { token, email } = await anInvitation(api, business, ['business.colleague']);
      const [invitation] = await open(business);
      expect(invitation).toMatchObject({ email, invitedBy: await idOf(business, business.email) });
      expect(JSON.stringify(invitation)).not.toContain(token);
      expect(await open(other)).toEqual([]);
      const withdraw = (who: SignedIn) => api.http.delete(`/v1/invitations/${invitation!.id}`).set(who.headers());
      expect((await withdraw(other).expect(404)).body.code).toBe('invitation.not-found');
      await withdraw(business).expect(204);
      await withdraw(business).expect(404);
      expect(await open(business)).toEqual([]);
      await isOver(token);
    });

    it('ends with the removal of the one who was invited', async () => {
      const business = await aBusiness(api);
      const email = `${randomUUID()}@example.org`;
      const [first, second] = [
        await anInvitation(api, business, ['business.colleague'], email),
        await anInvitation(api, business, ['business.colleague'], email),
      ];
      await accept(first.token).expect(201);
      await remove(business, await idOf(business, email)).expect(204);
      await isOver(second.token);
    });

    it('ends with the removal of the one who invited, or with her being an owner', async () => {
      const business = await aBusiness(api);
      const [removed, demoted] = [
        await aMember(api, business, ['business.owner']),
        await aMember(api, business, ['business.owner']),
      ];
      const guests = [
        await anInvitation(api, removed, ['business.owner']),
        await anInvitation(api, demoted, ['business.owner']),
      ];
      await remove(business, await idOf(business, removed.email)).expect(204);
      await api.http
        .put(`/v1/members/${await idOf(business, demoted.email)}/roles`)
        .set(business.headers())
        .send({ roles: ['business.colleague'] })
        .expect(200);
      for (const { token } of guests) await isOver(token);
    });

    it('ends with the key that gave it, and is no owner by a key', async () => {
      const business = await aBusiness(api);
      const { id, key } = await aKey(api, business.token, ['members:write']);
      const asKey = { ...business, headers: () => bearer(key) };
      const { token } = await anInvitation(api, asKey, ['business.colleague']);
      const refused = await invite(asKey, { email: 'o@example.org', roles: ['business.owner'] }).expect(403);
      expect(refused.body.code).toBe('invitation.owner-by-key');
      await api.http.delete(`/v1/api-keys/${id}`).set(business.headers()).expect(204);
      await isOver(token);
    });
  });

  describe('a role', () => {
    const change = (owner: SignedIn, userId: string, body: object) =>
      api.http.put(`/v1/members/${userId}/roles`).set(owner.headers()).send(body);

    it('is given and taken by owners, and works at once', async () => {
      const business = await aBusiness(api);
      const colleague = await aMember(api, business, ['business.colleague']);
      const userId = await idOf(business, colleague.email);
      await change(colleague, userId, { roles: ['business.owner'] }).expect(403);
      const changed = await change(business, userId, { roles: ['business.owner', 'business.signatory'] }).expect(200);
      expect(changed.body).toMatchObject({ userId, roles: ['business.owner', 'business.signatory'] });
      await change(colleague, await idOf(business, business.email), { roles: ['business.accountant'] }).expect(200);
      await change(business, userId, { roles: ['business.accountant'] }).expect(403);
      const { key } = await aKey(api, colleague.token, ['members:write']);
      await change({ ...colleague, headers: () => bearer(key) }, userId, { roles: ['business.owner'] }).expect(403);
    });

    it('of an owner is kept by the last of them', async () => {
      const business = await aBusiness(api);
      const own = await change(business, await idOf(business, business.email), { roles: ['business.colleague'] });
      expect(own.body).toMatchObject({ status: 409, code: 'member.last-owner' });
    });

    it('is one of the own kind of organisation, of a member', async () => {
      const [business, agency] = [await aBusiness(api), await anAgency(api, { verified: false })];
      const foreign = await change(business, await idOf(business, business.email), { roles: ['agency.owner'] });
      expect(foreign.body).toMatchObject({ status: 400, code: 'invitation.role-of-another-kind' });
      const unknown = await change(business, await idOf(agency, agency.email), { roles: ['business.colleague'] });
      expect(unknown.body).toMatchObject({ status: 404, code: 'member.not-found' });
    });
  });

  describe('leaving', () => {
    const leave = (who: SignedIn) => api.http.delete('/v1/account/membership').set(who.headers());
    const deletion = (who: SignedIn, secret: string) =>
      api.http.post('/v1/account/deletion').set(who.headers()).send({ password: secret });

    it('ends the own membership, once somebody else is an owner', async () => {
      const business = await aBusiness(api);
      expect((await leave(business).expect(409)).body.code).toBe('member.last-owner');
      const successor = await aMember(api, business, ['business.owner']);
      await leave(business).expect(204);
      expect(await isTaken(api, business.token)).toBe(false);
      expect((await membersOf(successor)).map(({ email }) => email)).toEqual([successor.email]);
    });

    it('for good takes address and name with it, and leaves the address to somebody new', async () => {
      const business = await aBusiness(api);
      const colleague = await aMember(api, business, ['business.colleague']);
      expect((await deletion(colleague, 'not the right one').expect(401)).body.code).toBe('account.wrong-credentials');
      expect((await deletion(business, password).expect(409)).body.code).toBe('member.last-owner');
      await deletion(colleague, password).expect(204);
      expect(await isTaken(api, colleague.token)).toBe(false);
      await api.http.post('/v1/auth/tokens').send({ email: colleague.email, password }).expect(401);
      expect((await membersOf(business)).map(({ email }) => email)).toEqual([business.email]);
      const { token } = await anInvitation(api, business, ['business.colleague'], colleague.email);
      await accept(token).expect(201);
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
