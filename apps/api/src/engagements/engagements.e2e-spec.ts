import { eventTypes } from '#contracts';
import { eventually } from '#platform/testing';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { aBookableAssistant, anAcceptedAgreement } from '../testing/bookable.js';
import {
  aConfirmedBooking,
  anEngagement,
  anHourIn,
  type Engaged,
  runsOf,
  signedInAgain,
} from '../testing/engagements.js';
import { anAssistant } from '../testing/listings.js';
import { aMember } from '../testing/memberships.js';
import { aBusiness, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { EndingByTerm } from './ending-by-term.js';

const api = await testApi();
afterAll(() => api.close());
const bookable = await aBookableAssistant(api);
const stranger = await aBusiness(api);

describe('engagements', () => {
  const get = (path: string, by: SignedIn) => api.http.get(`/v1/engagements${path}`).set(by.headers());
  const end = (id: string, by: SignedIn, reason = 'The season is over') =>
    api.http.post(`/v1/engagements/${id}/end`).set(by.headers()).send({ reason });
  const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

  it('begin with the acceptance, booked hours or not, and have a run for each duty and period', async () => {
    const business = await aBusiness(api);
    const id = await anAcceptedAgreement(api, business, bookable.assistantId);
    const engaged: Engaged = { id, business, ...bookable, bookingId: '' };
    const { body, headers } = await get(`/${id}`, engaged.agency).expect(200);
    expect(body).toMatchObject({ id, status: 'active', firstBookingId: null, endedAt: null });
    expect(headers['etag']).toBe('"1"');
    expect(await runsOf(api, engaged)).toHaveLength(9);
    const [once, ...more] = await runsOf(api, engaged, 'receipts');
    expect(more).toEqual([]);
    expect(once).toMatchObject({ status: 'scheduled', volume: 40, agreementVersion: 1, quantity: null, evidence: [] });
  });

  it('show an assistant the bookings that are her own, and no others', async () => {
    const engaged = await anEngagement(api, bookable);
    const { id: other } = await anAssistant(api, engaged.agency);
    const [herself, colleague] = [
      await aMember(api, engaged.agency, ['agency.assistant'], engaged.assistantId),
      await aMember(api, engaged.agency, ['agency.assistant'], other),
    ];
    const path = `/v1/bookings/${engaged.bookingId}`;
    await api.http.get(path).set(herself.headers()).expect(200);
    expect(outcome(await api.http.get(path).set(colleague.headers()))).toEqual([404, 'booking.not-found']);
    const listed = async (who: SignedIn) => (await api.http.get('/v1/bookings').set(who.headers()).expect(200)).body;
    expect(JSON.stringify(await listed(herself))).toContain(engaged.bookingId);
    expect(await listed(colleague)).toMatchObject({ items: [], next: null });
  });

  it('begin once, however many bookings of the agreement are confirmed at once', async () => {
    const business = await aBusiness(api);
    const id = await anAcceptedAgreement(api, business, bookable.assistantId);
    const held = await Promise.all(
      [100, 101, 102, 103].map((hours) =>
        api.http
          .post('/v1/bookings')
          .set(business.headers())
          .send({ agreementId: id, slots: [anHourIn(api, hours)] })
          .expect(201),
      ),
    );
    const answers = await Promise.all(
      held.map(({ body, headers }) =>
        api.http
          .post(`/v1/bookings/${body.id}/confirmation`)
          .set({ ...business.headers(), 'if-match': headers['etag'] as string }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    // Its agreement was accepted before, and none of the bookings begins it again.
    expect((await api.told({ ids: [id] })).filter(({ type }) => type === 'engagement.started.v2')).toHaveLength(1);
    const { rowCount } = await api.owner.query('SELECT FROM api.duty_run WHERE engagement_id = $1', [id]);
    expect(rowCount).toBe(10);
  });

  it('are for their two sides only', async () => {
    const engaged = await anEngagement(api, bookable, await aBusiness(api));
    for (const path of ['', '/scorecard', '/duty-runs']) {
      expect(outcome(await get(`/${engaged.id}${path}`, stranger))).toEqual([404, 'engagement.not-found']);
    }
    expect(outcome(await end(engaged.id, stranger))).toEqual([404, 'engagement.not-found']);
    expect((await get('', stranger).expect(200)).body.items).toEqual([]);
    const { items } = (await get('?limit=1', engaged.business).expect(200)).body;
    expect(items).toMatchObject([{ id: engaged.id }]);
    const page = (await get('?limit=1', engaged.agency).expect(200)).body;
    expect(page.next).not.toBeNull();
    const second = (await get(`?limit=1&after=${page.next}`, engaged.agency).expect(200)).body;
    expect(second.items[0].id > page.items[0].id).toBe(true);
  });

  describe('that end early', () => {
    let engaged: Engaged;
    let lateBooking: string;
    let earlyBooking: string;
    let heldBooking: string;
    beforeAll(async () => {
      engaged = await anEngagement(api);
      const book = (hours: number) => aConfirmedBooking(api, engaged.business, engaged.id, [anHourIn(api, hours)]);
      lateBooking = await book(20);
      earlyBooking = await book(216);
      const held = await api.http
        .post('/v1/bookings')
        .set(engaged.business.headers())
        .send({ agreementId: engaged.id, slots: [anHourIn(api, 240)] });
      heldBooking = held.body.id;
    });

    it('say who ended them, and why', async () => {
      expect(outcome(await end(engaged.id, engaged.business, ' '))).toEqual([400, 'engagement.reason-missing']);
      const { body } = await end(engaged.id, engaged.business).expect(200);
      expect(body).toMatchObject({ status: 'ended', endedBy: 'business', endReason: 'The season is over', version: 2 });
      expect(outcome(await end(engaged.id, engaged.agency))).toEqual([409, 'engagement.already-ended']);
    });

    it('give back the time ahead, at the price of the cancellation terms', async () => {
      const read = async (id: string) =>
        (await api.http.get(`/v1/bookings/${id}`).set(engaged.business.headers()).expect(200)).body;
      expect(await read(earlyBooking)).toMatchObject({ status: 'cancelled', lateFee: { amountMinor: 0 } });
      expect(await read(lateBooking)).toMatchObject({
        status: 'cancelled',
        cancelledBy: 'business',
        lateFee: { amountMinor: 925 },
      });
      const taken = 'SELECT booking_id AS id FROM api.booking_slot WHERE assistant_id = $1';
      expect((await api.owner.query(taken, [engaged.assistantId])).rows).toEqual([{ id: heldBooking }]);
    });

    it('keep what has begun, and cancel the rest', async () => {
      const runs = await runsOf(api, engaged);
      expect(runs.map(({ status }) => status)).toEqual(['scheduled', ...Array<string>(8).fill('cancelled')]);
    });

    it('leave an agreement that changes no more, and takes no more bookings', async () => {
      const booked = await api.http
        .post('/v1/bookings')
        .set(engaged.business.headers())
        .send({ agreementId: engaged.id, slots: [anHourIn(api, 120)], confirm: true });
      expect(outcome(booked)).toEqual([409, 'engagement.already-ended']);
      const confirmed = await api.http
        .post(`/v1/bookings/${heldBooking}/confirmation`)
        .set({ ...engaged.business.headers(), 'if-match': '"1"' });
      expect(outcome(confirmed)).toEqual([409, 'engagement.already-ended']);
    });

    it('tell both sides, as the contracts say', async () => {
      const runs = await runsOf(api, engaged);
      const told = await api.told({ ids: [engaged.id, ...runs.map(({ id }) => id)] });
      expect(told.length).toBeGreaterThan(20);
      for (const { type, data } of told) {
        const known = eventTypes.find((event) => event.type === type);
        const problems = await validate(plainToInstance(known!, data), { whitelist: true, forbidNonWhitelisted: true });
        expect([type, problems.map(String)]).toEqual([type, []]);
      }
    });
  });

  it('end with the last day of a notice where the two sides agreed on one, and not before', async () => {
    const engaged = await anEngagement(api, bookable);
    const path = `/v1/agreements/${engaged.id}`;
    const { body: agreement } = await api.http.get(path).set(engaged.business.headers()).expect(200);
    const [version] = agreement.versions;
    const written = ['lines', 'channels', 'responseTargetMinutes', 'freeCancellationHours', 'lateFeeBps'].concat([
      'silenceAcceptsAfterHours',
      'startsOn',
      'endsOn',
    ]);
    const terms = { ...Object.fromEntries(written.map((name) => [name, version[name]])), noticeDays: 14 };
    const headers = { ...engaged.business.headers(), 'if-match': `"${agreement.version}"` };
    const revised = await api.http.put(`${path}/terms`).set(headers).send(terms).expect(200);
    const { contentHash } = revised.body.versions.at(-1);
    for (const by of [engaged.business, engaged.agency]) {
      await api.http.post(`${path}/acceptances`).set(by.headers()).send({ contentHash }).expect(200);
    }
    const give = (by: SignedIn, changes: object = {}) =>
      api.http
        .post(`/v1/engagements/${engaged.id}/notice`)
        .set(by.headers())
        .send({ reason: 'The season is over', ...changes });
    expect(outcome(await end(engaged.id, engaged.business))).toEqual([409, 'engagement.notice-agreed']);
    const tooSoon = await give(engaged.business, { lastDayOn: api.clock.now().slice(0, 10) });
    expect(outcome(tooSoon)).toEqual([400, 'engagement.notice-too-short']);
    expect(outcome(await give(stranger))).toEqual([404, 'engagement.not-found']);
    const book = (by: Engaged, changes: object) =>
      api.http
        .post('/v1/bookings')
        .set(by.business.headers())
        .send({ agreementId: engaged.id, ...changes });
    const afterwards = { slots: [anHourIn(api, 20 * 24)] };
    const held = await book(engaged, afterwards).expect(201);
    const { body } = await give(engaged.business).expect(200);
    expect(body).toMatchObject({ status: 'active', notice: { by: 'business', reason: 'The season is over' } });
    expect(body.endsOn).toBe(body.notice.lastDayOn);
    expect(outcome(await give(engaged.agency))).toEqual([409, 'engagement.notice-given']);
    const told = (await api.told({ ids: [engaged.id] })).find(({ type }) => type === 'engagement.notice-given.v1');
    expect(JSON.stringify(told!.data)).not.toContain('season');

    expect(outcome(await book(engaged, { slots: [anHourIn(api, 20 * 24 + 1)] }))).toEqual([
      409,
      'booking.after-last-day',
    ]);
    const free = await api.http
      .get(`/v1/assistants/${engaged.assistantId}/free-slots`)
      .set(engaged.business.headers())
      .query({ from: body.endsOn, to: anHourIn(api, 21 * 24).endAt, agreementId: engaged.id })
      .expect(200);
    expect(
      free.body.items.filter(({ localStart }: { localStart: string }) => localStart > `${body.endsOn}T24`),
    ).toEqual([]);
    const series = { slots: [anHourIn(api, 48), anHourIn(api, 21 * 24)], confirm: true };
    const refused = await book(engaged, series);
    expect(outcome(refused)).toEqual([409, 'booking.after-last-day']);
    expect(refused.body.errors[0].pointer).toBe('/slots/1');
    const confirmed = await api.http
      .post(`/v1/bookings/${held.body.id}/confirmation`)
      .set({ ...engaged.business.headers(), 'if-match': held.headers['etag'] as string });
    expect(outcome(confirmed)).toEqual([409, 'booking.after-last-day']);
    const runs = await runsOf(api, engaged);
    expect(runs.filter(({ periodFrom }) => periodFrom > body.endsOn).map(({ status }) => status)).toEqual(
      Array.from({ length: runs.filter(({ periodFrom }) => periodFrom > body.endsOn).length }, () => 'cancelled'),
    );
    expect(runs.filter(({ status }) => status === 'scheduled').length).toBeGreaterThan(0);

    const sweep = () => api.app.get(EndingByTerm, { strict: false }).sweep(api.clock.now());
    await sweep();
    expect((await get(`/${engaged.id}`, engaged.business).expect(200)).body.status).toBe('active');
    api.clock.advance({ days: 16 });
    await sweep();
    const again = await signedInAgain(api, engaged);
    await eventually(async () => {
      const { body: over } = await get(`/${engaged.id}`, again.business).expect(200);
      expect(over).toMatchObject({ status: 'ended', endedBy: 'business', endReason: 'The season is over' });
    });
  });

  it('end with their term', async () => {
    const engaged = await anEngagement(api);
    api.clock.advance({ days: 58 });
    // The service sweeps from time to time by itself, and may be at it now.
    await api.app.get(EndingByTerm, { strict: false }).sweep(api.clock.now());
    const again = await signedInAgain(api, engaged);
    await eventually(async () => {
      const { body } = await get(`/${engaged.id}`, again.business).expect(200);
      expect(body).toMatchObject({ status: 'ended', endedBy: 'term', endReason: null });
    });
  });
});
