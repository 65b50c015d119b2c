import type { PayoutBatchDto } from '#contracts';
import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { dayAheadOf } from '../testing/days.js';
import { aBookableAssistant } from '../testing/bookable.js';
import { aChangeOrder } from '../testing/change-orders.js';
import { anEngagement, anHourIn } from '../testing/engagements.js';
import { anInvoiceToRemindOf } from '../testing/payments.js';
import { FakeStripe, fakeStripeEvent } from '../testing/fake-stripe.js';
import { anHourlyEngagement, bookHours, callsLine } from '../testing/hours.js';
import { type Death, MortalApi } from '../testing/mortal-api.js';
import { aBusiness, anAdministrator, signIn, type SignedIn } from '../testing/people.js';
import { testApi, testApiSettings } from '../testing/test-api.js';

const stripe = await FakeStripe.start();
/** Prepares what isn't about money, beside the process that dies. */
const api = await testApi();
let aheadSeconds = 0;
const mortal = new MortalApi({
  databaseUrl: api.databaseUrl,
  stripeUrl: stripe.url,
  aheadSeconds: () => aheadSeconds,
});
await mortal.start();
afterAll(async () => {
  await mortal.stop();
  await api.close();
  await stripe.stop();
});

const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const { bankAccount: account } = testApiSettings;
const get = async (by: SignedIn, path: string) => (await api.http.get(path).set(by.headers()).expect(200)).body;
const balances = async (who: SignedIn): Promise<Record<string, number>> => {
  const { items } = await get(who, '/v1/ledger/accounts');
  return Object.fromEntries(
    (items as { purpose: string; balance: { amountMinor: number } }[]).map(({ purpose, balance }) => [
      purpose,
      balance.amountMinor,
    ]),
  );
};
const day = (ahead: number) => dayAheadOf(api.clock, ahead);

/** Each currency comes to nothing, and so does each transaction. */
async function demandBalance(): Promise<void> {
  const { rows } = await api.owner.query(
    `SELECT transaction_id FROM api.ledger_posting GROUP BY transaction_id, currency HAVING sum(amount_minor) <> 0`,
  );
  expect(rows).toEqual([]);
}
/** How often each fact was posted. */
async function posted(...facts: string[]): Promise<Record<string, number>> {
  const { rows } = await api.owner.query<{ fact: string; times: number }>(
    `SELECT fact, count(*)::integer AS times FROM api.ledger_transaction WHERE fact = ANY ($1) GROUP BY fact`,
    [facts],
  );
  return Object.fromEntries(rows.map(({ fact, times }) => [fact, times]));
}

/** Sends the same request with a process that dies at each of these points, and then once more. */
async function insistently(
  by: SignedIn,
  path: string,
  body: object | string,
  ...deaths: readonly Death[]
): Promise<Response> {
  const type = typeof body === 'string' ? 'text/csv' : 'application/json';
  const headers = { ...by.headers(), 'if-match': '*', 'content-type': type };
  const send = () => mortal.http.post(path).set(headers).send(body);
  for (const death of deaths) {
    await mortal.dies(death, send);
    await demandBalance();
  }
  return send();
}

let sweeps = 0;
/** A sweep that comes after whoever has died over its tasks had them. */
const sweepOf = (of: 'cards' | 'reminders', aheadDays = 0) => {
  sweeps += 1;
  const now = new Date(Date.parse(api.clock.now()) + sweeps * 660_000 + aheadDays * 86_400_000).toISOString();
  return mortal.obey({ sweep: { of, now } });
};
async function sweepInsistently(of: 'cards' | 'reminders', deaths: readonly Death[], aheadDays = 0): Promise<void> {
  for (const death of deaths) {
    await mortal.dies(death, () => sweepOf(of, aheadDays));
    await demandBalance();
  }
  await sweepOf(of, aheadDays);
}
/** The payment service does what it is told, and whoever told it dies before hearing so. */
const dyingOfOrder = (act: () => PromiseLike<unknown>): Promise<void> => {
  stripe.onOrder = () => mortal.kill();
  return mortal.dies(null, act);
};
const tell = async (type: string, object: object): Promise<void> => {
  const { body, signature } = fakeStripeEvent(type, object, api.clock.now());
  await mortal.http
    .post('/v1/payment-service-events')
    .set({ 'stripe-signature': signature, 'content-type': 'application/json' })
    .send(body)
    .expect(204);
};
const statement = (amount: number, remittance: string): string =>
  `bookedOn,amount,currency,bankReference,remittance\n2026-03-02,${amount / 100},EUR,${randomUUID()},${remittance}`;

describe('a process that is killed at any step of the flow of the money', () => {
  it('leaves the books in balance and charges nothing twice, from the deposit to what a dispute takes back', async () => {
    const administrator = await anAdministrator(api);
    let business = await aBusiness(api);
    const engaged = await anHourlyEngagement(api, await aBookableAssistant(api), business, { lines: [callsLine(20)] });
    await aChangeOrder(api, engaged, { payment: { mode: 'prepaid' }, freeCancellationHours: 48, lateFeeBps: 5_000 });
    const { reference } = await get(business, '/v1/deposit-instructions');
    const deposited = statement(100_000, reference);
    await insistently(administrator, '/v1/admin/bank-statements', deposited, 'receiptAssigned', 'committed');
    expect(await balances(business)).toEqual({ prepaid: 100_000 });

    const [slot, other] = [anHourIn(api, 30), anHourIn(api, 32)];
    const booked = { agreementId: engaged.id, slots: [slot], lineId: 'calls', confirm: true };
    await insistently(business, '/v1/bookings', booked, 'fundsHeld', 'committed');
    const { held: anHour } = await balances(business);
    const second = await bookHours(api, engaged, [other], 'calls').expect(201);
    const cancelling = `/v1/bookings/${second.body.id as string}/cancellation`;
    await insistently(business, cancelling, { reason: 'No need any more' }, 'fundsReleased', 'committed');
    const { held = 0, prepaid = 0 } = await balances(business);
    expect([held + prepaid, held > anHour!, held < 2 * anHour!]).toEqual([100_000, true, true]);

    api.clock.advance({ hours: 34 });
    aheadSeconds += 34 * 3_600;
    await mortal.stop();
    await mortal.start();
    business = await signIn(api, business.email);
    const agency = await signIn(api, engaged.agency.email);
    const admin = await anAdministrator(api);
    const worked = { engagementId: engaged.id, lineId: 'calls', startedAt: slot.startAt, endedAt: slot.endAt };
    const entry = await api.http
      .post('/v1/time-entries')
      .set(agency.headers())
      .send({ ...worked, note: 'Calls' })
      .expect(201);
    await api.http
      .post(`/v1/time-entries/${entry.body.id as string}/acceptance`)
      .set({ ...business.headers(), 'if-match': '*' })
      .send({})
      .expect(200);
    const period = { engagementId: engaged.id, periodFrom: day(-3), periodTo: day(0) };
    const issued = await insistently(agency, '/v1/invoices', period, 'invoiceIssued', 'invoicePaid', 'committed');
    expect([issued.body.status, issued.body.lateFees.length]).toEqual(['paid', 1]);
    // Two bookings are rounded apart, and an invoice of both once.
    const left = 100_000 - (issued.body.total.amountMinor as number);
    expect(Math.abs(left - prepaid)).toBeLessThanOrEqual(1);
    expect(await balances(business)).toEqual({ prepaid: left, held: 0, receivable: 0 });

    const refund = { amount: euros(40_000), account };
    const asked = await insistently(business, '/v1/refunds', refund, 'refundAsked', 'committed');
    const sending = `/v1/admin/refunds/${asked.body.id as string}/sending`;
    await insistently(admin, sending, {}, 'refundSent', 'committed');
    expect(await balances(business)).toMatchObject({ prepaid: left - 40_000, 'refunds-payable': 0 });

    await api.http
      .put(`/v1/agencies/${agency.organisationId}/bank-account`)
      .set(agency.headers())
      .send(account)
      .expect(200);
    const made = await insistently(admin, '/v1/admin/payout-batches', { currency: 'EUR' }, 'committed');
    const { id: batchId, payouts } = made.body as PayoutBatchDto;
    await insistently(admin, `/v1/admin/payout-batches/${batchId}/sending`, {}, 'payoutSent', 'committed');
    const earned = async () => (await balances(agency))['agency-payable']!;
    expect([payouts.length, await earned()]).toEqual([1, 0]);
    await insistently(admin, `/v1/admin/payouts/${payouts[0]!.id}/return`, {}, 'payoutReturned', 'committed');
    const { subtotal, id: invoiceId } = issued.body;
    expect(await earned()).toBe(subtotal.amountMinor);

    const subject = { kind: 'invoice', id: invoiceId };
    const disputed = { subject, asks: { outcome: 'falls' }, text: 'Half an hour, not one' };
    const dispute = await insistently(business, '/v1/disputes', disputed, 'disputeHeld', 'committed');
    for (const by of [agency, business]) {
      await api.http
        .post(`/v1/disputes/${dispute.body.id as string}/answer`)
        .set({ ...by.headers(), 'if-match': '*' })
        .send({ text: 'We see it otherwise' })
        .expect(200);
    }
    const keeps = subtotal.amountMinor - 100;
    const settling = `/v1/admin/disputes/${dispute.body.id as string}/settlement`;
    const verdict = { verdict: { outcome: 'in-part', keeps }, reason: 'The papers show it' };
    await insistently(admin, settling, verdict, 'disputeSettled', 'creditNoteIssued', 'committed');
    expect(await balances(agency)).toMatchObject({ 'agency-payable': keeps, disputed: 0 });
    const noted = { reason: 'Ten minutes less', amount: euros(100) };
    await insistently(
      agency,
      `/v1/invoices/${invoiceId as string}/credit-notes`,
      noted,
      'creditNoteIssued',
      'committed',
    );
    expect(await earned()).toBe(keeps - 100);
    await demandBalance();
    expect(
      await posted('receiptBooked', 'fundsHeld', 'invoiceIssued', 'invoicePaid', 'refundAsked', 'refundSent'),
    ).toEqual({ receiptBooked: 1, fundsHeld: 2, invoiceIssued: 1, invoicePaid: 1, refundAsked: 1, refundSent: 1 });
    expect(await posted('payoutSent', 'payoutReturned', 'disputeHeld', 'disputeSettled', 'creditNoteIssued')).toEqual({
      payoutSent: 1,
      payoutReturned: 1,
      disputeHeld: 1,
      disputeSettled: 1,
      creditNoteIssued: 2,
    });
  });

  it('asks a payment service for nothing twice, and posts fees, cards and transfers once', async () => {
    const admin = await anAdministrator(api);
    const engaged = await anEngagement(api);
    const { business, agency } = engaged;
    const invoice = await anInvoiceToRemindOf(api, engaged);
    const total = invoice.total.amountMinor;
    await sweepInsistently('reminders', ['reminderFeeCharged', 'committed'], 9);
    expect(await balances(business)).toEqual({ receivable: total + 1_500 });

    // She pays more than that by card, to which a part goes back.
    const paying = { amount: euros(total + 11_500) };
    const headers = business.headers();
    const start = () => mortal.http.post('/v1/card-payments').set(headers).send(paying);
    await dyingOfOrder(start);
    const payment = (await start().expect(201)).body as { id: string };
    stripe.pay(payment.id, 70);
    await tell('checkout.session.completed', { id: 'cs_1', metadata: { ajudant_payment: payment.id } });
    await sweepInsistently('cards', ['cardPaymentReceived', 'reminderFeePaid', 'committed']);
    expect(await balances(business)).toEqual({ receivable: 0, prepaid: 10_000 });
    const backing = { amount: euros(4_000) };
    await insistently(business, `/v1/card-payments/${payment.id}/refunds`, backing, 'committed');
    await dyingOfOrder(() => sweepOf('cards'));
    for (const refund of stripe.refunds.values()) refund.status = 'succeeded';
    await sweepInsistently('cards', ['cardRefundSent', 'committed']);
    expect([stripe.refunds.size, await balances(business)]).toEqual([
      1,
      { receivable: 0, prepaid: 6_000, 'refunds-payable': 0 },
    ]);

    await mortal.http.post(`/v1/agencies/${agency.organisationId}/payment-account`).set(agency.headers()).expect(201);
    const [accountId] = stripe.accounts.keys();
    stripe.accounts.set(accountId!, { transfers: 'active' });
    await tell('account.updated', { id: accountId });
    await sweepOf('cards');
    const made = await mortal.http
      .post('/v1/admin/payout-batches')
      .set(admin.headers())
      .send({ currency: 'EUR' })
      .expect(201);
    const payout = (made.body as PayoutBatchDto).payouts.find(({ agencyId }) => agencyId === agency.organisationId)!;
    expect(payout.account).toBeNull();
    await mortal.http
      .post(`/v1/admin/payout-batches/${made.body.id as string}/sending`)
      .set(admin.headers())
      .expect(200);
    await dyingOfOrder(() => sweepOf('cards'));
    await sweepInsistently('cards', ['payoutTransferred', 'committed']);
    expect([stripe.transfers.size, (await balances(agency))['agency-payable']]).toEqual([1, 0]);
    const [transferId, transfer] = [...stripe.transfers][0]!;
    transfer.reversed = 1_000;
    await tell('transfer.reversed', { id: transferId, metadata: { ajudant_payout: payout.id } });
    await sweepInsistently('cards', ['transferPartlyReversed', 'committed']);
    const { 'agency-payable': again = 0, 'tax-payable': tax = 0 } = await balances(agency);
    expect(again + tax).toBe(1_000);

    // The holder of the card disputes what she paid, and was wrong.
    const { intentId } = stripe.sessionOf(payment.id);
    const dispute = { intentId, amount: 5_000, status: 'needs_response', fee: 2_000, feeBack: null as number | null };
    stripe.disputes.set('du_1', dispute);
    await tell('charge.dispute.created', { id: 'du_1' });
    await sweepInsistently('cards', ['chargebackTaken', 'serviceFeeCharged', 'committed']);
    expect((await balances(business))['prepaid']).toBe(1_000);
    Object.assign(dispute, { status: 'won', feeBack: 2_000 });
    await tell('charge.dispute.funds_reinstated', { id: 'du_1' });
    await sweepInsistently('cards', ['chargebackWon', 'serviceFeeReturned', 'committed']);
    expect((await balances(business))['prepaid']).toBe(6_000);

    const debit = `<Document><BkToCstmrStmt><Stmt><Ntry><Amt Ccy="EUR">2.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
      <BookgDt><Dt>2026-03-02</Dt></BookgDt><AcctSvcrRef>fee-1</AcctSvcrRef><NtryDtls><TxDtls><Refs>
      <EndToEndId>NOTPROVIDED</EndToEndId></Refs></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`;
    await api.http
      .post('/v1/admin/bank-statements')
      .set({ ...admin.headers(), 'content-type': 'application/xml' })
      .send(debit)
      .expect(200);
    await insistently(admin, '/v1/admin/bank-fees', { bankReference: 'fee-1' }, 'bankFeeCharged', 'committed');
    expect((await balances(admin))['payment-fees']).toBe(70 + 250);
    await demandBalance();
    expect(
      await posted('reminderFeeCharged', 'reminderFeePaid', 'cardPaymentReceived', 'cardRefundSent', 'bankFeeCharged'),
    ).toEqual({
      reminderFeeCharged: 1,
      reminderFeePaid: 1,
      cardPaymentReceived: 1,
      cardRefundSent: 1,
      bankFeeCharged: 1,
    });
    expect(
      await posted(
        'payoutTransferred',
        'transferPartlyReversed',
        'chargebackTaken',
        'chargebackWon',
        'serviceFeeReturned',
      ),
    ).toEqual({
      payoutTransferred: 1,
      transferPartlyReversed: 1,
      chargebackTaken: 1,
      chargebackWon: 1,
      serviceFeeReturned: 1,
    });
  });
});
