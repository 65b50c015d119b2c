import { eventually } from '#platform/testing';
import { aBookableAssistant, anAcceptedAgreement, aroundTheClock, type Bookable } from '../testing/bookable.js';
import { aClearance } from '../testing/clearances.js';
import { aConfirmedBooking, anEngagement, anHourIn, firstRunOf, move, work } from '../testing/engagements.js';
import { aListing } from '../testing/listings.js';
import { aNeed } from '../testing/needs.js';
import { aBusiness, anAdministrator, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
afterAll(() => api.close());
const business = await aBusiness(api);
const administrator = await anAdministrator(api);

describe('what was true when it was booked', () => {
  const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
  const anyVersion = (by: SignedIn) => ({ ...by.headers(), 'if-match': '*' });
  const listing = { ...aListing, ...aroundTheClock };
  const edit = ({ agency, assistantId }: Bookable, changes: object) =>
    api.http
      .put(`/v1/assistants/${assistantId}`)
      .set(anyVersion(agency))
      .send({ ...listing, ...changes });
  const withdraw = ({ agency, assistantId }: Bookable) =>
    api.http.post(`/v1/assistants/${assistantId}/withdrawal`).set(anyVersion(agency)).send({ reason: 'Left' });
  const publish = ({ agency, assistantId }: Bookable) =>
    api.http.post(`/v1/assistants/${assistantId}/publication`).set(anyVersion(agency));
  const administer = ({ agency }: Bookable, what: 'suspension' | 'verification', body: object) =>
    api.http.put(`/v1/agencies/${agency.organisationId}/${what}`).set(anyVersion(administrator)).send(body);
  const suspend = (bookable: Bookable) => administer(bookable, 'suspension', { reason: 'Complaints' });
  const hold = (agreementId: string, slot: object, by = business) =>
    api.http
      .post('/v1/bookings')
      .set(by.headers())
      .send({ agreementId, slots: [slot] });
  const step = (id: string, call: string, by: SignedIn, body: object = {}) =>
    api.http.post(`/v1/bookings/${id}/${call}`).set(anyVersion(by)).send(body);
  const read = async (id: string, by = business) =>
    (await api.http.get(`/v1/bookings/${id}`).set(by.headers()).expect(200)).body;
  const atRisk = (id: string, reasons: readonly string[]) =>
    eventually(async () => expect((await read(id)).risk?.reasons).toEqual(reasons));
  const settled = (id: string) => eventually(async () => expect((await read(id)).risk).toBeNull());
  const dateOf = (slot: { startAt: string }) => slot.startAt.slice(0, 10);
  const booked = async (bookable: Bookable, slot = anHourIn(api, 96)) => {
    const agreementId = await anAcceptedAgreement(api, business, bookable.assistantId);
    return { agreementId, id: await aConfirmedBooking(api, business, agreementId, [slot]) };
  };

  it('is looked at again before a hold is confirmed: agency, listing, day off, clearance', async () => {
    const suspended = await aBookableAssistant(api);
    const withdrawn = await aBookableAssistant(api);
    const onLeave = await aBookableAssistant(api);
    const moved = await aBookableAssistant(api);
    const slot = anHourIn(api, 96);
    const ids: string[] = [];
    for (const { assistantId } of [suspended, withdrawn, onLeave, moved]) {
      const held = await hold(await anAcceptedAgreement(api, business, assistantId), slot).expect(201);
      ids.push(held.body.id as string);
    }
    await suspend(suspended).expect(200);
    await withdraw(withdrawn).expect(200);
    await edit(onLeave, { daysOff: [{ from: dateOf(slot), to: dateOf(anHourIn(api, 98)) }] }).expect(200);
    await edit(moved, { countryCode: 'GB', timeZone: 'Europe/London' }).expect(200);
    const answers = [];
    for (const id of ids) answers.push(outcome(await step(id, 'confirmation', business)));
    expect(answers.slice(0, 3)).toEqual([
      [409, 'booking.agency-not-verified'],
      [409, 'booking.assistant-not-published'],
      [409, 'booking.on-day-off'],
    ]);
    expect([
      [409, 'booking.clearance-elsewhere'],
      [409, 'booking.clearance-missing'],
    ]).toContainEqual(answers[3]);
  });

  it('is looked at again before time is held, an agreement is signed and work is reported', async () => {
    const bookable = await aBookableAssistant(api);
    const engaged = await anEngagement(api, bookable, business);
    const run = await firstRunOf(api, engaged);
    const needId = await aNeed(api, business);
    const drafted = await api.http
      .post('/v1/agreements')
      .set(business.headers())
      .send({ needId, assistantId: bookable.assistantId })
      .expect(201);
    const sign = () =>
      api.http
        .post(`/v1/agreements/${drafted.body.id}/acceptances`)
        .set(business.headers())
        .send({ contentHash: drafted.body.current.contentHash });
    const report = () => move(api, engaged, run.id, 'done', bookable.agency, work({ quantity: 1 }));
    await suspend(bookable).expect(200);
    expect(outcome(await hold(engaged.id, anHourIn(api, 50)))).toEqual([409, 'booking.agency-not-verified']);
    expect(outcome(await sign())).toEqual([409, 'agreement.agency-not-verified']);
    expect(outcome(await report())).toEqual([409, 'duty-run.agency-not-verified']);
    await administer(bookable, 'verification', { note: 'Sorted out' }).expect(200);
    await hold(engaged.id, anHourIn(api, 50)).expect(201);
    await sign().expect(200);
  });

  it('puts a booking at risk after a suspension, tells both sides, and settles it when the agency works again', async () => {
    const bookable = await aBookableAssistant(api);
    const { id } = await booked(bookable);
    await suspend(bookable).expect(200);
    await atRisk(id, ['agency-not-verified']);
    const list = async (query: string, by: SignedIn) =>
      (await api.http.get(`/v1/bookings?${query}`).set(by.headers()).expect(200)).body.items.map(
        (one: { id: string }) => one.id,
      );
    expect(await list('atRisk=true', bookable.agency)).toEqual([id]);
    expect(await list('atRisk=false', bookable.agency)).toEqual([]);
    expect(await list('atRisk=true', business)).toContain(id);
    const refused = await step(id, 'risk-agreement', business);
    expect(outcome(refused)).toEqual([409, 'booking.risk-not-theirs']);
    await administer(bookable, 'verification', { note: 'Sorted out' }).expect(200);
    await settled(id);
    expect(await read(id)).toMatchObject({ status: 'confirmed', missedSlots: [] });
    await eventually(async () => {
      const told = await api.http.get('/v1/events?limit=100').set(bookable.agency.headers()).expect(200);
      const ofBooking = told.body.items.filter(({ aggregateId }: { aggregateId: string }) => aggregateId === id);
      expect(ofBooking.map(({ type }: { type: string }) => type)).toEqual([
        'booking.held.v1',
        'booking.confirmed.v1',
        'booking.at-risk.v1',
        'booking.risk-settled.v1',
      ]);
    });
  });

  it('puts a booking at risk after a withdrawal and a voided clearance, for as long as both last', async () => {
    const bookable = await aBookableAssistant(api, {}, { cleared: false });
    const clearanceId = await aClearance(api, bookable.agency, bookable.assistantId);
    const { id } = await booked(bookable);
    await withdraw(bookable).expect(200);
    await atRisk(id, ['assistant-not-published']);
    await api.http
      .post(`/v1/assistants/${bookable.assistantId}/clearances/${clearanceId}/voiding`)
      .set(anyVersion(bookable.agency))
      .send({ reason: 'pain-reported' })
      .expect(200);
    await atRisk(id, ['assistant-not-published', 'clearance-missing']);
    await publish(bookable).expect(200);
    await atRisk(id, ['clearance-missing']);
    await aClearance(api, bookable.agency, bookable.assistantId);
    await settled(id);
  });

  it('puts a booking at risk by a move to another country, which voids the clearance', async () => {
    const bookable = await aBookableAssistant(api);
    const { id } = await booked(bookable);
    await edit(bookable, { countryCode: 'PT', timeZone: 'Europe/Lisbon' }).expect(200);
    await eventually(async () => {
      const path = `/v1/assistants/${bookable.assistantId}/clearances`;
      const { body } = await api.http.get(path).set(bookable.agency.headers()).expect(200);
      expect(body.items).toMatchObject([{ countryCode: 'ES', status: 'voided', voidReason: 'moved' }]);
    });
    await atRisk(id, ['clearance-missing']);
    // Back again is a workplace that nobody has looked at.
    await edit(bookable, {}).expect(200);
    await atRisk(id, ['clearance-missing']);
    await aClearance(api, bookable.agency, bookable.assistantId);
    await settled(id);
  });

  it('is cleared by the checklist of the place alone', async () => {
    const { agency, assistantId } = await aBookableAssistant(api, {}, { cleared: false });
    const listed = await api.http.get(`/v1/assistants/${assistantId}`).set(agency.headers()).expect(200);
    expect(listed.body.clearanceJurisdiction).toBe('es');
    const answer = await api.http
      .post(`/v1/assistants/${assistantId}/clearances`)
      .set(agency.headers())
      .send({ jurisdiction: 'us', answers: [] });
    expect(outcome(answer)).toEqual([409, 'clearance.other-jurisdiction']);
    expect(answer.body.errors[0].pointer).toBe('/jurisdiction');
  });

  it('goes on over a day off when both sides agree', async () => {
    const bookable = await aBookableAssistant(api);
    const slot = anHourIn(api, 96);
    const { id } = await booked(bookable, slot);
    await edit(bookable, { daysOff: [{ from: dateOf(slot), to: dateOf(anHourIn(api, 98)) }] }).expect(200);
    await atRisk(id, ['on-day-off']);
    const first = await step(id, 'risk-agreement', bookable.agency).expect(201);
    expect(first.body.risk).toMatchObject({ agreedBy: ['agency'] });
    const second = await step(id, 'risk-agreement', business).expect(201);
    expect(second.body).toMatchObject({ status: 'confirmed', risk: null });
    expect(outcome(await step(id, 'risk-agreement', business))).toEqual([409, 'booking.not-at-risk']);
  });

  it('is called off for nothing while it is at risk, however late, and its time is free again', async () => {
    const bookable = await aBookableAssistant(api);
    const soon = anHourIn(api, 2);
    const { id, agreementId } = await booked(bookable, soon);
    await withdraw(bookable).expect(200);
    const cancelled = await step(id, 'cancellation', business, { reason: 'Nobody is there' }).expect(201);
    expect(cancelled.body).toMatchObject({ status: 'cancelled', cancelledSlots: [soon], risk: null });
    expect(cancelled.body.lateFee.amountMinor).toBe(0);
    await publish(bookable).expect(200);
    await hold(agreementId, soon).expect(201);
  });
});
