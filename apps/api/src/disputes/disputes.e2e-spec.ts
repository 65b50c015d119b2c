import { marketplace } from '#access';
import { dayAheadOf } from '../testing/days.js';
import { aBookableAssistant } from '../testing/bookable.js';
import {
  anAcceptedRun,
  anEngagement,
  type Engaged,
  firstRunOf,
  move,
  runsOf,
  signedInAgain,
  work,
} from '../testing/engagements.js';
import { aFile } from '../testing/files.js';
import { anHourlyEngagement, aRunningTimer } from '../testing/hours.js';
import { aMember } from '../testing/memberships.js';
import { aBusiness, anAdministrator, anAgency, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { DisputeStore } from './dispute.store.js';
import { LapsedAnswers } from './lapsed-answers.js';

const api = await testApi();
afterAll(() => api.close());
const bookable = await aBookableAssistant(api);
const { agency } = bookable;

const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const day = (ahead: number) => dayAheadOf(api.clock, ahead);
const falls = { outcome: 'falls' };
const open = (by: SignedIn, kind: string, id: string, asks: object = falls, more: object = {}) =>
  api.http
    .post('/v1/disputes')
    .set(by.headers())
    .send({ subject: { kind, id }, asks, text: 'It was not done like that', ...more });
const step = (by: SignedIn, id: string, call: string, body: object = {}) =>
  api.http
    .post(`/v1/disputes/${id}/${call}`)
    .set({ ...by.headers(), 'if-match': '*' })
    .send(body);
const settle = async (id: string, verdict: object, by?: SignedIn) =>
  api.http
    .post(`/v1/admin/disputes/${id}/settlement`)
    .set({ ...(by ?? (await anAdministrator(api))).headers(), 'if-match': '*' })
    .send({ verdict, reason: 'The papers show it' });
const says = { text: 'We see it otherwise' };
/** Both sides have said what they have to say. */
const argued = async (id: string, first: SignedIn, second: SignedIn): Promise<void> => {
  await step(first, id, 'answer', says).expect(200);
  await step(second, id, 'answer', says).expect(200);
};
const invoiceOf = (engaged: Engaged) =>
  api.http
    .post('/v1/invoices')
    .set(engaged.agency.headers())
    .send({ engagementId: engaged.id, periodFrom: day(-1), periodTo: day(0) });
const balances = async (who: SignedIn): Promise<Record<string, number>> => {
  const { body } = await api.http.get('/v1/ledger/accounts').set(who.headers()).expect(200);
  const items = body.items as { purpose: string; balance: { amountMinor: number } }[];
  return Object.fromEntries(items.map(({ purpose, balance }) => [purpose, balance.amountMinor]));
};

async function aTransfer(amountMinor: number, reference: string): Promise<void> {
  await api.http
    .post('/v1/admin/bank-statements')
    .set((await anAdministrator(api)).headers())
    .set('content-type', 'text/csv')
    .send(
      `bookedOn,amount,currency,bankReference,remittance\n2026-03-02,${amountMinor / 100},EUR,${reference}-1,${reference}`,
    )
    .expect(200);
}

describe('a dispute about a run', () => {
  it('keeps it as it is, and off the invoice, until an administrator has decided', async () => {
    const engaged = await anEngagement(api, bookable, await aBusiness(api));
    const { business } = engaged;
    const runId = await anAcceptedRun(api, engaged);
    const { body, headers } = await open(business, 'duty-run', runId).expect(201);
    expect(body).toMatchObject({
      status: 'opened',
      openedBy: 'business',
      waitsFor: 'agency',
      charge: { measure: 5, unit: expect.any(String) },
      asks: { outcome: 'falls', keeps: null },
    });
    expect(headers['location']).toBe(`/v1/disputes/${body.id}`);
    expect((await firstRunOf(api, engaged)).disputeId).toBe(body.id);
    expect(outcome(await invoiceOf(engaged))).toEqual([409, 'invoice.nothing-to-invoice']);
    expect(outcome(await open(agency, 'duty-run', runId))).toEqual([409, 'duty-run.in-dispute']);
    expect(outcome(await settle(body.id, { outcome: 'stands' }))).toEqual([409, 'dispute.still-answering']);
    expect(outcome(await step(business, body.id, 'answer', says))).toEqual([409, 'dispute.not-their-turn']);
    await argued(body.id, agency, business);
    const settled = await settle(body.id, { outcome: 'in-part', keeps: 2 });
    expect(settled.body).toMatchObject({ status: 'settled', settledBy: 'administrator', reason: 'The papers show it' });
    expect(await firstRunOf(api, engaged)).toMatchObject({ status: 'accepted', quantity: 2, disputeId: null });
    const { body: invoice } = await invoiceOf(engaged).expect(201);
    expect(invoice.lines).toMatchObject([{ quantity: 2 }]);
    expect(outcome(await open(business, 'duty-run', runId))).toEqual([409, 'duty-run.already-invoiced']);
  });

  it('goes on after three returns, and may call the work off', async () => {
    const engaged = await anEngagement(api, bookable, await aBusiness(api));
    const { id } = await firstRunOf(api, engaged);
    for (let round = 0; round < 3; round += 1) {
      await move(api, engaged, id, 'done', agency, work()).expect(200);
      await move(api, engaged, id, 'return', engaged.business, { reason: 'Half of it is missing' }).expect(200);
    }
    await move(api, engaged, id, 'done', agency, work()).expect(200);
    const again = await move(api, engaged, id, 'return', engaged.business, { reason: 'Still' });
    expect(outcome(again)).toEqual([409, 'duty-run.returned-too-often']);
    const { body } = await open(engaged.business, 'duty-run', id).expect(201);
    const accepted = await move(api, engaged, id, 'acceptance', engaged.business, { quality: 3 });
    expect(outcome(accepted)).toEqual([409, 'duty-run.in-dispute']);
    // The agency gives in.
    expect(outcome(await step(engaged.business, body.id, 'concession'))).toEqual([
      409,
      'dispute.not-theirs-to-concede',
    ]);
    const { body: over } = await step(agency, body.id, 'concession').expect(200);
    expect(over).toMatchObject({ status: 'settled', settledBy: 'sides', verdict: { outcome: 'falls' } });
    expect((await firstRunOf(api, engaged)).status).toBe('cancelled');
  });

  it('is taken back, and all is as before', async () => {
    const engaged = await anEngagement(api, bookable, await aBusiness(api));
    const runId = await anAcceptedRun(api, engaged);
    const before = await firstRunOf(api, engaged);
    const { body } = await open(engaged.business, 'duty-run', runId).expect(201);
    expect(outcome(await step(agency, body.id, 'withdrawal'))).toEqual([409, 'dispute.not-theirs-to-withdraw']);
    await step(engaged.business, body.id, 'withdrawal').expect(200);
    const { version: _, ...after } = await firstRunOf(api, engaged);
    const { version: __, ...was } = before;
    expect(after).toEqual(was);
    await invoiceOf(engaged).expect(201);
  });

  it('is seen by its two sides, the assistant whose work it is and administrators, with its files', async () => {
    const engaged = await anEngagement(api, bookable, await aBusiness(api));
    const { business, assistantId } = engaged;
    const fileId = await aFile(api, business);
    const runId = await anAcceptedRun(api, engaged);
    const unknown = await open(business, 'duty-run', runId, falls, { fileIds: [await aFile(api, agency)] });
    expect(outcome(unknown)).toEqual([404, 'file.not-found']);
    expect((await firstRunOf(api, engaged)).disputeId).toBeNull();
    const { body } = await open(business, 'duty-run', runId, falls, { fileIds: [fileId] }).expect(201);
    const stranger = await anAgency(api);
    const herself = await aMember(api, agency, ['agency.assistant'], assistantId);
    const administrator = await anAdministrator(api);
    for (const who of [business, agency, herself, administrator]) {
      await api.http.get(`/v1/disputes/${body.id}`).set(who.headers()).expect(200);
      await api.http.get(`/v1/files/${fileId}`).set(who.headers()).expect(200);
      const list = await api.http.get(`/v1/disputes?subjectId=${runId}`).set(who.headers()).expect(200);
      expect(list.body.items).toMatchObject([{ id: body.id }]);
    }
    const refused = await api.http.get(`/v1/disputes/${body.id}`).set(stranger.headers());
    expect(outcome(refused)).toEqual([404, 'dispute.not-found']);
    expect(outcome(await open(stranger, 'duty-run', runId))).toEqual([404, 'duty-run.not-found']);
    expect((await open(herself, 'duty-run', runId)).status).toBe(403);
    expect((await settle(body.id, falls, business)).status).toBe(403);
  });
});

describe('a dispute about worked time', () => {
  it('holds it, and leaves so many minutes as was decided', async () => {
    const business = await aBusiness(api);
    const hourly = await anHourlyEngagement(api, bookable, business);
    const entryId = await aRunningTimer(api, hourly);
    expect(outcome(await open(business, 'time-entry', entryId))).toEqual([409, 'time-entry.not-recorded']);
    api.clock.advance({ minutes: 10 });
    const entry = (call: string, by: SignedIn) =>
      api.http.post(`/v1/time-entries/${entryId}/${call}`).set({ ...by.headers(), 'if-match': '*' });
    await entry('stop', agency).expect(200);
    await entry('return', business).send({ reason: 'She was at lunch' }).expect(200);
    // An agency disputes a return.
    expect(outcome(await open(agency, 'time-entry', entryId, falls))).toEqual([400, 'dispute.asks-for-nothing']);
    const { body } = await open(agency, 'time-entry', entryId, { outcome: 'stands' }).expect(201);
    expect(body).toMatchObject({ openedBy: 'agency', waitsFor: 'business' });
    expect(outcome(await entry('discarding', agency))).toEqual([409, 'time-entry.in-dispute']);
    await argued(body.id, business, agency);
    const kept = body.charge.measure - 1;
    await settle(body.id, { outcome: 'in-part', keeps: kept });
    const { body: after } = await api.http.get(`/v1/time-entries/${entryId}`).set(agency.headers()).expect(200);
    expect(after).toMatchObject({ status: 'accepted', chargedMinutes: kept, disputeId: null });
  });
});

describe('a dispute about an invoice', () => {
  it('keeps what it earned from being paid out, and a credit note takes back what falls', async () => {
    const engaged = await anEngagement(api, await aBookableAssistant(api), await aBusiness(api));
    await anAcceptedRun(api, engaged);
    const { body: invoice } = await invoiceOf(engaged).expect(201);
    const subtotal = invoice.subtotal.amountMinor as number;
    const earned = await balances(engaged.agency);
    const asks = { outcome: 'in-part', keeps: 1_000 };
    expect(
      outcome(await open(engaged.business, 'invoice', invoice.id, { outcome: 'in-part', keeps: subtotal })),
    ).toEqual([400, 'dispute.bad-verdict']);
    const { body } = await open(engaged.business, 'invoice', invoice.id, asks).expect(201);
    expect(body.charge).toMatchObject({ description: invoice.number, measure: subtotal });
    expect(await balances(engaged.agency)).toMatchObject({
      'agency-payable': 0,
      disputed: subtotal + invoice.tax.amountMinor,
    });
    expect(outcome(await open(engaged.business, 'invoice', invoice.id, asks))).toEqual([409, 'invoice.in-dispute']);
    const disputes = api.app.get(DisputeStore, { strict: false });
    await expect(disputes.demandNoOther(marketplace, invoice.id)).rejects.toThrow('dispute.already-open');
    await argued(body.id, engaged.agency, engaged.business);
    const settled = await settle(body.id, { outcome: 'in-part', keeps: 2_000 });
    expect(settled.status).toBe(200);
    const noteId = settled.body.creditNoteId as string;
    const note = await api.http.get(`/v1/credit-notes/${noteId}`).set(engaged.business.headers()).expect(200);
    expect(note.body).toMatchObject({ reason: 'The papers show it', subtotal: { amountMinor: subtotal - 2_000 } });
    const left = await balances(engaged.agency);
    expect(left).toMatchObject({ 'agency-payable': 2_000, disputed: 0 });
    expect(earned['agency-payable']).toBe(subtotal);
  });

  it('leaves all as it is where the invoice stands, or the dispute is withdrawn', async () => {
    const engaged = await anEngagement(api, await aBookableAssistant(api), await aBusiness(api));
    await anAcceptedRun(api, engaged);
    const { body: invoice } = await invoiceOf(engaged).expect(201);
    const before = await balances(engaged.agency);
    const first = await open(engaged.business, 'invoice', invoice.id).expect(201);
    await step(engaged.business, first.body.id, 'withdrawal').expect(200);
    expect(await balances(engaged.agency)).toEqual({ ...before, disputed: 0 });
    const { body } = await open(engaged.business, 'invoice', invoice.id).expect(201);
    await argued(body.id, engaged.agency, engaged.business);
    const settled = await settle(body.id, { outcome: 'stands' });
    expect(settled.body).toMatchObject({ status: 'settled', creditNoteId: null });
    expect(await balances(engaged.agency)).toEqual({ ...before, disputed: 0 });
  });
});

describe('an unpaid invoice in dispute', () => {
  it('is paid neither by what was paid ahead nor by a transfer that names it, until it is settled, and keeps no other back', async () => {
    const engaged = await anEngagement(api, await aBookableAssistant(api), await aBusiness(api));
    const { business } = engaged;
    await anAcceptedRun(api, engaged);
    const { body: disputed } = await invoiceOf(engaged).expect(201);
    await anAcceptedRun(api, engaged, 'receipts', 40);
    const { body: other } = await invoiceOf(engaged).expect(201);
    const { body } = await open(business, 'invoice', disputed.id).expect(201);
    const both = disputed.total.amountMinor + other.total.amountMinor;
    await aTransfer(both, disputed.payment.reference);
    const read = async (id: string) =>
      (await api.http.get(`/v1/invoices/${id}`).set(business.headers()).expect(200)).body.status;
    expect([await read(disputed.id), await read(other.id)]).toEqual(['issued', 'paid']);
    expect(await balances(business)).toMatchObject({ prepaid: disputed.total.amountMinor });
    await argued(body.id, engaged.agency, business);
    await settle(body.id, { outcome: 'stands' });
    expect(await read(disputed.id)).toBe('paid');
    expect(await balances(business)).toMatchObject({ prepaid: 0, receivable: 0 });
  });

  it('is disputed or paid, and never both, when the two come at once', async () => {
    const engaged = await anEngagement(api, await aBookableAssistant(api), await aBusiness(api));
    await anAcceptedRun(api, engaged);
    const { body: invoice } = await invoiceOf(engaged).expect(201);
    const [dispute] = await Promise.all([
      open(engaged.business, 'invoice', invoice.id),
      aTransfer(invoice.total.amountMinor, invoice.payment.reference),
    ]);
    expect(dispute.status).toBe(201);
    const paid = await balances(engaged.business);
    expect([{ prepaid: invoice.total.amountMinor }, { prepaid: 0, receivable: 0 }]).toContainEqual(
      paid['receivable'] === 0 ? paid : { prepaid: paid['prepaid'] },
    );
    await step(engaged.business, dispute.body.id, 'withdrawal').expect(200);
    expect(await balances(engaged.business)).toEqual({ prepaid: 0, receivable: 0 });
  });
});

describe('silence in a dispute', () => {
  it('hands it to an administrator, neither accepts nor decides, and leaves late comers out', async () => {
    const engaged = await anEngagement(api, await aBookableAssistant(api), await aBusiness(api));
    const { id } = await firstRunOf(api, engaged);
    await move(api, engaged, id, 'done', engaged.agency, work()).expect(200);
    const { body } = await open(engaged.business, 'duty-run', id).expect(201);
    api.clock.advance({ days: 8 });
    await api.app.get(LapsedAnswers, { strict: false }).sweep(api.clock.now());
    const again = await signedInAgain(api, engaged);
    const read = await api.http.get(`/v1/disputes/${body.id}`).set(again.business.headers()).expect(200);
    expect(read.body).toMatchObject({ status: 'to-decide', waitsFor: 'administrator', unanswered: ['agency'] });
    expect(outcome(await step(again.agency, body.id, 'answer', says))).toEqual([409, 'dispute.time-is-up']);
    expect((await runsOf(api, again))[0]!.status).toBe('done');
    const administrator = await anAdministrator(api);
    const queue = await api.http.get('/v1/disputes?status=to-decide').set(administrator.headers()).expect(200);
    expect((queue.body.items as { id: string }[]).map((one) => one.id)).toContain(body.id);
    await settle(body.id, { outcome: 'stands' }, administrator);
    expect((await runsOf(api, again))[0]).toMatchObject({ status: 'accepted', quantity: 5, quality: null });
  });
});
