import { eventually } from '#platform/testing';
import { dayAheadOf } from '../testing/days.js';
import { aBookableAssistant } from '../testing/bookable.js';
import { BuyingPacks } from '../hour-packs/buying-packs.js';
import { aChangeOrder } from '../testing/change-orders.js';
import { anHourIn } from '../testing/engagements.js';
import { anHourlyEngagement, aSlotOf, bookHours, type Hourly } from '../testing/hours.js';
import { aBusiness, anAdministrator, type SignedIn, signIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { RefundingUnused } from './refunding-unused.js';

const api = await testApi();
afterAll(() => api.close());

const iban = 'ES9121000418450200051332';
let entries = 0;
/** The business pays ahead; with an account, it is known where the money came from. */
async function deposit(business: SignedIn, amountMinor: number, payer: string): Promise<void> {
  const { body } = await api.http.get('/v1/deposit-instructions').set(business.headers()).expect(200);
  const line = `2026-03-02;${(amountMinor / 100).toFixed(2)};EUR;stopped-${(entries += 1)};${payer};${body.reference}`;
  await api.http
    .post('/v1/admin/bank-statements')
    .set((await anAdministrator(api)).headers())
    .set('content-type', 'text/csv')
    .send(`bookedOn;amount;currency;bankReference;payerName;payerIban;remittance\n${line}`)
    .expect(200);
}
const balances = async (who: SignedIn): Promise<Record<string, number>> => {
  const { body } = await api.http.get('/v1/ledger/accounts').set(who.headers()).expect(200);
  const items = body.items as { purpose: string; balance: { amountMinor: number } }[];
  return Object.fromEntries(items.map(({ purpose, balance }) => [purpose, balance.amountMinor]));
};
async function suspend(agency: SignedIn): Promise<void> {
  await api.http
    .put(`/v1/agencies/${agency.organisationId}/suspension`)
    .set({ ...(await anAdministrator(api)).headers(), 'if-match': '*' })
    .send({ reason: 'Complaints' })
    .expect(200);
}
const refundsOf = async ({ id, business }: Hourly) =>
  (await api.http.get(`/v1/engagements/${id}/suspension-refunds`).set(business.headers()).expect(200)).body.items;
const again = async <Of extends Hourly>(hourly: Of): Promise<Of> => ({
  ...hourly,
  agency: await signIn(api, hourly.agency.email),
  business: await signIn(api, hourly.business.email),
});
const day = (ahead: number) => dayAheadOf(api.clock, ahead, 'UTC');

describe('the suspension of an agency', () => {
  it('pays back what is left of a pack and all that is unused, once, to the account that it came from', async () => {
    const business = await aBusiness(api);
    const hourly = await anHourlyEngagement(api, await aBookableAssistant(api), business, { volume: 2 });
    const { body: agreement } = await api.http.get(`/v1/agreements/${hourly.id}`).set(business.headers()).expect(200);
    const lines = (agreement.versions[0].lines as object[]).map((line) => ({
      ...line,
      asNeeded: { stepMinutes: 15, pack: { carryOverHours: 0 } },
    }));
    await aChangeOrder(api, hourly, { lines });
    await deposit(business, 50_000, `Forn;${iban}`);
    await api.app.get(BuyingPacks, { strict: false }).sweep(api.clock.now());
    const slot = aSlotOf(api, 30);
    await bookHours(api, hourly, [slot], 'calls').expect(201);
    api.clock.advance({ minutes: 32 });
    const now = await again(hourly);
    const entry = await api.http
      .post('/v1/time-entries')
      .set(now.agency.headers())
      .send({ engagementId: now.id, lineId: 'calls', startedAt: slot.startAt, endedAt: slot.endAt })
      .expect(201);
    await api.http
      .post(`/v1/time-entries/${entry.body.id as string}/acceptance`)
      .set({ ...now.business.headers(), 'if-match': '*' })
      .send({})
      .expect(200);
    const { body: invoice } = await api.http
      .post('/v1/invoices')
      .set(now.agency.headers())
      .send({ engagementId: now.id, periodFrom: day(-1), periodTo: day(0) })
      .expect(201);
    expect(invoice.status).toBe('paid');

    await suspend(now.agency);
    const made = await eventually(async () => {
      const [one] = await refundsOf(now);
      expect(one).toBeDefined();
      return one;
    });
    const quarter = invoice.total.amountMinor / 4;
    expect(Math.abs(made.packs.amountMinor - 3 * quarter)).toBeLessThanOrEqual(1);
    const left = 50_000 - invoice.total.amountMinor + made.packs.amountMinor;
    expect(made).toMatchObject({ booked: { amountMinor: 0 }, refunded: { amountMinor: left } });
    expect(await balances(now.business)).toMatchObject({ prepaid: 0, 'refunds-payable': left });
    const { body: refunds } = await api.http.get('/v1/refunds').set(now.business.headers()).expect(200);
    expect(refunds.items).toMatchObject([{ id: made.refundId, status: 'asked', account: { holder: 'Forn', iban } }]);
    const packs = await api.http.get(`/v1/engagements/${now.id}/hour-packs`).set(now.business.headers()).expect(200);
    expect(packs.body.items).toMatchObject([{ minutes: 120, refundedMinutes: 90 }]);

    const version = Number((await agencyOf(now.agency)).version);
    const refunding = api.app.get(RefundingUnused, { strict: false });
    await Promise.all([1, 2, 3].map(() => refunding.refund(now.agency.organisationId, version)));
    expect(await refundsOf(now)).toHaveLength(1);
    expect(await balances(now.business)).toMatchObject({ prepaid: 0, 'refunds-payable': left });
    await eventually(async () => {
      const { body } = await api.http.get('/v1/notifications').set(now.business.headers()).expect(200);
      const types = (body.items as { kind: string }[]).map(({ kind }) => kind);
      expect(types.filter((kind) => kind === 'suspension-refund.made')).toHaveLength(1);
    });
  });

  it('lets go what is kept for booked time that can not take place, and leaves it prepaid where no account is known', async () => {
    const business = await aBusiness(api);
    const hourly = await anHourlyEngagement(api, await aBookableAssistant(api), business, { volume: 20 });
    await aChangeOrder(api, hourly, { payment: { mode: 'prepaid' } });
    await deposit(business, 50_000, ';');
    await bookHours(api, hourly, [anHourIn(api, 48), anHourIn(api, 50)], 'calls').expect(201);
    const { held, prepaid } = await balances(business);
    expect(held).toBeGreaterThan(0);
    await suspend(hourly.agency);
    const made = await eventually(async () => {
      const [one] = await refundsOf(hourly);
      expect(one).toBeDefined();
      return one;
    });
    expect(made).toMatchObject({
      packs: { amountMinor: 0 },
      booked: { amountMinor: held },
      refunded: { amountMinor: 0 },
      refundId: null,
    });
    expect(await balances(business)).toEqual({ prepaid: prepaid! + held!, held: 0 });

    await api.http
      .put(`/v1/agencies/${hourly.agency.organisationId}/verification`)
      .set({ ...(await anAdministrator(api)).headers(), 'if-match': '*' })
      .send({ note: 'Sorted out' })
      .expect(200);
    // It works again, and what is booked is covered again.
    await eventually(async () => expect(await balances(business)).toEqual({ prepaid, held }));
  });
});

async function agencyOf(agency: SignedIn): Promise<{ version: number }> {
  const administrator = await anAdministrator(api);
  const { body } = await api.http.get(`/v1/agencies/${agency.organisationId}`).set(administrator.headers()).expect(200);
  return body as { version: number };
}
