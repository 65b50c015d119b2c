import { eventually } from '#platform/testing';
import { aBookableAssistant } from '../testing/bookable.js';
import { runsOf } from '../testing/engagements.js';
import { anHourlyEngagement, aRunningTimer, aSlotOf, bookHours, callsLine, type Hourly } from '../testing/hours.js';
import { aMember } from '../testing/memberships.js';
import { aNeedsDetails } from '../testing/needs.js';
import { aBusiness, type SignedIn, signIn } from '../testing/people.js';
import { testApi, testApiOn } from '../testing/test-api.js';
import { SilentAcceptanceOfTime } from './silent-acceptance-of-time.js';

const api = await testApi();
const { owner } = api;
afterAll(() => api.close());
const business = await aBusiness(api);
const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const anHourly = async (options: { volume?: number } = {}) =>
  anHourlyEngagement(api, await aBookableAssistant(api), await signIn(api, business.email), options);
const create = ({ id, agency }: Hourly, changes: object = {}, by = agency) =>
  api.http
    .post('/v1/time-entries')
    .set(by.headers())
    .send({ engagementId: id, lineId: 'calls', ...changes });
const step = (id: string, call: string, by: SignedIn, body: object = {}) =>
  api.http
    .post(`/v1/time-entries/${id}/${call}`)
    .set({ ...by.headers(), 'if-match': '*' })
    .send(body);
const hoursOf = async ({ id }: Hourly, by: SignedIn) =>
  (await api.http.get(`/v1/engagements/${id}/hours`).set(by.headers()).expect(200)).body.lines;
const later = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString();
const within = ({ startAt }: { startAt: string }, from: number, to: number) => ({
  startedAt: later(startAt, from),
  endedAt: later(startAt, to),
});
/** Booked time that is over, all of it. */
const aPastSlot = async (hourly: Hourly, minutes: number) => {
  const slot = aSlotOf(api, minutes);
  await bookHours(api, hourly, [slot], 'calls').expect(201);
  api.clock.advance({ minutes: minutes + 2 });
  const [agency, client] = [await signIn(api, hourly.agency.email), await signIn(api, hourly.business.email)];
  return { slot, hourly: { ...hourly, agency, business: client } };
};
const toldOf = (id: string, by: SignedIn, types: readonly string[]) =>
  eventually(async () => {
    const { body } = await api.http.get('/v1/events?limit=200').set(by.headers()).expect(200);
    const ofEntry = body.items.filter(({ aggregateId }: { aggregateId: string }) => aggregateId === id);
    expect(ofEntry.map(({ type }: { type: string }) => type)).toEqual(types.map((type) => `time-entry.${type}.v1`));
  });

describe('an agreement by the hour', () => {
  it('has nothing to do until somebody books, and hours are booked of one of its lines up to the ceiling', async () => {
    const hourly = await anHourly({ volume: 2 });
    const read = await api.http.get(`/v1/agreements/${hourly.id}`).set(business.headers()).expect(200);
    expect(read.body.versions[0].lines).toMatchObject([
      { lineId: 'calls', unit: 'hour', volume: 2, asNeeded: { stepMinutes: 15 } },
    ]);
    expect(await runsOf(api, { ...hourly, bookingId: '' }, 'calls')).toEqual([]);
    const slot = aSlotOf(api, 90);
    expect(outcome(await bookHours(api, hourly, [slot]))).toEqual([400, 'booking.line-missing']);
    expect(outcome(await bookHours(api, hourly, [slot], 'other'))).toEqual([400, 'booking.line-unknown']);
    const booked = await bookHours(api, hourly, [slot], 'calls').expect(201);
    expect(booked.body).toMatchObject({ lineId: 'calls', status: 'confirmed' });
    const more = { startAt: later(slot.endAt, 0), endAt: later(slot.endAt, 31) };
    const beyond = await bookHours(api, hourly, [more], 'calls');
    expect(outcome(beyond)).toEqual([409, 'booking.beyond-line-hours']);
    expect(beyond.body.errors[0].pointer).toBe('/slots/0');
    expect(await hoursOf(hourly, hourly.agency)).toMatchObject([
      { lineId: 'calls', ceilingMinutes: 120, bookedMinutes: 90, recordedMinutes: 0, nextBookedAt: slot.startAt },
    ]);
  });

  it('needs no booking for its lines per unit', async () => {
    const lines = [callsLine(2), ...aNeedsDetails().lines];
    const hourly = await anHourlyEngagement(api, await aBookableAssistant(api), business, { lines });
    expect((await runsOf(api, { ...hourly, bookingId: '' })).length).toBeGreaterThan(1);
    const [slot, other] = [aSlotOf(api, 30), aSlotOf(api, 90)];
    expect(outcome(await bookHours(api, hourly, [slot], 'inbox'))).toEqual([400, 'booking.line-per-unit']);
    await bookHours(api, hourly, [slot]).expect(201);
    await bookHours(api, hourly, [{ startAt: slot.endAt, endAt: other.endAt }], 'calls').expect(201);
  });
});

describe('time entries', () => {
  it('run in booked time, stop, wait for the business, and are charged once it accepts them', async () => {
    const hourly = await anHourly({ volume: 1 });
    const id = await aRunningTimer(api, hourly);
    const running = await api.http.get(`/v1/time-entries/${id}`).set(business.headers()).expect(200);
    expect(running.body).toMatchObject({ status: 'running', endedAt: null, minutes: null });
    api.clock.advance({ minutes: 7, seconds: 59 });
    expect(outcome(await step(id, 'stop', business))[0]).toBe(403);
    const stopped = await step(id, 'stop', hourly.agency).expect(200);
    expect(stopped.body).toMatchObject({ status: 'recorded', minutes: 7, roundedMinutes: 15, version: 2 });
    expect(outcome(await step(id, 'stop', hourly.agency))).toEqual([409, 'time-entry.not-running']);
    expect(outcome(await step(id, 'acceptance', hourly.agency))[0]).toBe(403);
    const accepted = await step(id, 'acceptance', business).expect(200);
    expect(accepted.body).toMatchObject({ status: 'accepted', chargedMinutes: 15, acceptedBySilence: false });
    expect(outcome(await step(id, 'acceptance', business))).toEqual([409, 'time-entry.already-accepted']);
    const today = api.clock.now().slice(0, 10);
    const invoice = () =>
      api.http
        .post('/v1/invoices')
        .set(hourly.agency.headers())
        .send({ engagementId: hourly.id, periodFrom: today, periodTo: today });
    const issued = await invoice().expect(201);
    const [line] = issued.body.hours;
    expect(line).toMatchObject({ lineId: 'calls', minutes: 15, timeEntryIds: [id] });
    expect(line.amount.amountMinor).toBe(Math.floor(line.hourlyRate.amountMinor / 4));
    expect(issued.body.subtotal).toEqual(line.amount);
    expect(outcome(await invoice())).toEqual([409, 'invoice.nothing-to-invoice']);
    const changed = { startedAt: stopped.body.startedAt, endedAt: stopped.body.endedAt };
    expect(outcome(await step(id, 'correction', hourly.agency, changed))).toEqual([409, 'time-entry.locked']);
    await toldOf(id, hourly.agency, ['started', 'recorded', 'accepted', 'invoiced']);
  });

  it('are told of at 80 and at 100 per cent of the hours, and cost no more than those', async () => {
    const { slot, hourly } = await aPastSlot(await anHourly({ volume: 1 }), 60);
    const first = await create(hourly, within(slot, 0, 45)).expect(201);
    await toldOf(first.body.id, hourly.agency, ['recorded']);
    await step(first.body.id, 'acceptance', hourly.business).expect(200);
    const corrected = { ...within(slot, 0, 50), note: 'Called back' };
    const again = await step(first.body.id, 'correction', hourly.agency, corrected).expect(200);
    expect(again.body).toMatchObject({ status: 'recorded', minutes: 50, roundedMinutes: 60, note: 'Called back' });
    await toldOf(first.body.id, hourly.agency, ['recorded', 'accepted', 'recorded', 'hours-used', 'hours-used']);
    expect(outcome(await create(hourly, within(slot, 50, 60)))).toEqual([409, 'time-entry.hours-used-up']);
    await step(first.body.id, 'correction', hourly.agency, within(slot, 0, 45)).expect(200);
    const second = await create(hourly, within(slot, 45, 60)).expect(201);
    await step(first.body.id, 'correction', hourly.agency, within(slot, 0, 44)).expect(200);
    for (const { id } of [first.body, second.body]) await step(id, 'acceptance', hourly.business).expect(200);
    expect(await hoursOf(hourly, hourly.business)).toMatchObject([{ acceptedMinutes: 60, recordedMinutes: 0 }]);
  });

  it('are returned with a reason, corrected and accepted by silence', async () => {
    const { slot, hourly } = await aPastSlot(await anHourly(), 60);
    const { body } = await create(hourly, within(slot, 0, 30)).expect(201);
    expect(outcome(await step(body.id, 'return', hourly.business, { reason: ' ' }))[0]).toBe(400);
    const returned = await step(body.id, 'return', hourly.business, { reason: 'I was there' }).expect(200);
    expect(returned.body).toMatchObject({ status: 'returned', returnReason: 'I was there', timesReturned: 1 });
    expect(outcome(await step(body.id, 'acceptance', hourly.business))).toEqual([409, 'time-entry.not-recorded']);
    await step(body.id, 'correction', hourly.agency, within(slot, 0, 15)).expect(200);
    const discarded = await create(hourly, within(slot, 15, 30)).expect(201);
    await step(discarded.body.id, 'discarding', hourly.agency).expect(200);
    const sweep = api.app.get(SilentAcceptanceOfTime, { strict: false });
    expect(await sweep.sweep(api.clock.now())).toBe(0);
    api.clock.advance({ hours: 121 });
    expect(await sweep.sweep(api.clock.now())).toBe(1);
    const reader = await signIn(api, business.email);
    const list = async (query: object) =>
      (
        await api.http
          .get('/v1/time-entries')
          .query({ engagementId: hourly.id, ...query })
          .set(reader.headers())
      ).body;
    expect((await list({ status: 'accepted' })).items).toMatchObject([{ id: body.id, acceptedBySilence: true }]);
    expect((await list({ status: 'discarded' })).total).toBe(1);
    expect((await list({ sort: '-started' })).items).toHaveLength(2);
  });

  it('are refused outside of what is booked and agreed, and in the future', async () => {
    const { slot, hourly } = await aPastSlot(await anHourly(), 60);
    const refused = async (changes: object) => outcome(await create(hourly, changes));
    expect(await refused({ startedAt: slot.startAt })).toEqual([400, 'time-entry.half-a-time']);
    expect(await refused(within(slot, 10, 10))).toEqual([400, 'time-entry.reversed']);
    expect(await refused(within(slot, 0, 60 * 24))).toEqual([400, 'time-entry.in-the-future']);
    expect(await refused(within(slot, -5, 5))).toEqual([409, 'time-entry.not-booked']);
    expect(await refused({ ...within(slot, 0, 10), lineId: 'other' })).toEqual([400, 'time-entry.line-unknown']);
    expect(await refused(within(slot, -60 * 24 * 7, 0))).toEqual([400, 'time-entry.outside-agreement']);
    expect(await refused({})).toEqual([409, 'time-entry.not-booked']);
    api.clock.advance({ minutes: 2 });
    expect(await refused(within(slot, 50, 61))).toEqual([409, 'time-entry.beyond-booked']);
    expect(await refused({ ...within(slot, 0, 10), note: 'a\nb' })).toEqual([400, 'request.invalid']);
  });

  it('of one assistant never overlap, whomever she works for, also when they come at the same moment', async () => {
    const bookable = await aBookableAssistant(api);
    const client = await aBusiness(api);
    const two = [
      await anHourlyEngagement(api, bookable, await signIn(api, business.email)),
      await anHourlyEngagement(api, bookable, client),
    ] as const;
    const running = await aRunningTimer(api, two[0]);
    const after = aSlotOf(api, 120);
    const slot = { startAt: later(after.startAt, 60), endAt: after.endAt };
    await bookHours(api, two[1], [slot], 'calls').expect(201);
    api.clock.advance({ minutes: 63 });
    const agency = await signIn(api, bookable.agency.email);
    const [one, other] = two.map((hourly) => ({ ...hourly, agency })) as [Hourly, Hourly];
    expect(outcome(await create(other))).toEqual([409, 'time-entry.overlaps']);
    // The timer was forgotten: it counts until the booked time was over.
    const stopped = await step(running, 'stop', agency).expect(200);
    expect(stopped.body).toMatchObject({ status: 'recorded', minutes: expect.any(Number) });
    expect(stopped.body.minutes).toBeLessThanOrEqual(60);
    const answers = await Promise.all([1, 2, 3, 4].map(() => create(other)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const overlap = `UPDATE api.time_entry SET ended_at = now() + interval '1 year' WHERE id = $1`;
    await expect(owner.query(overlap, [running])).rejects.toMatchObject({ code: '23P01' });
    expect(one.id).not.toBe(other.id);
  });

  it('of another assistant are unknown to an assistant, and her own she starts herself', async () => {
    const hourly = await anHourly();
    const assistant = await aMember(api, hourly.agency, ['agency.assistant'], hourly.assistantId);
    await bookHours(api, hourly, [aSlotOf(api, 60)], 'calls').expect(201);
    api.clock.advance({ minutes: 2 });
    const { body } = await create(hourly, { note: 'On the phone' }, assistant).expect(201);
    expect(body).toMatchObject({ status: 'running', note: 'On the phone', assistantId: hourly.assistantId });
    const colleague = await aBookableAssistant(api);
    const other = await aMember(api, colleague.agency, ['agency.assistant'], colleague.assistantId);
    expect(outcome(await step(body.id, 'stop', other))).toEqual([404, 'time-entry.not-found']);
    await step(body.id, 'stop', assistant).expect(200);
  });

  it('go on while the service is started anew, and are stopped by the one that is there then', async () => {
    const hourly = await anHourly({ volume: 1 });
    const id = await aRunningTimer(api, hourly);
    const next = await testApiOn(api.databaseUrl);
    try {
      next.clock.advance({ seconds: 12 * 60 + (Date.parse(api.clock.now()) - Date.parse(next.clock.now())) / 1_000 });
      const agency = await signIn(next, hourly.agency.email);
      const stop = next.http.post(`/v1/time-entries/${id}/stop`).set({ ...agency.headers(), 'if-match': '*' });
      expect((await stop.send({}).expect(200)).body).toMatchObject({ status: 'recorded', minutes: 12 });
    } finally {
      await next.close();
    }
  });
});
