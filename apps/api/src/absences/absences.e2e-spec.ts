import { eventually } from '#platform/testing';
import { aBookableAssistant, type Bookable } from '../testing/bookable.js';
import { anEngagement, firstRunOf, move, work } from '../testing/engagements.js';
import { anHourlyEngagement, aSlotOf, bookHours, callsLine, type Hourly } from '../testing/hours.js';
import { aMember } from '../testing/memberships.js';
import { aNeedsDetails } from '../testing/needs.js';
import { aBusiness, type SignedIn, signIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { AbsencesOver } from '../bookings/absences-over.js';

const api = await testApi();
afterAll(() => api.close());
const { email } = await aBusiness(api);
/** The clock goes on, and access tokens with it. */
let business = await signIn(api, email);
beforeEach(async () => {
  business = await signIn(api, email);
});
const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const inMinutes = (minutes: number, from = api.clock.now()): string =>
  new Date(Date.parse(from) + minutes * 60_000).toISOString();
const report = (by: SignedIn, body: object) => api.http.post('/v1/absences').set(by.headers()).send(body);
const noShow = (by: SignedIn, body: object) => api.http.post('/v1/no-shows').set(by.headers()).send(body);
const step = (id: string, call: string, by: SignedIn, body: object = {}) =>
  api.http
    .post(`/v1/absences/${id}/${call}`)
    .set({ ...by.headers(), 'if-match': '*' })
    .send(body);
const absencesFrom = async ({ id }: { id: string }, by: SignedIn) =>
  (await api.http.get(`/v1/engagements/${id}/absences`).set(by.headers()).expect(200)).body;
const bookingOf = async (id: string, by: SignedIn) =>
  (await api.http.get(`/v1/bookings/${id}`).set(by.headers()).expect(200)).body;
const anHourly = (bookable: Bookable, client = business): Promise<Hourly> =>
  anHourlyEngagement(api, bookable, client, { lines: [callsLine(6), ...aNeedsDetails().lines] });
const herself = ({ agency, assistantId }: Bookable): Promise<SignedIn> =>
  aMember(api, agency, ['agency.assistant'], assistantId);

describe('an assistant who cannot work', () => {
  it('calls in sick herself: what is booked is at risk, nothing is charged, and the business is not told why', async () => {
    const bookable = await aBookableAssistant(api);
    const hourly = await anHourly(bookable);
    const [slot, later] = [aSlotOf(api, 60), aSlotOf(api, 600)];
    const next = { startAt: later.endAt, endAt: inMinutes(60, later.endAt) };
    const booked = await bookHours(api, hourly, [slot, next], 'calls').expect(201);
    const assistant = await herself(bookable);
    const sick = await report(assistant, { kind: 'sick', endsAt: inMinutes(120) }).expect(201);
    expect(sick.body).toMatchObject({ kind: 'sick', reportedBy: 'assistant', engagementId: null, version: 1 });
    expect(sick.headers['location']).toBe(`/v1/absences/${sick.body.id}`);
    await eventually(async () => {
      const { risk } = await bookingOf(booked.body.id, business);
      expect(risk).toMatchObject({ reasons: ['absent'], slots: [slot] });
    });
    const seen = await api.http.get(`/v1/absences/${sick.body.id}`).set(business.headers()).expect(200);
    expect(seen.body).toMatchObject({ kind: 'away', reportedBy: 'assistant' });
    expect((await absencesFrom(hourly, business)).awayNow).toBe(true);
    api.clock.advance({ minutes: 3 });
    const timer = await api.http
      .post('/v1/time-entries')
      .set(bookable.agency.headers())
      .send({ engagementId: hourly.id, lineId: 'calls' });
    expect(outcome(timer)).toEqual([409, 'time-entry.during-absence']);
    await eventually(async () => {
      const told = await api.http.get('/v1/notifications').set(business.headers()).expect(200);
      expect(told.body.items.map((one: { kind: string }) => one.kind)).toContain('absence.reported');
    });
    const back = await step(sick.body.id, 'end', assistant).expect(200);
    expect(back.body.version).toBe(2);
    await eventually(async () => expect((await bookingOf(booked.body.id, business)).risk).toBeNull());
    expect(outcome(await step(sick.body.id, 'end', assistant))).toEqual([409, 'absence.over']);
    expect(outcome(await step(sick.body.id, 'withdrawal', assistant))).toEqual([409, 'absence.begun']);
  });

  it('goes on holiday: no hours are held in it, and lines per unit owe less', async () => {
    const bookable = await aBookableAssistant(api);
    const hourly = await anHourly(bookable);
    const run = await firstRunOf(api, { ...hourly, bookingId: '' });
    const holiday = { kind: 'holiday', assistantId: bookable.assistantId };
    expect(outcome(await report(bookable.agency, holiday))).toEqual([400, 'absence.end-missing']);
    const away = await report(bookable.agency, {
      ...holiday,
      startsAt: inMinutes(24 * 60),
      endsAt: inMinutes(29 * 24 * 60),
    }).expect(201);
    const start = inMinutes(48 * 60).slice(0, 16);
    const slot = { startAt: `${start}:00.000Z`, endAt: inMinutes(60, `${start}:00.000Z`) };
    expect(outcome(await bookHours(api, hourly, [slot], 'calls'))).toEqual([409, 'booking.assistant-absent']);
    const read = await absencesFrom(hourly, bookable.agency);
    expect(read).toMatchObject({ awayNow: false, items: [{ id: away.body.id, kind: 'holiday' }] });
    const inbox = read.notOwed.find(({ lineId }: { lineId: string }) => lineId === 'inbox');
    expect(inbox.quantity).toBeGreaterThanOrEqual(15);
    expect(inbox.amount.amountMinor).toBe(inbox.quantity * run.unitPrice.amountMinor);
    expect(read.owedSubtotal.amountMinor).toBe(read.agreedSubtotal.amountMinor - read.notOwedTotal.amountMinor);
    const path = `/v1/engagements/${hourly.id}/duty-runs`;
    const runs = await api.http.get(path).set(business.headers()).expect(200);
    const owed = runs.body.items
      .filter(({ lineId }: { lineId: string }) => lineId === 'inbox')
      .map((one: { owed: number }) => one.owed);
    expect(owed).toContain(0);
    expect(owed).toContain(5);
    const less = runs.body.items.find((one: { id: string }) => one.id === run.id);
    expect(less.owed).toBeLessThan(5);
    const done = await move(api, { ...hourly, bookingId: '' }, run.id, 'done', hourly.agency, work());
    expect(outcome(done)).toEqual([400, 'duty-run.quantity-out-of-range']);
    await step(away.body.id, 'withdrawal', bookable.agency).expect(200);
    expect((await absencesFrom(hourly, business)).notOwed).toEqual([]);
    await bookHours(api, hourly, [slot], 'calls').expect(201);
  });

  it('did not come, says the business, which pays nothing for that time, and takes it back when it was wrong', async () => {
    const bookable = await aBookableAssistant(api);
    const hourly = await anHourly(bookable);
    const slot = aSlotOf(api, 30);
    const booked = await bookHours(api, hourly, [slot], 'calls').expect(201);
    const missed = { bookingId: booked.body.id, slotStartsAt: slot.startAt };
    expect(outcome(await noShow(business, missed))).toEqual([409, 'absence.slot-not-begun']);
    api.clock.advance({ minutes: 40 });
    business = await signIn(api, email);
    const agency = await signIn(api, bookable.agency.email);
    expect(outcome(await noShow(business, { ...missed, slotStartsAt: slot.endAt }))).toEqual([
      400,
      'absence.slot-unknown',
    ]);
    const reported = await noShow(business, missed).expect(201);
    expect(reported.body).toMatchObject({ kind: 'no-show', engagementId: hourly.id, startsAt: slot.startAt });
    const worked = { engagementId: hourly.id, lineId: 'calls', startedAt: slot.startAt, endedAt: slot.endAt };
    const record = () => api.http.post('/v1/time-entries').set(agency.headers()).send(worked);
    expect(outcome(await record())).toEqual([409, 'time-entry.during-absence']);
    expect((await absencesFrom(hourly, business)).missedMinutes).toBe(30);
    expect(outcome(await step(reported.body.id, 'withdrawal', agency))).toEqual([403, 'absence.not-the-reporter']);
    await step(reported.body.id, 'withdrawal', business).expect(200);
    await record().expect(201);
    expect(outcome(await noShow(business, missed))).toEqual([409, 'absence.time-recorded']);
  });

  it('is away for one business alone when that one says so, and nobody else learns of it', async () => {
    const bookable = await aBookableAssistant(api);
    const [engaged, other] = [await anEngagement(api, bookable, business), await aBusiness(api)];
    const elsewhere = await anEngagement(api, bookable, other);
    expect(outcome(await report(business, { kind: 'sick', engagementId: engaged.id }))).toEqual([
      400,
      'absence.kind-not-theirs',
    ]);
    expect(outcome(await report(business, { kind: 'other' }))).toEqual([400, 'absence.engagement-of-business']);
    const { body } = await report(business, { kind: 'other', engagementId: engaged.id }).expect(201);
    expect((await absencesFrom(engaged, bookable.agency)).awayNow).toBe(true);
    expect(await absencesFrom(elsewhere, other)).toMatchObject({ awayNow: false, items: [] });
    expect(outcome(await api.http.get(`/v1/absences/${body.id}`).set(other.headers()))[0]).toBe(404);
    const list = async (by: SignedIn) =>
      (await api.http.get('/v1/absences?status=reported').set(by.headers()).expect(200)).body.items;
    expect(await list(bookable.agency)).toMatchObject([{ id: body.id }]);
    expect(await list(other)).toEqual([]);
  });

  it('is back without a word when an absence runs out, and what it put at risk is settled', async () => {
    const bookable = await aBookableAssistant(api);
    const hourly = await anHourly(bookable);
    const [slot, later] = [aSlotOf(api, 60), aSlotOf(api, 600)];
    const next = { startAt: later.endAt, endAt: inMinutes(60, later.endAt) };
    const { body } = await bookHours(api, hourly, [slot, next], 'calls').expect(201);
    await report(bookable.agency, { kind: 'other', assistantId: bookable.assistantId, endsAt: slot.endAt }).expect(201);
    await eventually(async () => expect((await bookingOf(body.id, business)).risk).not.toBeNull());
    expect(await api.app.get(AbsencesOver).sweep(api.clock.now())).toBe(0);
    api.clock.advance({ minutes: 70 });
    business = await signIn(api, email);
    expect(await api.app.get(AbsencesOver).sweep(api.clock.now())).toBe(1);
    expect(await bookingOf(body.id, business)).toMatchObject({ risk: null, missedSlots: [slot] });
    expect(await api.app.get(AbsencesOver).sweep(api.clock.now())).toBe(0);
  });

  it('is reported for herself by an assistant, and once for a time', async () => {
    const bookable = await aBookableAssistant(api);
    const colleague = await aBookableAssistant(api);
    const assistant = await herself(bookable);
    const foreign = await report(assistant, { kind: 'other', assistantId: colleague.assistantId });
    expect(outcome(foreign)).toEqual([404, 'assistant.not-found']);
    expect(outcome(await report(bookable.agency, { kind: 'other' }))).toEqual([400, 'absence.assistant-missing']);
    const times = await Promise.all(Array.from({ length: 6 }, () => report(assistant, { kind: 'other' })));
    expect(times.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });
});
