import type { PayoutBatchDto } from '#contracts';
import type { BusinessId, LedgerFact } from '#domain';
import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { ApiDatabase } from '../api-database.js';
import { PaymentServiceSweep } from '../card-payments/payment-service-sweep.js';
import { DunningSweep } from '../dunning/dunning-sweep.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { dayAheadOf } from '../testing/days.js';
import { aBookableAssistant } from '../testing/bookable.js';
import { aChangeOrder } from '../testing/change-orders.js';
import { anHourlyEngagement, bookHours, callsLine } from '../testing/hours.js';
import { anAcceptedRun, anEngagement, anHourIn } from '../testing/engagements.js';
import { FakeStripe, fakeStripeEvent, fakeStripeSecret } from '../testing/fake-stripe.js';
import { aBusiness, anAdministrator, signIn, type SignedIn } from '../testing/people.js';
import { noMail, testApi, testApiSettings } from '../testing/test-api.js';

const stripe = await FakeStripe.start();
const api = await testApi({ ...noMail(), webUrl: 'https://ajudant.example.org' }, undefined, undefined, {
  key: 'sk_test_of_nobody',
  webhookSecret: fakeStripeSecret,
  url: stripe.url,
});
const { bankAccount: account } = testApiSettings;
let administrator = await anAdministrator(api);
const bookable = await aBookableAssistant(api);
const database = api.app.get(ApiDatabase, { strict: false });
const ledger = api.app.get(LedgerBook, { strict: false });
const post = ledger.post.bind(ledger);
/** The fact that loses its connection, counted from 1; 0 where all go well. */
let fatal = 0;
let posted = 0;
let after = false;
ledger.post = async (fact: LedgerFact, occurredAt: string): Promise<void> => {
  posted += 1;
  const dies = posted === fatal;
  if (!dies || after) await post(fact, occurredAt);
  if (dies)
    await database.transaction({ kind: 'marketplace' }, (tx) =>
      tx.query('SELECT pg_terminate_backend(pg_backend_pid())'),
    );
};
const cards = api.app.get(PaymentServiceSweep, { strict: false });
const reminders = api.app.get(DunningSweep, { strict: false });
// They sweep when the spec says so, and never besides.
for (const sweep of [cards, reminders]) await sweep.beforeApplicationShutdown();
afterAll(async () => {
  await api.close();
  await stripe.stop();
});

/** As supertest reads it. */
type Answer = Response;
const balances = async (who: SignedIn): Promise<Record<string, number>> => {
  const { body } = await api.http.get('/v1/ledger/accounts').set(who.headers()).expect(200);
  const items = body.items as { purpose: string; balance: { amountMinor: number } }[];
  return Object.fromEntries(items.map(({ purpose, balance }) => [purpose, balance.amountMinor]));
};
async function demandBalance(): Promise<void> {
  const { body } = await api.http.get('/v1/admin/ledger/trial-balance').set(administrator.headers()).expect(200);
  const rest = (body.items as { debitMinor: number; creditMinor: number }[]).reduce(
    (total, { debitMinor, creditMinor }) => total + debitMinor - creditMinor,
    0,
  );
  expect(rest).toBe(0);
}

/** Tries a step with a connection that is lost at each of its facts, before and after it is posted, and then once more. */
async function insistently(send: (key: string) => PromiseLike<Answer>): Promise<{ answer: Answer; deaths: number }> {
  const key = randomUUID();
  let deaths = 0;
  for (fatal = 1; ; fatal += 1) {
    for (const isPosted of [false, true]) {
      [posted, after] = [0, isPosted];
      const answer = await send(key);
      if (answer.status < 500) {
        fatal = 0;
        return { answer, deaths };
      }
      expect(answer.status).toBe(503);
      deaths += 1;
      await demandBalance();
    }
  }
}

let sweeps = 0;
/** The same of a sweep, which is tried again once nobody has what it had; how often its connection was lost. */
async function sweepInsistently(of: DunningSweep | PaymentServiceSweep, aheadDays = 0): Promise<number> {
  let deaths = 0;
  for (fatal = 1; ; fatal += 1) {
    for (const isPosted of [false, true]) {
      [posted, after] = [0, isPosted];
      sweeps += 1;
      const ms = Date.parse(api.clock.now()) + sweeps * 3_700_000 + aheadDays * 86_400_000;
      await of.sweep(new Date(ms).toISOString()).catch(() => undefined);
      if (posted < fatal) {
        fatal = 0;
        return deaths;
      }
      deaths += 1;
      await demandBalance();
    }
  }
}

describe('a process that loses its database at any fact of the flow of the money', () => {
  it('leaves the books in balance and charges nothing twice, whatever is tried again', async () => {
    let business = await aBusiness(api);
    const engaged = await anHourlyEngagement(api, bookable, business, { lines: [callsLine(20)] });
    await aChangeOrder(api, engaged, { payment: { mode: 'prepaid' }, freeCancellationHours: 0 });
    const { reference } = (await api.http.get('/v1/deposit-instructions').set(business.headers()).expect(200)).body;
    const byAdministrator = (path: string, body: object | string = {}, type = 'application/json') =>
      insistently((key) =>
        api.http
          .post(path)
          .set({ ...administrator.headers(), 'idempotency-key': key, 'content-type': type })
          .send(body),
      );
    const statement = `bookedOn,amount,currency,bankReference,remittance\n2026-03-02,1000,EUR,sudden-1,${reference}`;
    const deposit = await byAdministrator('/v1/admin/bank-statements', statement, 'text/csv');
    expect([deposit.answer.body.assigned, deposit.deaths]).toEqual([1, 4]);

    const slot = anHourIn(api, 30);
    const booking = await insistently((key) =>
      bookHours(api, engaged, [slot], 'calls').set({ ...business.headers(), 'idempotency-key': key }),
    );
    expect([booking.answer.status, booking.deaths]).toEqual([201, 2]);
    const { held } = await balances(business);
    expect(await balances(business)).toEqual({ prepaid: 100_000 - held!, held });

    api.clock.advance({ hours: 32 });
    administrator = await anAdministrator(api);
    business = await signIn(api, business.email);
    const agency = await signIn(api, engaged.agency.email);
    const worked = {
      engagementId: engaged.id,
      lineId: 'calls',
      startedAt: slot.startAt,
      endedAt: slot.endAt,
      note: 'Calls',
    };
    const entry = await api.http.post('/v1/time-entries').set(agency.headers()).send(worked).expect(201);
    const accepting = api.http.post(`/v1/time-entries/${entry.body.id as string}/acceptance`);
    await accepting
      .set({ ...business.headers(), 'if-match': '*' })
      .send({})
      .expect(200);
    const day = (ahead: number) => dayAheadOf(api.clock, ahead);
    const period = { engagementId: engaged.id, periodFrom: day(-3), periodTo: day(0) };
    const invoice = await insistently((key) =>
      api.http
        .post('/v1/invoices')
        .set({ ...agency.headers(), 'idempotency-key': key })
        .send(period),
    );
    // Issued, let go of what was kept, paid.
    expect([invoice.answer.status, invoice.deaths]).toEqual([201, 6]);
    expect(invoice.answer.body).toMatchObject({ status: 'paid', total: { amountMinor: held } });
    expect(await balances(business)).toEqual({ prepaid: 100_000 - held!, held: 0, receivable: 0 });

    const amount = { amountMinor: 40_000, currency: 'EUR' };
    const refund = await insistently((key) =>
      api.http
        .post('/v1/refunds')
        .set({ ...business.headers(), 'idempotency-key': key })
        .send({ amount, account }),
    );
    const sent = await byAdministrator(`/v1/admin/refunds/${refund.answer.body.id as string}/sending`);
    await api.http
      .put(`/v1/agencies/${agency.organisationId}/bank-account`)
      .set(agency.headers())
      .send(account)
      .expect(200);
    const batch = await byAdministrator('/v1/admin/payout-batches', { currency: 'EUR' });
    const paidOut = await byAdministrator(`/v1/admin/payout-batches/${batch.answer.body.id as string}/sending`);
    expect([refund.deaths, sent.deaths, batch.deaths, paidOut.deaths]).toEqual([2, 2, 0, 2]);
    expect(await balances(business)).toEqual({ prepaid: 60_000 - held!, held: 0, receivable: 0, 'refunds-payable': 0 });
    const { subtotal, tax } = invoice.answer.body;
    const { id: payoutId, total: sentOut } = paidOut.answer.body.payouts[0];
    expect(sentOut.amountMinor).toBe(subtotal.amountMinor + tax.amountMinor);

    // What comes back, is disputed, is taken back, and is called off.
    const earned = async () => (await balances(agency))['agency-payable']!;
    const before = await earned();
    const cameBack = await byAdministrator(`/v1/admin/payouts/${payoutId as string}/return`);
    expect([cameBack.deaths, await earned()]).toEqual([2, before + subtotal.amountMinor]);
    const invoiceId = invoice.answer.body.id as string;
    const dispute = await insistently((key) =>
      api.http
        .post('/v1/disputes')
        .set({ ...business.headers(), 'idempotency-key': key })
        .send({
          subject: { kind: 'invoice', id: invoiceId },
          asks: { outcome: 'falls' },
          text: 'Half an hour, not one',
        }),
    );
    const givenUp = await insistently((key) =>
      api.http
        .post(`/v1/disputes/${dispute.answer.body.id as string}/withdrawal`)
        .set({ ...business.headers(), 'idempotency-key': key, 'if-match': '*' }),
    );
    expect([dispute.answer.status, dispute.deaths, givenUp.deaths]).toEqual([201, 2, 2]);
    const note = await insistently((key) =>
      api.http
        .post(`/v1/invoices/${invoiceId}/credit-notes`)
        .set({ ...agency.headers(), 'idempotency-key': key })
        .send({ reason: 'Ten minutes less', amount: { amountMinor: 100, currency: 'EUR' } }),
    );
    expect([note.answer.status, note.deaths]).toEqual([201, 2]);
    const credited = note.answer.body.total.amountMinor as number;
    expect((await balances(business))['prepaid']).toBe(60_000 - held! + credited);
    const another = await insistently((key) =>
      bookHours(api, engaged, [anHourIn(api, 60)], 'calls').set({ ...business.headers(), 'idempotency-key': key }),
    );
    const calledOff = await insistently((key) =>
      api.http
        .post(`/v1/bookings/${another.answer.body.id as string}/cancellation`)
        .set({ ...business.headers(), 'idempotency-key': key, 'if-match': '*' })
        .send({ reason: 'No need any more' }),
    );
    expect([another.deaths, calledOff.answer.status, calledOff.deaths]).toEqual([2, 201, 2]);
    expect(await balances(business)).toMatchObject({ prepaid: 60_000 - held! + credited, held: 0 });
    await demandBalance();
  });
});

describe('a process that loses its database at any fact of reminders, banks and cards', () => {
  it('posts each once, and asks the payment service for nothing twice', async () => {
    fatal = 0;
    administrator = await anAdministrator(api);
    const engaged = await anEngagement(api);
    const { business, agency } = engaged;
    await aChangeOrder(api, engaged, {
      invoicing: { daysToPay: 7, reminders: [{ afterDays: 1, feeMinor: 1_500 }], selfBilling: false },
    });
    await anAcceptedRun(api, engaged);
    const day = (ahead: number) => dayAheadOf(api.clock, ahead);
    const period = { engagementId: engaged.id, periodFrom: day(-1), periodTo: day(0) };
    const { body: invoice } = await api.http.post('/v1/invoices').set(agency.headers()).send(period).expect(201);
    const total = invoice.total.amountMinor as number;
    expect(await sweepInsistently(reminders, 9)).toBe(2);
    expect(await balances(business)).toEqual({ receivable: total + 1_500 });

    const tell = async (type: string, object: object): Promise<void> => {
      const { body, signature } = fakeStripeEvent(type, object, api.clock.now());
      await api.http
        .post('/v1/payment-service-events')
        .set({ 'stripe-signature': signature, 'content-type': 'application/json' })
        .send(body)
        .expect(204);
    };
    const amount = { amountMinor: total + 11_500, currency: 'EUR' };
    const { body: payment } = await api.http
      .post('/v1/card-payments')
      .set(business.headers())
      .send({ amount })
      .expect(201);
    stripe.pay(payment.id, 70);
    await tell('checkout.session.completed', { id: 'cs_1', metadata: { ajudant_payment: payment.id } });
    // Received, its fee, the invoice and the fee of its reminder paid.
    expect(await sweepInsistently(cards)).toBe(8);
    expect(await balances(business)).toEqual({ receivable: 0, prepaid: 10_000 });

    const back = await insistently((key) =>
      api.http
        .post(`/v1/card-payments/${payment.id as string}/refunds`)
        .set({ ...business.headers(), 'idempotency-key': key })
        .send({ amount: { amountMinor: 4_000, currency: 'EUR' } }),
    );
    await cards.sweep(api.clock.now());
    for (const refund of stripe.refunds.values()) refund.status = 'succeeded';
    expect([back.deaths, await sweepInsistently(cards), stripe.refunds.size]).toEqual([2, 2, 1]);

    await api.http.post(`/v1/agencies/${agency.organisationId}/payment-account`).set(agency.headers()).expect(201);
    const [accountId] = stripe.accounts.keys();
    stripe.accounts.set(accountId!, { transfers: 'active' });
    await tell('account.updated', { id: accountId });
    await cards.sweep(api.clock.now());
    const administer = (path: string, body: object = {}) => api.http.post(path).set(administrator.headers()).send(body);
    const batch = (await administer('/v1/admin/payout-batches', { currency: 'EUR' }).expect(201))
      .body as PayoutBatchDto;
    const payout = batch.payouts.find(({ agencyId }) => agencyId === agency.organisationId)!;
    await administer(`/v1/admin/payout-batches/${batch.id}/sending`).expect(200);
    expect([await sweepInsistently(cards), stripe.transfers.size]).toEqual([2, 1]);
    const [transferId, transfer] = [...stripe.transfers][0]!;
    transfer.reversed = 1_000;
    await tell('transfer.reversed', { id: transferId, metadata: { ajudant_payout: payout.id } });
    expect(await sweepInsistently(cards)).toBe(2);
    const { 'agency-payable': earned = 0, 'tax-payable': tax = 0 } = await balances(agency);
    expect(earned + tax).toBe(1_000);

    const { intentId } = stripe.sessionOf(payment.id);
    const dispute = { intentId, amount: 5_000, status: 'needs_response', fee: 2_000, feeBack: null as number | null };
    stripe.disputes.set('du_1', dispute);
    await tell('charge.dispute.created', { id: 'du_1' });
    // What moves nothing is a fact as well: nothing of the fee is given back yet, and nothing more is taken then.
    expect([await sweepInsistently(cards), (await balances(business))['prepaid']]).toEqual([6, 1_000]);
    Object.assign(dispute, { status: 'won', feeBack: 2_000 });
    await tell('charge.dispute.funds_reinstated', { id: 'du_1' });
    expect([await sweepInsistently(cards), (await balances(business))['prepaid']]).toEqual([6, 6_000]);

    const debit = `<Document><BkToCstmrStmt><Stmt><Ntry><Amt Ccy="EUR">2.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
      <BookgDt><Dt>2026-03-02</Dt></BookgDt><AcctSvcrRef>fee-1</AcctSvcrRef><NtryDtls><TxDtls><Refs>
      <EndToEndId>NOTPROVIDED</EndToEndId></Refs></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`;
    await api.http
      .post('/v1/admin/bank-statements')
      .set({ ...administrator.headers(), 'content-type': 'application/xml' })
      .send(debit)
      .expect(200);
    const fee = await insistently((key) =>
      api.http
        .post('/v1/admin/bank-fees')
        .set({ ...administrator.headers(), 'idempotency-key': key })
        .send({ bankReference: 'fee-1' }),
    );
    expect([fee.answer.status, fee.deaths, (await balances(administrator))['payment-fees']]).toEqual([201, 2, 320]);
  });
});

describe('the total of the books', () => {
  it('is nothing at every read, whatever is posted meanwhile', async () => {
    fatal = 0;
    const [businessId, currency] = [randomUUID(), 'EUR'] as const;
    const posting = { goesOn: true };
    const writers = Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let count = 0; count < 25; count += 1) {
          const receiptId = randomUUID();
          const amount = { amountMinor: 1 + count, currency } as const;
          const now = api.clock.now();
          await ledger.post({ type: 'receiptBooked', receiptId, amount }, now);
          await ledger.post({ type: 'receiptAssigned', receiptId, businessId: businessId as BusinessId, amount }, now);
        }
      }),
    ).finally(() => (posting.goesOn = false));
    let reads = 0;
    for (; posting.goesOn; reads += 1) await demandBalance();
    await writers;
    expect(reads).toBeGreaterThan(0);
    const { amountMinor } = await ledger.balance(businessId, 'prepaid', currency);
    expect(amountMinor).toBe(8 * 325);
  });
});
