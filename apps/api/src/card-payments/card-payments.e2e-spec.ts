import type { CardPaymentDto, PayoutBatchDto, RefundDto } from '#contracts';
import { randomUUID } from 'node:crypto';
import { dayAheadOf } from '../testing/days.js';
import { aBookableAssistant } from '../testing/bookable.js';
import { anAcceptedRun, anEngagement } from '../testing/engagements.js';
import { FakeStripe, fakeStripeEvent, fakeStripeSecret } from '../testing/fake-stripe.js';
import { aBusiness, anAdministrator, type SignedIn } from '../testing/people.js';
import { noMail, testApi } from '../testing/test-api.js';
import { PaymentServiceSweep } from './payment-service-sweep.js';

const stripe = await FakeStripe.start();
const webUrl = 'https://ajudant.example.org';
const api = await testApi({ ...noMail(), webUrl }, undefined, undefined, {
  key: 'sk_test_of_nobody',
  webhookSecret: `whsec_new ${fakeStripeSecret}`,
  url: stripe.url,
});
const administrator = await anAdministrator(api);
const bookable = await aBookableAssistant(api);
const { agency } = bookable;
const sweeper = api.app.get(PaymentServiceSweep, { strict: false });
// From here on it sweeps when the spec says so, and never besides.
await sweeper.beforeApplicationShutdown();
afterAll(async () => {
  await api.close();
  await stripe.stop();
});
afterEach(() => {
  stripe.mood = 'well';
});

const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const get = async (by: SignedIn, path: string) => (await api.http.get(path).set(by.headers()).expect(200)).body;
const post = (by: SignedIn, path: string, body: object = {}) => api.http.post(path).set(by.headers()).send(body);
const balances = async (by: SignedIn): Promise<Record<string, number>> => {
  const { items } = await get(by, '/v1/ledger/accounts');
  return Object.fromEntries(
    (items as { purpose: string; balance: { amountMinor: number } }[]).map(({ purpose, balance }) => [
      purpose,
      balance.amountMinor,
    ]),
  );
};
const day = (ahead: number) => dayAheadOf(api.clock, ahead);
async function anInvoice(business: SignedIn) {
  const engaged = await anEngagement(api, bookable, business);
  await anAcceptedRun(api, engaged);
  const { body } = await post(agency, '/v1/invoices', {
    engagementId: engaged.id,
    periodFrom: day(-1),
    periodTo: day(0),
  }).expect(201);
  return body as { id: string; total: { amountMinor: number } };
}
const start = async (by: SignedIn, body: object): Promise<CardPaymentDto> =>
  (await post(by, '/v1/card-payments', body).expect(201)).body;
/** As Stripe sends it: how often, and when, is nobody's business. */
const tell = (type: string, object: object, at = api.clock.now(), secret?: string) => {
  const { body, signature } = fakeStripeEvent(type, object, at, secret);
  return api.http
    .post('/v1/payment-service-events')
    .set({ 'stripe-signature': signature, 'content-type': 'application/json' })
    .send(body);
};
const ofPayment = (id: string) => ({ id: 'cs_1', metadata: { ajudant_payment: id } });
const sweep = () => sweeper.sweep(api.clock.now());
const read = (by: SignedIn, { id }: { id: string }): Promise<CardPaymentDto> => get(by, `/v1/card-payments/${id}`);
async function paidAhead(business: SignedIn, amountMinor: number): Promise<CardPaymentDto> {
  const payment = await start(business, { amount: euros(amountMinor) });
  stripe.pay(payment.id);
  await tell('checkout.session.completed', ofPayment(payment.id)).expect(204);
  await sweep();
  return read(business, payment);
}

async function anInvoicePaidByCard(): Promise<void> {
  const business = await aBusiness(api);
  const { id } = await start(business, { invoiceId: (await anInvoice(business)).id });
  stripe.pay(id);
  await tell('checkout.session.completed', ofPayment(id)).expect(204);
  await sweep();
}

describe('a payment by card', () => {
  it('pays its invoice once the service has said so itself, and costs a fee that is in the books', async () => {
    const business = await aBusiness(api);
    const invoice = await anInvoice(business);
    expect(await get(business, `/v1/invoices/${invoice.id}/payment`)).toMatchObject({ cards: true });
    const payment = await start(business, { invoiceId: invoice.id });
    expect(payment).toMatchObject({ status: 'open', amount: invoice.total, invoiceId: invoice.id, paidAt: null });
    expect(payment.url).toContain('/pay/cs_');
    // Whoever comes back from there has proved nothing.
    await sweep();
    expect((await get(business, `/v1/invoices/${invoice.id}`)).status).toBe('issued');
    const before = await balances(administrator);
    stripe.pay(payment.id, 73);
    await tell('payment_intent.succeeded', ofPayment(payment.id)).expect(204);
    await sweep();
    expect((await get(business, `/v1/invoices/${invoice.id}`)).status).toBe('paid');
    expect(await read(business, payment)).toMatchObject({ status: 'paid', received: invoice.total, url: null });
    const after = await balances(administrator);
    expect(after['payment-service']! - (before['payment-service'] ?? 0)).toBe(invoice.total.amountMinor - 73);
    expect(after['payment-fees']! - (before['payment-fees'] ?? 0)).toBe(73);
    const { items: figures } = await get(administrator, '/v1/admin/reports/money');
    expect(figures).toContainEqual(
      expect.objectContaining({ currency: 'EUR', paymentFees: euros(after['payment-fees']!) }),
    );
    const { lines } = await get(administrator, '/v1/ledger/statement');
    expect(lines).toContainEqual(
      expect.objectContaining({ purpose: 'payment-fees', fact: 'serviceFeeCharged', amount: euros(73) }),
    );
    expect((await post(business, '/v1/card-payments', { invoiceId: invoice.id })).body.code).toBe(
      'card-payment.nothing-open',
    );
    const others = await api.http.get(`/v1/card-payments/${payment.id}`).set((await aBusiness(api)).headers());
    expect(others.body.code).toBe('card-payment.not-found');
  });

  it('is booked once, however often, late and in whichever order it is told of', async () => {
    const business = await aBusiness(api);
    const { id } = await start(business, { amount: euros(5_000) });
    const types = [
      'charge.updated',
      'payment_intent.succeeded',
      'checkout.session.completed',
      'payment_intent.created',
    ];
    stripe.pay(id, null);
    for (let round = 0; round < 2; round += 1) {
      await Promise.all([...types, ...types].map((type) => tell(type, ofPayment(id)).expect(204)));
      await Promise.all([sweep(), sweep(), sweep()]);
    }
    expect(await balances(business)).toEqual({ prepaid: 5_000 });
    const fees = (await balances(administrator))['payment-fees']!;
    stripe.sessionOf(id).charge = { fee: 99 };
    await tell('charge.updated', ofPayment(id)).expect(204);
    await sweep();
    await tell('charge.updated', ofPayment(id)).expect(204);
    await sweep();
    expect((await balances(administrator))['payment-fees']).toBe(fees + 99);
    expect(await balances(business)).toEqual({ prepaid: 5_000 });
  });

  it('is found out of by itself where no message came, and ends where nobody pays', async () => {
    const business = await aBusiness(api);
    const [paid, left] = [await start(business, { amount: euros(700) }), await start(business, { amount: euros(800) })];
    stripe.pay(paid.id);
    await sweep();
    expect((await read(business, paid)).status).toBe('open');
    const inSeconds = (seconds: number) => new Date(Date.parse(api.clock.now()) + seconds * 1_000).toISOString();
    // Whoever waits for it sees it soon; one that nobody pays is asked about ever less often, until it has ended.
    await sweeper.sweep(inSeconds(15));
    expect([(await read(business, paid)).status, (await read(business, left)).status]).toEqual(['paid', 'open']);
    stripe.sessionOf(left.id).status = 'expired';
    await sweeper.sweep(inSeconds(29));
    expect((await read(business, left)).status).toBe('open');
    await sweeper.sweep(inSeconds(30));
    expect((await read(business, left)).status).toBe('ended');
  });

  it('waits for a service that is silent or broken, and is booked once it answers', async () => {
    const business = await aBusiness(api);
    const { id } = await start(business, { amount: euros(900) });
    stripe.pay(id);
    await tell('checkout.session.completed', ofPayment(id)).expect(204);
    stripe.mood = 'broken';
    await sweep();
    const refused = await post(business, '/v1/card-payments', { amount: euros(1_000) });
    expect([refused.status, refused.body.code]).toEqual([503, 'payment-service.unavailable']);
    expect(refused.headers['retry-after']).toMatch(/^\d+$/);
    stripe.mood = 'well';
    expect(await balances(business)).toEqual({});
    await sweeper.sweep(new Date(Date.parse(api.clock.now()) + 30_000).toISOString());
    expect(await balances(business)).toEqual({ prepaid: 900 });
  });

  it('is begun once for a key, whoever lost the answer', async () => {
    const business = await aBusiness(api);
    const headers = { ...business.headers(), 'idempotency-key': randomUUID() };
    const begin = () =>
      api.http
        .post('/v1/card-payments')
        .set(headers)
        .send({ amount: euros(1_200) });
    const [first, again] = [await begin(), await begin()];
    expect([first.status, again.body]).toEqual([201, first.body]);
    expect([...stripe.sessions.values()].filter(({ paymentId }) => paymentId === first.body.id)).toHaveLength(1);
    expect((await get(business, '/v1/card-payments')).total).toBe(1);
  });

  it('is refused where nobody can pay it so', async () => {
    const business = await aBusiness(api);
    const refusal = async (body: object, by = business) => (await post(by, '/v1/card-payments', body)).body.code;
    expect(await refusal({})).toBe('card-payment.invoice-or-amount');
    expect(await refusal({ amount: euros(0) })).toBe('card-payment.bad-amount');
    expect(await refusal({ amount: { amountMinor: 1_234, currency: 'KWD' } })).toBe('card-payment.bad-amount');
    expect(await refusal({ invoiceId: randomUUID() })).toBe('invoice.not-found');
    expect(await refusal({ amount: euros(1_000) }, agency)).toBe('auth.forbidden');
  });
});

describe('messages of the payment service', () => {
  it('are believed only where they are signed and fresh, and are about something of ours', async () => {
    const event = 'checkout.session.completed';
    const stale = new Date(Date.parse(api.clock.now()) - 400_000).toISOString();
    for (const sent of [
      tell(event, ofPayment(randomUUID()), stale),
      tell(event, ofPayment(randomUUID()), api.clock.now(), 'whsec_of_somebody'),
      api.http.post('/v1/payment-service-events').set('content-type', 'application/json').send('{}'),
    ]) {
      const { status, body } = await sent;
      expect([status, body.code]).toEqual([401, 'payment-service.bad-signature']);
    }
    for (const [type, object] of [
      [event, ofPayment(randomUUID())],
      [event, { id: 'cs_1' }],
      [event, { id: 'cs_1', metadata: { ajudant_payment: "'; --" } }],
      ['customer.created', { id: 'cus_1' }],
      ['charge.dispute.created', { id: 'du_unknown' }],
      ['account.updated', { id: 'acct_unknown' }],
    ] as const) {
      await tell(type, object).expect(204);
    }
    const before = await balances(administrator);
    await sweep();
    expect(await balances(administrator)).toEqual(before);
  });
});

describe('what came from a card', () => {
  it('goes back to it, whole or in part, no further than it is unused', async () => {
    const business = await aBusiness(api);
    const payment = await paidAhead(business, 3_000);
    const back = (amountMinor: number) =>
      post(business, `/v1/card-payments/${payment.id}/refunds`, { amount: euros(amountMinor) });
    expect((await back(3_001)).body.code).toBe('refund.beyond-payment');
    const { body } = await back(1_000).expect(201);
    expect(body).toMatchObject({ status: 'asked', account: null, cardPaymentId: payment.id });
    expect((await back(2_001)).body.code).toBe('refund.beyond-payment');
    expect((await post(business, `/v1/refunds/${body.id}/withdrawal`)).body.code).toBe('refund.goes-to-card');
    await sweep();
    const [serviceId, refund] = [...stripe.refunds].find(([, { refundId }]) => refundId === body.id)!;
    expect(refund.amount).toBe(1_000);
    expect(await balances(business)).toEqual({ prepaid: 2_000, 'refunds-payable': 1_000 });
    const told = async (status: string) => {
      stripe.refunds.get(serviceId)!.status = status;
      await tell('refund.updated', { id: serviceId, metadata: { ajudant_refund: body.id } }).expect(204);
      await sweep();
      const { items } = await get(business, '/v1/refunds');
      return (items as RefundDto[])[0]!.status;
    };
    expect(await told('succeeded')).toBe('sent');
    expect(await told('succeeded')).toBe('sent');
    expect(await balances(business)).toEqual({ prepaid: 2_000, 'refunds-payable': 0 });
    expect(await told('failed')).toBe('returned');
    expect(await balances(business)).toEqual({ prepaid: 3_000, 'refunds-payable': 0 });
  });

  it.each([2_000, 0])(
    'is taken back where the card’s holder disputes it, and given back where she was wrong, with %j of the fee',
    async (feeBack) => {
      const business = await aBusiness(api);
      const payment = await paidAhead(business, 4_000);
      const { intentId } = stripe.sessionOf(payment.id);
      const id = `du_${randomUUID().replaceAll('-', '')}`;
      const dispute = { intentId, amount: 4_000, status: 'needs_response', fee: 2_000, feeBack: null as number | null };
      stripe.disputes.set(id, dispute);
      const before = await balances(administrator);
      const atService = async () => {
        const now = await balances(administrator);
        return (['payment-service', 'payment-fees'] as const).map((purpose) => now[purpose]! - before[purpose]!);
      };
      const tellOf = async (status: string) => {
        dispute.status = status;
        await tell('charge.dispute.updated', { id }).expect(204);
        await sweep();
      };
      await tellOf('warning_needs_response');
      expect(await balances(business)).toEqual({ prepaid: 4_000 });
      await tellOf('needs_response');
      await tellOf('under_review');
      expect([await balances(business), (await read(business, payment)).disputed]).toEqual([{ prepaid: 0 }, true]);
      expect(await atService()).toEqual([-6_000, 2_000]);
      const refund = await post(business, `/v1/card-payments/${payment.id}/refunds`, { amount: euros(1) });
      expect(refund.body.code).toBe('refund.beyond-unused');
      // That it is won is said before the money is back.
      await tellOf('won');
      expect([await balances(business), await atService()]).toEqual([{ prepaid: 0 }, [-6_000, 2_000]]);
      dispute.feeBack = feeBack;
      await tellOf('won');
      await tellOf('won');
      expect([await balances(business), (await read(business, payment)).disputed]).toEqual([{ prepaid: 4_000 }, false]);
      expect(await atService()).toEqual([feeBack - 2_000, 2_000 - feeBack]);
    },
  );
});

describe('an agency with an account at the payment service', () => {
  it('is paid there once it is ready, by a transfer that is posted when it is done, and owed again when it comes back', async () => {
    const path = `/v1/agencies/${agency.organisationId}/payment-account`;
    expect(await get(agency, path)).toEqual({ isOffered: true, isOpen: false, isReady: false });
    const opened = await post(agency, path).expect(201);
    expect(opened.body.url).toContain('/onboarding/acct_');
    await post(agency, path).expect(201);
    expect(stripe.accounts.size).toBe(1);
    const [accountId] = [...stripe.accounts.keys()];
    stripe.accounts.set(accountId!, { transfers: 'active' });
    await tell('account.updated', { id: accountId }).expect(204);
    await sweep();
    expect(await get(agency, path)).toMatchObject({ isReady: true });

    await anInvoicePaidByCard();
    const batch = (await post(administrator, '/v1/admin/payout-batches', { currency: 'EUR' }).expect(201))
      .body as PayoutBatchDto;
    const payout = batch.payouts.find(({ agencyId }) => agencyId === agency.organisationId)!;
    expect(payout).toMatchObject({ status: 'made', account: null });
    const owed = async () => (await balances(agency))['agency-payable']!;
    const before = await owed();
    await post(administrator, `/v1/admin/payout-batches/${batch.id}/sending`).expect(200);
    expect((await post(administrator, `/v1/admin/payout-batches/${batch.id}/sending`)).body.code).toBe(
      'payout.already-sent',
    );
    const statusOf = async () =>
      ((await get(administrator, `/v1/admin/payout-batches/${batch.id}`)) as PayoutBatchDto).payouts.find(
        (one) => one.id === payout.id,
      )!.status;
    stripe.mood = 'short';
    await sweep();
    expect([await statusOf(), await owed()]).toEqual(['made', before]);
    stripe.mood = 'well';
    const waits = (await get(administrator, `/v1/admin/payout-batches/${batch.id}`)) as PayoutBatchDto;
    expect(waits.payouts.find(({ id: one }) => one === payout.id)!.fault).toContain('balance_insufficient');
    await sweeper.sweep(new Date(Date.parse(api.clock.now()) + 3_700_000).toISOString());
    expect([await statusOf(), await owed()]).toEqual(['sent', before - payout.earnings.amountMinor]);
    const [transferId, transfer] = [...stripe.transfers].find(([, { payoutId }]) => payoutId === payout.id)!;
    expect(transfer).toMatchObject({ amount: payout.total.amountMinor, destination: accountId });
    expect((await post(administrator, `/v1/admin/payouts/${payout.id}/return`)).body.code).toBe(
      'payout.goes-by-service',
    );
    const { balances: compared } = await get(administrator, '/v1/admin/payment-service');
    expect(compared).toContainEqual(expect.objectContaining({ currency: 'EUR' }));

    transfer.reversed = transfer.amount;
    for (let times = 0; times < 2; times += 1) {
      await tell('transfer.reversed', { id: transferId, metadata: { ajudant_payout: payout.id } }).expect(204);
      await sweep();
    }
    expect([await statusOf(), await owed()]).toEqual(['returned', before]);
  });
});

describe('a payout of which the payment service takes a part back', () => {
  it('is owed again by that part, which the next payout takes along with what was taken back of its invoice', async () => {
    const business = await aBusiness(api);
    const invoice = await anInvoice(business);
    await paidAhead(business, invoice.total.amountMinor);
    const batchOf = async () =>
      (await post(administrator, '/v1/admin/payout-batches', { currency: 'EUR' }).expect(201)).body as PayoutBatchDto;
    const [first, firstId] = await (async () => {
      const { id, payouts } = await batchOf();
      await post(administrator, `/v1/admin/payout-batches/${id}/sending`).expect(200);
      await sweep();
      return [payouts[0]!, id] as const;
    })();
    const readFirst = async () =>
      ((await get(administrator, `/v1/admin/payout-batches/${firstId}`)) as PayoutBatchDto).payouts[0]!;
    expect(await readFirst()).toMatchObject({ status: 'sent', cameBack: euros(0) });
    const owed = async () => {
      const { 'agency-payable': earned = 0, 'tax-payable': tax = 0 } = await balances(agency);
      return earned + tax;
    };
    const due = async () => {
      const { items } = await get(administrator, '/v1/admin/reports/money');
      return (items as { currency: string; payoutsDue: { amountMinor: number } }[]).find(
        ({ currency }) => currency === 'EUR',
      )!.payoutsDue.amountMinor;
    };
    const [paidOut, dueBefore] = [await owed(), await due()];
    // The business gets a part of it back, and the service takes the agency's share of that from its account.
    const note = await post(agency, `/v1/invoices/${invoice.id}/credit-notes`, {
      reason: 'Ten receipts less',
      amount: euros(100),
    }).expect(201);
    const back = note.body.subtotal.amountMinor + note.body.tax.amountMinor;
    expect([await owed(), await due()]).toEqual([paidOut - back, dueBefore]);
    const [transferId, transfer] = [...stripe.transfers].find(([, { payoutId }]) => payoutId === first.id)!;
    const takeBack = async (reversed: number) => {
      transfer.reversed = reversed;
      for (let times = 0; times < 2; times += 1) {
        await tell('transfer.reversed', { id: transferId, metadata: { ajudant_payout: first.id } }).expect(204);
        await sweep();
      }
    };
    await takeBack(back);
    expect(await readFirst()).toMatchObject({ status: 'sent', cameBack: euros(back) });
    expect([await owed(), await due()]).toEqual([paidOut, dueBefore]);
    // All the rest comes back as well: it is owed as a part, since the first one may be in a payout already.
    await takeBack(first.total.amountMinor);
    expect(await readFirst()).toMatchObject({ status: 'sent', cameBack: first.total });
    expect(await due()).toBe(dueBefore + first.total.amountMinor - back);
    const next = await batchOf();
    const [again] = next.payouts;
    expect(again!.creditNoteIds).toEqual([note.body.id]);
    expect(again).toMatchObject({ invoiceIds: [], total: euros(first.total.amountMinor - back) });
    expect(again!.transferReversalIds).toHaveLength(2);
    await post(administrator, `/v1/admin/payout-batches/${next.id}/sending`).expect(200);
    await sweep();
    expect(await owed()).toBe(paidOut);
    expect((await post(administrator, '/v1/admin/payout-batches', { currency: 'EUR' })).body.code).toBe(
      'payout.nothing-due',
    );
  });
});

describe('a payout that the payment service does not do', () => {
  it('is called off unless it was done, and what it was for waits for the next batch', async () => {
    await anInvoicePaidByCard();
    const make = async () =>
      (await post(administrator, '/v1/admin/payout-batches', { currency: 'EUR' }).expect(201)).body as PayoutBatchDto;
    const statusIn = async (batch: PayoutBatchDto) =>
      ((await get(administrator, `/v1/admin/payout-batches/${batch.id}`)) as PayoutBatchDto).payouts.map(
        ({ status }) => status,
      );
    const first = await make();
    const [{ id: payoutId } = { id: '' }] = first.payouts;
    const callOff = (of: string) => post(administrator, `/v1/admin/payouts/${of}/calling-off`);
    await post(administrator, `/v1/admin/payout-batches/${first.id}/sending`).expect(200);
    stripe.mood = 'short';
    await sweep();
    await callOff(payoutId).expect(200);
    stripe.mood = 'well';
    await sweep();
    expect(await statusIn(first)).toEqual(['returned']);
    const again = await make();
    await post(administrator, `/v1/admin/payout-batches/${again.id}/sending`).expect(200);
    await sweep();
    expect(await statusIn(again)).toEqual(['sent']);
    expect((await callOff(again.payouts[0]!.id)).body.code).toBe('payout.not-waiting');
  });
});

describe('an invoice', () => {
  it('is paid at one place from two windows, and not by card while it is in dispute', async () => {
    const business = await aBusiness(api);
    const invoice = await anInvoice(business);
    const [one, other] = [
      await start(business, { invoiceId: invoice.id }),
      await start(business, { invoiceId: invoice.id }),
    ];
    expect(other).toEqual(one);
    // Somebody has paid in a way that takes days: nobody pays beside it, until it has failed.
    const session = stripe.sessionOf(one.id);
    Object.assign(session, { status: 'complete', intentStatus: 'processing' });
    await tell('checkout.session.completed', ofPayment(one.id)).expect(204);
    await sweep();
    expect((await read(business, one)).status).toBe('processing');
    const beside = await post(business, '/v1/card-payments', { invoiceId: invoice.id });
    expect([beside.status, beside.body.code]).toEqual([409, 'card-payment.under-way']);
    stripe.fail(one.id);
    await tell('checkout.session.async_payment_failed', ofPayment(one.id)).expect(204);
    await sweep();
    expect((await read(business, one)).status).toBe('ended');
    expect((await start(business, { invoiceId: invoice.id })).id).not.toBe(one.id);
    await post(business, '/v1/disputes', {
      subject: { kind: 'invoice', id: invoice.id },
      asks: { outcome: 'falls' },
      text: 'Ten receipts, not forty',
    }).expect(201);
    expect((await post(business, '/v1/card-payments', { invoiceId: invoice.id })).body.code).toBe('invoice.in-dispute');
  });
});

describe('money from a card', () => {
  it('goes back to that card alone while its holder could still have it back', async () => {
    const business = await aBusiness(api);
    await paidAhead(business, 5_000);
    const asked = await post(business, '/v1/refunds', {
      amount: euros(1),
      account: { holder: 'Somebody', iban: 'ES9121000418450200051332' },
    });
    expect([asked.status, asked.body.code]).toEqual([409, 'refund.beyond-unused']);
  });
});

describe('what the payment service passes on to the bank', () => {
  it('is a receipt that is nobody’s deposit', async () => {
    await paidAhead(await aBusiness(api), 2_500);
    const remittance = `STRIPE ${randomUUID().slice(0, 8)}`;
    await api.http
      .post('/v1/admin/bank-statements')
      .set({ ...administrator.headers(), 'content-type': 'text/csv' })
      .send(`bookedOn,amount,currency,bankReference,remittance\n2026-03-02,20,EUR,${randomUUID()},${remittance}`)
      .expect(200);
    const { items } = await get(administrator, '/v1/admin/bank-receipts?status=unassigned');
    const { id } = (items as { id: string; remittance: string }[]).find((one) => one.remittance === remittance)!;
    const before = await balances(administrator);
    const settle = () => post(administrator, `/v1/admin/bank-receipts/${id}/settlement`);
    expect((await settle().expect(200)).body).toMatchObject({ status: 'settled', businessId: null });
    expect((await settle()).body.code).toBe('receipt.already-assigned');
    const after = await balances(administrator);
    expect(before['payment-service']! - after['payment-service']!).toBe(2_000);
    expect(before['unassigned']! - after['unassigned']!).toBe(2_000);
  });
});

// At the end: what is begun here is looked after by every sweep.
describe('payments by card that are begun', () => {
  it('are twenty of a business at a time', async () => {
    const business = await aBusiness(api);
    for (let begun = 1; begun <= 20; begun += 1) await start(business, { amount: euros(begun * 100) });
    expect((await post(business, '/v1/card-payments', { amount: euros(5_000) })).body.code).toBe(
      'card-payment.too-many-open',
    );
  });
});
