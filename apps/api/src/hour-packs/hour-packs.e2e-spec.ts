import { marketplace } from '#access';
import { eventually } from '#platform/testing';
import { dayAheadOf } from '../testing/days.js';
import { aBookableAssistant } from '../testing/bookable.js';
import { aChangeOrder, proposedTerms } from '../testing/change-orders.js';
import { anHourlyEngagement, aSlotOf, bookHours, type Hourly } from '../testing/hours.js';
import { aMember } from '../testing/memberships.js';
import { aBusiness, type SignedIn, signIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { BuyingPacks } from './buying-packs.js';
import { HourPackStore } from './hour-pack.store.js';

const api = await testApi();
afterAll(() => api.close());

const sweep = () => api.app.get(BuyingPacks, { strict: false }).sweep(api.clock.now());
const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const day = (ahead: number) => dayAheadOf(api.clock, ahead, 'UTC');

interface Line {
  readonly unitPrice: { readonly amountMinor: number };
}
const linesOf = async ({ id, business }: Hourly): Promise<Line[]> =>
  (await api.http.get(`/v1/agreements/${id}`).set(business.headers()).expect(200)).body.versions.at(-1).lines;
const asPack = async (hourly: Hourly, carryOverHours: number) =>
  (await linesOf(hourly)).map((line) => ({ ...line, asNeeded: { stepMinutes: 15, pack: { carryOverHours } } }));

/** Two hours a week, paid ahead; an hour of what is left stays. */
async function aPackedEngagement(): Promise<Hourly & { readonly rate: number }> {
  const business = await aBusiness(api);
  const hourly = await anHourlyEngagement(api, await aBookableAssistant(api), business, { volume: 2 });
  const { lines } = await aChangeOrder(api, hourly, { lines: await asPack(hourly, 1) });
  return { ...hourly, rate: lines[0]!.unitPrice.amountMinor };
}
const again = async <Of extends Hourly>(hourly: Of): Promise<Of> => ({
  ...hourly,
  agency: await signIn(api, hourly.agency.email),
  business: await signIn(api, hourly.business.email),
});
const packsOf = async ({ id, business }: Hourly, by: SignedIn = business) =>
  (await api.http.get(`/v1/engagements/${id}/hour-packs`).set(by.headers()).expect(200)).body.items;
const packNow = async ({ id, business }: Hourly) =>
  (await api.http.get(`/v1/engagements/${id}/hours`).set(business.headers()).expect(200)).body.lines[0].pack;

/** Works so many minutes of booked time, and reports them; returns the entry. */
async function worked<Of extends Hourly>(hourly: Of, minutes: number): Promise<{ hourly: Of; id: string }> {
  const slot = aSlotOf(api, minutes);
  await bookHours(api, hourly, [slot], 'calls').expect(201);
  api.clock.advance({ minutes: minutes + 2 });
  const now = await again(hourly);
  const entry = await api.http
    .post('/v1/time-entries')
    .set(now.agency.headers())
    .send({ engagementId: now.id, lineId: 'calls', startedAt: slot.startAt, endedAt: slot.endAt });
  expect(outcome(entry)).toEqual([201, undefined]);
  return { hourly: now, id: entry.body.id as string };
}
const accept = (by: SignedIn, id: string) =>
  api.http
    .post(`/v1/time-entries/${id}/acceptance`)
    .set({ ...by.headers(), 'if-match': '*' })
    .send({});
const invoice = ({ id, agency }: Hourly) =>
  api.http
    .post('/v1/invoices')
    .set(agency.headers())
    .send({ engagementId: id, periodFrom: day(-3), periodTo: day(0) });
const eventsOf = async (packId: string, by: SignedIn): Promise<{ type: string; data: { percent?: number } }[]> => {
  const { body } = await api.http.get('/v1/events?limit=200').set(by.headers()).expect(200);
  return body.items.filter(({ aggregateId }: { aggregateId: string }) => aggregateId === packId);
};

describe('a pack of hours', () => {
  it('is bought once when its period begins, charged whole, and what was accepted of it is never charged again', async () => {
    const { rate, ...engaged } = await aPackedEngagement();
    expect(await packNow(engaged)).toMatchObject({
      minutes: 120,
      leftMinutes: 120,
      boughtAt: null,
      price: { amountMinor: 2 * rate },
    });
    await Promise.all([sweep(), sweep(), sweep()]);
    const [pack, ...others] = await packsOf(engaged);
    expect(others).toEqual([]);
    expect(pack).toMatchObject({
      lineId: 'calls',
      minutes: 120,
      carryOverMinutes: 60,
      invoiceId: null,
      refundedMinutes: 0,
    });

    const { hourly, id } = await worked(engaged, 45);
    const { body: accepted } = await accept(hourly.business, id).expect(200);
    expect(accepted).toMatchObject({ chargedMinutes: 45, invoiceId: null });
    const { body } = await invoice(hourly).expect(201);
    expect(body.subtotal.amountMinor).toBe(2 * rate);
    expect(body.hours).toMatchObject([{ minutes: 120, timeEntryIds: [], pack: { hourPackId: pack.id } }]);
    expect(outcome(await invoice(hourly))).toEqual([409, 'invoice.nothing-to-invoice']);
    expect((await packsOf(hourly))[0]).toMatchObject({ invoiceId: body.id });
    expect(await packNow(hourly)).toMatchObject({ leftMinutes: 75, availableMinutes: 120 });
    const pdf = await api.http.get(`/v1/invoices/${body.id}/pdf`).set(hourly.business.headers());
    expect(pdf.status).toBe(200);
    const corrected = await api.http
      .post(`/v1/time-entries/${id}/correction`)
      .set({ ...hourly.agency.headers(), 'if-match': '*' })
      .send({ startedAt: accepted.startedAt, endedAt: accepted.endedAt });
    expect(outcome(corrected)).toEqual([409, 'time-entry.locked']);
  });

  it('tells both sides of 80 and 100 per cent once each, by what is accepted, and ends the hours of its period', async () => {
    const first = await worked(await aPackedEngagement(), 60);
    const second = await worked(first.hourly, 45);
    const third = await worked(second.hourly, 30);
    const { hourly } = third;
    const [pack] = await packsOf(hourly);
    for (const { id } of [first, second]) await accept(hourly.business, id).expect(200);
    const told = (of: { data: { percent?: number } }[]) => of.flatMap(({ data }) => data.percent ?? []);
    await eventually(async () => expect(told(await eventsOf(pack.id, hourly.business))).toEqual([80]));
    const { body } = await accept(hourly.business, third.id).expect(200);
    expect(body.chargedMinutes).toBe(15);
    await eventually(async () => expect(told(await eventsOf(pack.id, hourly.agency))).toEqual([80, 100]));
    await eventually(async () => {
      const { body: list } = await api.http.get('/v1/notifications').set(hourly.business.headers()).expect(200);
      const types = (list.items as { kind: string }[]).map(({ kind }) => kind);
      expect(types.filter((kind) => kind === 'hour-pack.used')).toHaveLength(2);
    });
    const slot = aSlotOf(api, 15);
    await bookHours(api, hourly, [slot], 'calls').expect(201);
    api.clock.advance({ minutes: 3 });
    const now = await again(hourly);
    const timer = await api.http
      .post('/v1/time-entries')
      .set(now.agency.headers())
      .send({ engagementId: now.id, lineId: 'calls' });
    expect(outcome(timer)).toEqual([409, 'time-entry.hours-used-up']);
  });

  it('gives what is left to the next one up to the agreed hours, and the rest lapses', async () => {
    const { hourly } = await worked(await aPackedEngagement(), 15);
    api.clock.advance({ days: 7 });
    await sweep();
    const later = await again(hourly);
    expect(await packsOf(later)).toHaveLength(2);
    expect(await packNow(later)).toMatchObject({ minutes: 120, carriedMinutes: 60, availableMinutes: 180 });
    const long = await worked(later, 180);
    const { body } = await accept(long.hourly.business, long.id).expect(200);
    expect(body.chargedMinutes).toBe(180);
    expect(await packNow(long.hourly)).toMatchObject({ leftMinutes: 0 });
  });

  it('is not bought of a period in which time is charged by the hour, and charges no such time twice', async () => {
    const business = await aBusiness(api);
    const hourly = await anHourlyEngagement(api, await aBookableAssistant(api), business, { volume: 2 });
    const entry = await worked(hourly, 30);
    await aChangeOrder(api, entry.hourly, { lines: await asPack(entry.hourly, 0) });
    await sweep();
    expect(await packsOf(entry.hourly)).toEqual([]);
    await accept(entry.hourly.business, entry.id).expect(200);
    const { body } = await invoice(entry.hourly).expect(201);
    expect(body.hours).toMatchObject([{ minutes: 30, pack: null }]);
    api.clock.advance({ days: 7 });
    await sweep();
    expect(await packsOf(await again(entry.hourly))).toHaveLength(1);
  });

  it('is refused where more would stay than it has, and read by nobody else', async () => {
    const hourly = await aPackedEngagement();
    const refused = await proposedTerms(api, hourly, { lines: await asPack(hourly, 3) });
    expect(outcome(refused as never)).toEqual([400, 'agreement.carry-over-out-of-range']);
    await sweep();
    const assistant = await aMember(api, hourly.agency, ['agency.assistant'], hourly.assistantId);
    expect(await packsOf(hourly, assistant)).toHaveLength(1);
    const store = api.app.get(HourPackStore, { strict: false });
    await expect(store.load(marketplace, hourly.id)).rejects.toThrow('hour-pack.not-found');
    const stranger = await aBusiness(api);
    await api.http.get(`/v1/engagements/${hourly.id}/hour-packs`).set(stranger.headers()).expect(404);
    const changes = await api.http
      .get(`/v1/agreements/${hourly.id}/responsibilities.html?language=es`)
      .set(hourly.business.headers());
    expect(changes.text).toContain('hasta 1 horas sobrantes');
  });
});
