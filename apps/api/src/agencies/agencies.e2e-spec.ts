import { eventually } from '#platform/testing';
import { randomUUID } from 'node:crypto';
import { aBusiness, anAdministrator, anAgency, password } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
afterAll(() => api.close());

describe('agencies', () => {
  const registration = (email = `${randomUUID()}@example.org`) => ({
    name: 'Bona Ajuda',
    countryCode: 'ES',
    contactEmail: email,
    owner: { displayName: 'Olga', email, password },
  });

  it('registers an agency that waits for its verification', async () => {
    const answer = await api.http
      .post('/v1/agencies')
      .set('idempotency-key', randomUUID())
      .send(registration())
      .expect(201);
    expect(answer.body).toMatchObject({ name: 'Bona Ajuda', status: 'registered', vatId: null, version: 1 });
    expect(answer.headers).toMatchObject({ etag: '"1"', location: `/v1/agencies/${answer.body.id}` });
  });

  it('gives one agency and one answer to a registration that is sent again', async () => {
    const body = registration();
    const key = randomUUID();
    const send = () => api.http.post('/v1/agencies').set('idempotency-key', key).send(body);
    const answers = await Promise.all(Array.from({ length: 5 }, send));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 201));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  });

  it('refuses an e-mail address that has an account, and leaves no agency behind', async () => {
    const body = registration();
    await api.http.post('/v1/agencies').set('idempotency-key', randomUUID()).send(body).expect(201);
    const again = await api.http.post('/v1/agencies').set('idempotency-key', randomUUID()).send(body).expect(409);
    expect(again.body.code).toBe('account.email-taken');
  });

  it('takes an e-mail address that is written otherwise for the same, and none with characters that nobody sees', async () => {
    const rest = `ria-${randomUUID()}@example.org`;
    const register = (email: string) =>
      api.http.post('/v1/agencies').set('idempotency-key', randomUUID()).send(registration(email));
    const { body } = await register(`n\u00fa${rest}`).expect(201);
    expect(body.contactEmail).toBe(`n\u00fa${rest}`);
    for (const same of ['nu\u0301', 'N\u00da', 'NU\u0301']) {
      const taken = await register(`${same}${rest}`).expect(409);
      expect(taken.body).toMatchObject({ code: 'account.email-taken', errors: [{ pointer: '/owner/email' }] });
    }
    const turned = await register(`\u202en\u00fa${rest}`).expect(400);
    expect(turned.body).toMatchObject({
      code: 'request.invalid',
      errors: [{ pointer: '/contactEmail' }, { pointer: '/owner/email' }],
    });
  });

  it('is verified by an administrator and by nobody else', async () => {
    const agency = await anAgency(api, { verified: false });
    const path = `/v1/agencies/${agency.organisationId}/verification`;
    const verify = (headers: Record<string, string>) =>
      api.http
        .put(path)
        .set({ ...headers, 'if-match': '"1"' })
        .send({ note: 'Seen' });
    await verify({}).expect(401);
    await verify(agency.headers()).expect(403);
    await verify((await aBusiness(api)).headers()).expect(403);
    const verified = await verify((await anAdministrator(api)).headers()).expect(200);
    expect(verified.body).toMatchObject({ status: 'verified', version: 2 });
  });

  it('is suspended for a kind of reason that others are told, and not for what was written about it', async () => {
    const agency = await anAgency(api);
    await api.http
      .put(`/v1/agencies/${agency.organisationId}/suspension`)
      .set({ ...(await anAdministrator(api)).headers(), 'if-match': '"2"' })
      .send({ code: 'complaints', reason: 'Anna Puig called from 600 12 34 56' })
      .expect(200);
    await eventually(async () => {
      const { body } = await api.http.get('/v1/events').set(agency.headers()).expect(200);
      const told = body.items.filter(({ type }: { type: string }) => type === 'agency.suspended.v1');
      expect(told).toMatchObject([{ data: { reason: 'complaints' } }]);
      expect(JSON.stringify(told)).not.toContain('Anna');
    });
  });

  it('can not be read by another agency', async () => {
    const [one, other] = [await anAgency(api), await anAgency(api)];
    const answer = await api.http.get(`/v1/agencies/${one.organisationId}`).set(other.headers()).expect(404);
    expect(answer.body.code).toBe('agency.not-found');
  });

  it('refuses a change that was made on an older version', async () => {
    const agency = await anAgency(api);
    const path = `/v1/agencies/${agency.organisationId}`;
    await api.http.patch(path).set(agency.headers()).send({ name: 'New' }).expect(428);
    const stale = await api.http
      .patch(path)
      .set({ ...agency.headers(), 'if-match': '"1"' })
      .send({ name: 'New' });
    expect([stale.status, stale.body.code]).toEqual([412, 'precondition.stale']);
    const changed = await api.http
      .patch(path)
      .set({ ...agency.headers(), 'if-match': '"2"' })
      .send({ name: 'New' });
    expect([changed.status, changed.body.name]).toEqual([200, 'New']);
  });
});
