import { dayAheadOf } from '../testing/days.js';
import { aBookableAssistant } from '../testing/bookable.js';
import { aChangeOrder, proposedTerms } from '../testing/change-orders.js';
import { anHourIn } from '../testing/engagements.js';
import { anHourlyEngagement, bookHours, callsLine } from '../testing/hours.js';
import { aBusiness, anAdministrator, signIn, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { FundsOver } from './funds-over.js';

const api = await testApi();
const bookable = await aBookableAssistant(api);
afterAll(() => api.close());

let entries = 0;
const balances = async (who: SignedIn): Promise<Record<string, number>> => {
  const { body } = await api.http.get('/v1/ledger/accounts').set(who.headers()).expect(200);
  const items = body.items as { purpose: string; balance: { amountMinor: number } }[];
  return Object.fromEntries(items.map(({ purpose, balance }) => [purpose, balance.amountMinor]));
};
async function deposit(business: SignedIn, amountMinor: number): Promise<void> {
  const { body } = await api.http.get('/v1/deposit-instructions').set(business.headers()).expect(200);
  await api.http
    .post('/v1/admin/bank-statements')
    .set((await anAdministrator(api)).headers())
    .set('content-type', 'text/csv')
    .send(
      `bookedOn,amount,currency,bankReference,remittance\n2026-03-02,${amountMinor / 100},EUR,kept-${(entries += 1)},${body.reference}`,
    )
    .expect(200);
}
const cancel = (by: SignedIn, bookingId: string) =>
  api.http
    .post(`/v1/bookings/${bookingId}/cancellation`)
    .set({ ...by.headers(), 'if-match': '*' })
    .send({ reason: 'No need any more' });

let taken = 48;
const slot = () => anHourIn(api, (taken += 1));

async function anAgreementPaid(payment: object, lateFeeBps = 0) {
  const business = await aBusiness(api);
  const agency = await signIn(api, bookable.agency.email);
  const engaged = await anHourlyEngagement(api, { ...bookable, agency }, business, { lines: [callsLine(20)] });
  const { lines, commissionBps, taxBps } = await aChangeOrder(api, engaged, {
    payment,
    freeCancellationHours: 0,
    lateFeeBps,
  });
  const priceOf = (hours: number): number => {
    const work = hours * lines[0]!.unitPrice.amountMinor;
    const net = work + Math.round((work * commissionBps) / 10_000);
    return net + Math.round((net * taxBps) / 10_000);
  };
  return { ...engaged, priceOf, anHour: priceOf(1) };
}

describe('booked time of an agreement on account', () => {
  it('is confirmed up to the limit of what is owed and booked, and moves no money', async () => {
    const engaged = await anAgreementPaid({ mode: 'on-account', limit: { amountMinor: 6_000, currency: 'EUR' } });
    const { business, anHour } = engaged;
    const fit = Math.floor(6_000 / anHour);
    let last = '';
    for (let hour = 0; hour < fit; hour += 1) {
      last = (await bookHours(api, engaged, [slot()], 'calls').expect(201)).body.id as string;
    }
    const beyond = await bookHours(api, engaged, [slot()], 'calls');
    expect([beyond.status, beyond.body.code]).toEqual([409, 'booking.beyond-credit-limit']);
    await cancel(await signIn(api, business.email), last).expect(201);
    await bookHours(api, engaged, [slot()], 'calls').expect(201);
    expect(await balances(business)).toEqual({});
  });

  it('says so in the agreement, and takes no limit of nothing or in another currency', async () => {
    const business = await aBusiness(api);
    const engaged = await anHourlyEngagement(api, bookable, business, { lines: [callsLine(20)] });
    for (const [limit, code] of [
      [{ amountMinor: 0, currency: 'EUR' }, 'agreement.price-out-of-range'],
      [{ amountMinor: 5, currency: 'GBP' }, 'agreement.currencies-differ'],
      [undefined, 'agreement.limit-missing'],
    ] as const) {
      const { status, body } = await proposedTerms(api, engaged, { payment: { mode: 'on-account', limit } });
      expect([status, body.code]).toEqual([400, code]);
    }
    const limit = { amountMinor: 5_000, currency: 'EUR' };
    const { payment } = await aChangeOrder(api, engaged, { payment: { mode: 'on-account', limit } });
    expect(payment).toEqual({ mode: 'on-account', limit });
    expect((await aChangeOrder(api, engaged, { lateFeeBps: 100 })).payment).toEqual(payment);
    expect((await aChangeOrder(api, engaged, { payment: null })).payment).toBeNull();
  });
});

describe('booked time of an agreement that is paid ahead', () => {
  it('is confirmed only where money is there for it, which is kept and let go with it', async () => {
    const engaged = await anAgreementPaid({ mode: 'prepaid' });
    const { business, anHour } = engaged;
    const uncovered = await bookHours(api, engaged, [slot()], 'calls');
    expect([uncovered.status, uncovered.body.code]).toEqual([409, 'booking.deposit-missing']);
    expect(await balances(business)).toEqual({});

    await deposit(business, anHour + 7);
    const together = await Promise.all([1, 2, 3].map(() => bookHours(api, engaged, [slot()], 'calls')));
    expect(together.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect(await balances(business)).toEqual({ prepaid: 7, held: anHour });
    const refund = await api.http
      .post('/v1/refunds')
      .set(business.headers())
      .send({
        amount: { amountMinor: 8, currency: 'EUR' },
        account: { holder: 'Forn', iban: 'ES9121000418450200051332' },
      });
    expect([refund.status, refund.body.code]).toEqual([409, 'refund.beyond-unused']);

    const booked = together.find(({ status }) => status === 201)!.body as { id: string };
    await cancel(business, booked.id).expect(201);
    expect(await balances(business)).toEqual({ prepaid: anHour + 7, held: 0 });
    const { body } = await api.http.get('/v1/ledger/entries?purpose=held').set(business.headers()).expect(200);
    expect((body.items as { fact: string }[]).map(({ fact }) => fact)).toEqual(['fundsReleased', 'fundsHeld']);
  });

  it('pays the invoice of what was worked out of what is kept, and what nobody worked goes back at the end', async () => {
    const engaged = await anAgreementPaid({ mode: 'prepaid' });
    const { business, agency, anHour, id } = engaged;
    const both = engaged.priceOf(2);
    await deposit(business, both);
    const [first, second] = [slot(), slot()];
    await bookHours(api, engaged, [first, second], 'calls').expect(201);
    expect(await balances(business)).toEqual({ prepaid: 0, held: both });

    api.clock.advance({ hours: 60 });
    const again = { business: await signIn(api, business.email), agency: await signIn(api, agency.email) };
    const entry = await api.http
      .post('/v1/time-entries')
      .set(again.agency.headers())
      .send({ engagementId: id, lineId: 'calls', startedAt: first.startAt, endedAt: first.endAt, note: 'Calls' })
      .expect(201);
    await api.http
      .post(`/v1/time-entries/${entry.body.id as string}/acceptance`)
      .set({ ...again.business.headers(), 'if-match': '*' })
      .send({})
      .expect(200);
    const day = (ahead: number) => dayAheadOf(api.clock, ahead);
    const invoice = await api.http
      .post('/v1/invoices')
      .set(again.agency.headers())
      .send({ engagementId: id, periodFrom: day(-3), periodTo: day(0) })
      .expect(201);
    expect(invoice.body).toMatchObject({ status: 'paid', total: { amountMinor: anHour } });
    expect(await balances(again.business)).toMatchObject({ prepaid: 0, held: both - anHour, receivable: 0 });

    const over = () => api.app.get(FundsOver, { strict: false }).sweep(api.clock.now());
    await over();
    expect(await balances(again.business)).toMatchObject({ held: both - anHour });
    await api.http
      .post(`/v1/engagements/${id}/end`)
      .set({ ...again.business.headers(), 'if-match': '*' })
      .send({ reason: 'All is in order' })
      .expect(200);
    await over();
    expect(await balances(again.business)).toMatchObject({ prepaid: both - anHour, held: 0, receivable: 0 });
  });

  it('pays the fee where nobody of the business was there, once, and no fee where work was done', async () => {
    const engaged = await anAgreementPaid({ mode: 'prepaid' }, 5_000);
    await deposit(engaged.business, engaged.priceOf(2));
    const slots = [slot(), slot()];
    const booking = await bookHours(api, engaged, slots, 'calls').expect(201);
    const report = (by: SignedIn, starts: readonly string[]) =>
      api.http
        .post(`/v1/bookings/${booking.body.id as string}/no-shows`)
        .set({ ...by.headers(), 'if-match': '*' })
        .send({ slots: starts });
    const [first, second] = slots.map(({ startAt }) => startAt) as [string, string];
    const early = await report(engaged.agency, [first]);
    expect([early.status, early.body.code]).toEqual([409, 'booking.slot-not-over']);
    api.clock.advance({ hours: 100 });
    const [agency, business] = await Promise.all(
      [engaged.agency, engaged.business].map(({ email }) => signIn(api, email)),
    );
    await report(business!, [first]).expect(403);
    const reported = await report(agency!, [first]).expect(201);
    expect(reported.body).toMatchObject({ missedSlots: [{ startAt: first }], lateFees: [{ invoiceId: null }] });
    const again = await report(agency!, [first]);
    expect([again.status, again.body.code]).toEqual([400, 'booking.slot-unknown']);
    const half = Math.round(engaged.priceOf(1) / 2);
    expect(Math.abs((await balances(business!))['held']! - engaged.priceOf(1) - half)).toBeLessThanOrEqual(1);
    const work = {
      engagementId: engaged.id,
      lineId: 'calls',
      startedAt: second,
      endedAt: slots[1]!.endAt,
      note: 'Calls',
    };
    await api.http.post('/v1/time-entries').set(agency!.headers()).send(work).expect(201);
    const worked = await report(agency!, [second]);
    expect([worked.status, worked.body.code]).toEqual([409, 'booking.worked']);
  });
});
