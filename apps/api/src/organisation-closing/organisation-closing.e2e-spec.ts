import { eventually } from '#platform/testing';
import { aBookableAssistant } from '../testing/bookable.js';
import { anEngagement } from '../testing/engagements.js';
import { aKey, aMember, anInvitation, isTaken } from '../testing/memberships.js';
import { aNeed } from '../testing/needs.js';
import { aBusiness, anAdministrator, anAgency, password, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
afterAll(() => api.close());

describe('closing an organisation', () => {
  const close = (by: SignedIn, secret: string = password) =>
    api.http.post('/v1/organisation/closure').set(by.headers()).send({ password: secret });
  const openMatters = async (by: SignedIn) =>
    (await api.http.get('/v1/organisation/open-matters').set(by.headers()).expect(200)).body;
  const nothing = { engagement: 0, agreement: 0, booking: 0, work: 0, money: 0 };
  const signIn = (email: string) => api.http.post('/v1/auth/tokens').send({ email, password });

  it('ends everybody’s access, and closes what stood in lists of others', async () => {
    const business = await aBusiness(api);
    const colleague = await aMember(api, business, ['business.colleague']);
    const { key } = await aKey(api, business.token, ['members:read']);
    const agency = await anAgency(api);
    const needId = await aNeed(api, business);
    expect(await openMatters(business)).toEqual(nothing);
    await close(business).expect(204);
    for (const credential of [business.token, colleague.token, key]) expect(await isTaken(api, credential)).toBe(false);
    for (const email of [business.email, colleague.email]) await signIn(email).expect(401);
    const administrator = await anAdministrator(api);
    const seen = await api.http
      .get(`/v1/businesses/${business.organisationId}`)
      .set(administrator.headers())
      .expect(200);
    expect(seen.body.closedAt).toEqual(expect.any(String));
    await eventually(async () => {
      await api.http.get(`/v1/needs/${needId}`).set(agency.headers()).expect(404);
    });
  });

  it('leaves an account alone that belongs to another organisation as well', async () => {
    const [business, agency] = [await aBusiness(api), await anAgency(api)];
    const { token } = await anInvitation(api, agency, ['agency.owner'], business.email);
    await api.http.post('/v1/invitations/acceptances').send({ token, displayName: 'Aina', password }).expect(201);
    await close(business).expect(204);
    expect(await isTaken(api, business.token)).toBe(false);
    expect((await signIn(business.email).expect(201)).body.organisationId).toBe(agency.organisationId);
  });

  it('of an agency takes its verification for good', async () => {
    const agency = await anAgency(api);
    await close(agency).expect(204);
    const administrator = await anAdministrator(api);
    const path = `/v1/agencies/${agency.organisationId}`;
    expect((await api.http.get(path).set(administrator.headers()).expect(200)).body.status).toBe('closed');
    const again = await api.http
      .put(`${path}/verification`)
      .set({ ...administrator.headers(), 'if-match': '*' })
      .send({ note: 'They are back' });
    expect([again.status, again.body.code]).toEqual([409, 'agency.closed']);
  });

  it('is refused while something is open with others, and says what', async () => {
    const engaged = await anEngagement(api, await aBookableAssistant(api));
    for (const party of [engaged.business, engaged.agency]) {
      expect(await openMatters(party)).toMatchObject({ engagement: 1 });
      const { body } = await close(party).expect(409);
      expect(body.code).toBe('organisation.still-open');
      expect(body.detail).toContain('engagement: 1');
      expect(await isTaken(api, party.token)).toBe(true);
    }
  });

  it('is for owners, who say by their password that it is they', async () => {
    const business = await aBusiness(api);
    const colleague = await aMember(api, business, ['business.colleague']);
    await close(colleague).expect(403);
    expect((await close(business, 'somebody-else-2026').expect(401)).body.code).toBe('account.wrong-credentials');
    expect(await isTaken(api, business.token)).toBe(true);
  });
});
