import { marketplace } from '#access';
import { eventually } from '#platform/testing';
import { NeedFilling } from '../needs/need-filling.js';
import { aBookableAssistant, aClearedAssistant, aroundTheClock } from '../testing/bookable.js';
import { aConfirmedBooking, anEngagement, type Engaged, runsOf } from '../testing/engagements.js';
import { aPublishedAssistant } from '../testing/listings.js';
import { aMember } from '../testing/memberships.js';
import { aBusiness, anAdministrator, type SignedIn } from '../testing/people.js';
import { aSubstitution, handoverOf, substitutionStep, writtenHandover } from '../testing/substitutes.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
afterAll(() => api.close());
const business = await aBusiness(api);
const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const step = (id: string, call: string, by: SignedIn, body: object = {}) => substitutionStep(api, id, call, by, body);
const propose = ({ id, agency }: Engaged, assistantId: string, by = agency) =>
  api.http.post('/v1/substitutions').set(by.headers()).send({ engagementId: id, assistantId, temporary: true });
const read = async (path: string, by: SignedIn) => (await api.http.get(path).set(by.headers()).expect(200)).body;
const give = ({ id }: Engaged, changes: object = {}, by = business) =>
  api.http
    .post('/v1/access-grants')
    .set(by.headers())
    .send({
      engagementId: id,
      kind: 'mailbox',
      name: 'info@forn.example',
      purpose: 'Answer what customers ask',
      way: 'delegation',
      ...changes,
    });
const grantStep = (id: string, call: string, by: SignedIn, body: object = {}) =>
  api.http
    .post(`/v1/access-grants/${id}/${call}`)
    .set({ ...by.headers(), 'if-match': '*' })
    .send(body);

describe('a substitute', () => {
  it('starts with the consent of the business and a complete handover pack, and takes over what is open and booked', async () => {
    const engaged = await anEngagement(api, await aBookableAssistant(api), business);
    const { agency, id, bookingId, assistantId } = engaged;
    await give(engaged).expect(201);
    const { id: substitutionId, substituteId } = await aSubstitution(api, engaged);
    expect(outcome(await step(substitutionId, 'start', agency))).toEqual([409, 'substitution.not-consented']);
    expect(outcome(await step(substitutionId, 'consent', agency))[0]).toBe(403);
    await step(substitutionId, 'consent', business).expect(200);
    const refused = await step(substitutionId, 'start', agency);
    expect(outcome(refused)).toEqual([409, 'substitution.handover-incomplete']);
    const blank = await handoverOf(api, substitutionId, agency);
    expect(blank.missing).toEqual(
      expect.arrayContaining(['how-to:inbox', 'how-to:receipts', 'open-items', 'promises']),
    );
    expect(blank.missing).toHaveLength(5);
    expect(await writtenHandover(api, substitutionId, agency)).toMatchObject({ complete: true, missing: [] });
    const [slot] = (await read(`/v1/bookings/${bookingId}`, business)).slots;
    const started = await step(substitutionId, 'start', agency).expect(200);
    expect(started.body).toMatchObject({ status: 'started', assistantId, substituteId });
    expect(await read(`/v1/engagements/${id}`, business)).toMatchObject({ assistantId: substituteId });
    const agreement = await read(`/v1/agreements/${id}`, business);
    expect(agreement).toMatchObject({ assistantId: substituteId, status: 'accepted', versionInForce: 2 });
    expect(agreement.versions.at(-1)).toMatchObject({
      number: 2,
      acceptedByAgencyAt: expect.any(String),
      acceptedByBusinessAt: expect.any(String),
    });
    expect(await read(`/v1/bookings/${bookingId}`, business)).toMatchObject({ status: 'cancelled', lateFees: [] });
    const { items } = await read(`/v1/bookings?agreementId=${id}&status=confirmed`, business);
    expect(items).toMatchObject([{ assistantId: substituteId, slots: [slot], status: 'confirmed' }]);
    const runs = await runsOf(api, engaged);
    expect(runs.length).toBeGreaterThan(0);
    const again = await anEngagement(api, { agency, assistantId: substituteId }, await aBusiness(api));
    expect(again.id).not.toBe(id);
    await step(substitutionId, 'end', agency).expect(200);
    expect(await read(`/v1/engagements/${id}`, business)).toMatchObject({ assistantId });
    const back = await read(`/v1/bookings?agreementId=${id}&status=confirmed`, business);
    expect(back.items).toMatchObject([{ assistantId, slots: [slot] }]);
  });

  it('is somebody of the agency who is cleared and passes the conditions of the need', async () => {
    const engaged = await anEngagement(api, await aBookableAssistant(api), business);
    const { agency, assistantId } = engaged;
    expect(outcome(await propose(engaged, assistantId))).toEqual([400, 'substitution.same-assistant']);
    const { id: uncleared } = await aPublishedAssistant(api, agency, aroundTheClock);
    expect(outcome(await propose(engaged, uncleared))).toEqual([409, 'substitution.clearance-missing']);
    const unable = await aClearedAssistant(api, agency, { ...aroundTheClock, dutyCodes: ['monthly-close'] });
    expect(outcome(await propose(engaged, unable))).toEqual([409, 'substitution.not-qualified']);
    const stranger = await aBookableAssistant(api);
    expect(outcome(await propose(engaged, stranger.assistantId))).toEqual([404, 'assistant.not-found']);
    expect(outcome(await propose(engaged, stranger.assistantId, stranger.agency))[0]).toBe(404);
  });

  it('does not start where the time is taken, and nothing has moved then', async () => {
    const engaged = await anEngagement(api, await aBookableAssistant(api), business);
    const { agency, id, bookingId, assistantId } = engaged;
    const { id: substitutionId, substituteId } = await aSubstitution(api, engaged);
    await step(substitutionId, 'consent', business).expect(200);
    await writtenHandover(api, substitutionId, agency);
    const { slots } = await read(`/v1/bookings/${bookingId}`, business);
    const other = await anEngagement(api, { agency, assistantId: substituteId }, await aBusiness(api));
    await aConfirmedBooking(api, other.business, other.id, slots);
    const refused = await step(substitutionId, 'start', agency);
    expect(refused.status).toBe(409);
    expect(['booking.slot-taken', 'substitution.not-qualified']).toContain(refused.body.code);
    expect(await read(`/v1/engagements/${id}`, business)).toMatchObject({ assistantId });
    expect(await read(`/v1/bookings/${bookingId}`, business)).toMatchObject({ status: 'confirmed', slots });
  });

  it('is one of two, whoever says yes to both at the same moment: 100 times', async () => {
    const engaged = await anEngagement(api, await aBookableAssistant(api), business);
    const { agency } = engaged;
    const candidates = [
      await aClearedAssistant(api, agency, aroundTheClock),
      await aClearedAssistant(api, agency, aroundTheClock),
    ];
    for (let race = 0; race < 100; race += 1) {
      const ids: string[] = [];
      for (const substituteId of candidates) ids.push((await aSubstitution(api, engaged, { substituteId })).id);
      const answers = await Promise.all(ids.map((id) => step(id, 'consent', business)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const winner = ids[answers.findIndex(({ status }) => status === 200)]!;
      await step(winner, 'withdrawal', agency).expect(200);
    }
    const taken = await aSubstitution(api, engaged, { substituteId: candidates[0]! });
    await step(taken.id, 'consent', business).expect(200);
    const { id: late } = await aSubstitution(api, engaged, { substituteId: candidates[1]! });
    expect(outcome(await step(late, 'consent', business))).toEqual([409, 'substitution.another-consented']);
  });

  it('is declined with a reason, and seen by whoever it is about alone', async () => {
    const engaged = await anEngagement(api, await aBookableAssistant(api), business);
    const { id, substituteId } = await aSubstitution(api, engaged);
    const herself = await aMember(api, engaged.agency, ['agency.assistant'], substituteId);
    const colleagueId = await aClearedAssistant(api, engaged.agency, aroundTheClock);
    const colleague = await aMember(api, engaged.agency, ['agency.assistant'], colleagueId);
    expect(await read(`/v1/substitutions/${id}`, herself)).toMatchObject({ status: 'proposed' });
    const unseen = await api.http.get(`/v1/substitutions/${id}`).set(colleague.headers());
    expect(outcome(unseen)).toEqual([404, 'substitution.not-found']);
    const declined = await step(id, 'declination', business, { reason: 'We would rather wait' }).expect(200);
    expect(declined.body).toMatchObject({ status: 'declined', declineReason: 'We would rather wait' });
    expect(outcome(await step(id, 'consent', business))).toEqual([409, 'substitution.not-proposed']);
  });
});

describe('the suspension of an agency', () => {
  it('opens the needs of those it was helping again, so that they are offered the best of the others', async () => {
    const engaged = await anEngagement(api, await aBookableAssistant(api), business);
    const { needId } = await read(`/v1/agreements/${engaged.id}`, business);
    await api.app.get(NeedFilling, { strict: false }).fill(marketplace, needId, api.clock.now());
    expect(await read(`/v1/needs/${needId}`, business)).toMatchObject({ status: 'closed' });
    const administrator = await anAdministrator(api);
    await api.http
      .put(`/v1/agencies/${engaged.agency.organisationId}/suspension`)
      .set({ ...administrator.headers(), 'if-match': '*' })
      .send({ reason: 'Complaints' })
      .expect(200);
    await eventually(async () =>
      expect(await read(`/v1/needs/${needId}`, business)).toMatchObject({ status: 'posted' }),
    );
    // Nobody ranks here: a shortlist is asked for.
    await api.http.get(`/v1/needs/${needId}/shortlist`).set(business.headers()).expect(202);
  });
});

describe('access that was given', () => {
  it('is written down without a secret, reviewed, and closed with proof when the engagement is over', async () => {
    const engaged = await anEngagement(api, await aBookableAssistant(api), business);
    const { agency, id } = engaged;
    const secret = await give(engaged, { purpose: 'password: hunter2' });
    expect(outcome(secret)).toEqual([400, 'access-grant.looks-like-a-secret']);
    expect(secret.body.errors[0].pointer).toBe('/purpose');
    expect(outcome(await give(engaged, {}, agency))[0]).toBe(403);
    const given = await give(engaged).expect(201);
    const path = `/v1/access-grants/${given.body.id}`;
    const { body: me } = await api.http.get('/v1/me').set(business.headers()).expect(200);
    expect(await read(path, agency)).toMatchObject({ givenBy: me.displayName });
    expect((await grantStep(given.body.id, 'review', business).expect(200)).body.version).toBe(2);
    await api.http.post(`/v1/engagements/${id}/end`).set(business.headers()).send({ reason: 'Done' }).expect(200);
    await eventually(async () =>
      expect(await read(path, agency)).toMatchObject({ status: 'to-close', closingReason: 'engagement-ended' }),
    );
    expect(outcome(await give(engaged))).toEqual([409, 'engagement.already-ended']);
    const proof = { kind: 'note', value: 'Delegation taken back in the settings' };
    const closed = await grantStep(given.body.id, 'closure', agency, { proof }).expect(200);
    expect(closed.body).toMatchObject({ status: 'closed', closedBy: 'agency', proof });
    expect(await read(`/v1/access-grants?engagementId=${id}&status=open`, business)).toMatchObject({ items: [] });
  });
});
