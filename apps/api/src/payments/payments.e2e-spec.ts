import type { BusinessId, InvoiceId } from '#domain';
import { XMLParser } from 'fast-xml-parser';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { DisputeFunds } from '../invoices/dispute-funds.js';
import { dayAheadOf } from '../testing/days.js';
import { aBookableAssistant } from '../testing/bookable.js';
import { anAcceptedRun, anEngagement, type Engaged } from '../testing/engagements.js';
import { aBusiness, anAdministrator, anAgency, type SignedIn } from '../testing/people.js';
import { testApi, testApiSettings } from '../testing/test-api.js';

const { bankAccount: account } = testApiSettings;
const api = await testApi();
const administrator = await anAdministrator(api);
const bookable = await aBookableAssistant(api);
const { agency } = bookable;
afterAll(() => api.close());

interface Invoice {
  readonly id: string;
  readonly status: string;
  readonly subtotal: { readonly amountMinor: number };
  readonly tax: { readonly amountMinor: number };
  readonly total: { readonly amountMinor: number };
  readonly payment: { readonly reference: string; readonly dueOn: string; readonly paidAt: string | null };
  readonly version: number;
}

const day = (ahead: number) => dayAheadOf(api.clock, ahead);
async function anInvoice(business: SignedIn): Promise<Invoice & { readonly engaged: Engaged }> {
  const engaged = await anEngagement(api, bookable, business);
  await anAcceptedRun(api, engaged);
  const { body } = await api.http
    .post('/v1/invoices')
    .set(agency.headers())
    .send({ engagementId: engaged.id, periodFrom: day(-1), periodTo: day(0) })
    .expect(201);
  return { ...(body as Invoice), engaged };
}
const read = async (invoice: Invoice, by: SignedIn): Promise<Invoice> =>
  (await api.http.get(`/v1/invoices/${invoice.id}`).set(by.headers()).expect(200)).body as Invoice;
const decimal = (minor: number): string => (minor / 100).toFixed(2);

let entries = 0;
const credit = (minor: number, remittance: string, payer = 'Somebody', iban = '') =>
  `2026-03-02;${decimal(minor)};EUR;bank-${(entries += 1)};${payer};${iban};${remittance}`;
const csv = (...lines: string[]) =>
  ['bookedOn;amount;currency;bankReference;payerName;payerIban;remittance', ...lines].join('\n');
const take = (text: string, type = 'text/csv') =>
  api.http.post('/v1/admin/bank-statements').set(administrator.headers()).set('content-type', type).send(text);
const balances = async (who: SignedIn): Promise<Record<string, number>> => {
  const { body } = await api.http.get('/v1/ledger/accounts').set(who.headers()).expect(200);
  const items = body.items as { purpose: string; balance: { amountMinor: number } }[];
  return Object.fromEntries(items.map(({ purpose, balance }) => [purpose, balance.amountMinor]));
};
const post = (path: string, body: object = {}) => api.http.post(path).set(administrator.headers()).send(body);

describe('an invoice', () => {
  it('tells the business where and by which reference to pay, and the books what is owed to whom', async () => {
    const business = await aBusiness(api);
    const invoice = await anInvoice(business);
    expect(invoice.payment.reference).toMatch(/^RF\d{2}\d+$/);
    expect(invoice).toMatchObject({ status: 'issued', version: 1, payment: { paidAt: null, dueOn: day(14) } });
    const how = await api.http.get(`/v1/invoices/${invoice.id}/payment`).set(business.headers()).expect(200);
    expect(how.body).toEqual({ ...invoice.payment, account, cards: false, amount: invoice.total });
    expect(await balances(business)).toEqual({ receivable: invoice.total.amountMinor });
    const earned = await balances(agency);
    expect(earned['agency-payable']).toBeGreaterThanOrEqual(invoice.subtotal.amountMinor);
    expect(earned['tax-payable']).toBeGreaterThanOrEqual(invoice.tax.amountMinor);
  });

  it('is paid whole by transfers that carry its reference, and shows so to both sides', async () => {
    const business = await aBusiness(api);
    const invoice = await anInvoice(business);
    const half = Math.floor(invoice.total.amountMinor / 2);
    const first = await take(csv(credit(half, invoice.payment.reference))).expect(200);
    expect(first.body).toMatchObject({ assigned: 1, unassigned: 0, known: 0, rejected: [] });
    expect((await read(invoice, business)).status).toBe('issued');
    await take(csv(credit(invoice.total.amountMinor - half + 5, `pay ${invoice.payment.reference}`))).expect(200);
    for (const side of [business, agency]) {
      expect(await read(invoice, side)).toMatchObject({ status: 'paid', version: 2 });
    }
    expect(await balances(business)).toEqual({ prepaid: 5, receivable: 0 });
    const list = async (status: string) =>
      (await api.http.get('/v1/invoices').query({ status }).set(business.headers()).expect(200)).body.total as number;
    expect([await list('paid'), await list('issued')]).toEqual([1, 0]);
  });

  it('is paid at once from what was paid ahead', async () => {
    const business = await aBusiness(api);
    const invoice = await anInvoice(business);
    await take(csv(credit(invoice.total.amountMinor * 2, invoice.payment.reference))).expect(200);
    const next = await anInvoice(business);
    expect(next.total).toEqual(invoice.total);
    expect(next).toMatchObject({ status: 'paid', version: 2 });
    expect(await balances(business)).toEqual({ prepaid: 0, receivable: 0 });
  });
});

describe('a statement', () => {
  it('is taken once, however often it is sent, and by two at once', async () => {
    const business = await aBusiness(api);
    const invoice = await anInvoice(business);
    const statement = csv(credit(invoice.total.amountMinor, invoice.payment.reference), credit(77, 'no idea'));
    const answers = await Promise.all([take(statement), take(statement), take(statement)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const sum = (of: string) => answers.reduce((total, { body }) => total + (body as Record<string, number>)[of]!, 0);
    expect([sum('assigned'), sum('unassigned'), sum('known')]).toEqual([1, 1, 4]);
    expect(await balances(business)).toEqual({ prepaid: 0, receivable: 0 });
  });

  it('is read as camt.053, whose debits and pending entries are passed over', async () => {
    const business = await aBusiness(api);
    const invoice = await anInvoice(business);
    const entry = (direction: string, status: string, reference: string, remittance: string) => `<Ntry>
      <Amt Ccy="EUR">${decimal(invoice.total.amountMinor)}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Sts><Cd>${status}</Cd></Sts>
      <BookgDt><Dt>2026-03-02</Dt></BookgDt><AcctSvcrRef>${reference}</AcctSvcrRef><NtryDtls><TxDtls>
      <RltdPties><Dbtr><Pty><Nm>Forn &amp; Fills</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>${account.iban}</IBAN></Id></DbtrAcct></RltdPties>
      <RmtInf>${remittance}</RmtInf></TxDtls></NtryDtls></Ntry>`;
    const structured = `<Strd><CdtrRefInf><Ref>${invoice.payment.reference}</Ref></CdtrRefInf></Strd>`;
    const statement = `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
      ${entry('CRDT', 'BOOK', 'camt-1', structured)}${entry('DBIT', 'BOOK', 'camt-2', '')}${entry('CRDT', 'PDNG', 'camt-3', structured)}
      </Stmt></BkToCstmrStmt></Document>`;
    const { body } = await take(statement, 'application/xml').expect(200);
    expect(body).toEqual({ assigned: 1, unassigned: 0, known: 0, passedOver: 2, rejected: [] });
    expect(await read(invoice, business)).toMatchObject({ status: 'paid' });
    const receipts = await api.http.get('/v1/admin/bank-receipts?status=assigned').set(administrator.headers());
    expect(receipts.body.items).toContainEqual(
      expect.objectContaining({ bankReference: 'camt-1', payerName: 'Forn & Fills', payerIban: account.iban }),
    );
  });

  it('is refused with the reason where it can not be read, and its bad entries are told', async () => {
    const outcomes: readonly (readonly [string, string, string])[] = [
      ['text/csv', 'bookedOn;amount\n2026-03-02;1', 'statement.missing-column'],
      ['text/csv', 'bookedOn;amount;amount\n2026-03-02;1;1', 'statement.unknown-column'],
      ['text/csv', 'date;amount\n2026-03-02;1', 'statement.unknown-column'],
      ['application/xml', '<Document><BkTo', 'statement.unreadable'],
      ['application/xml', '<Document><CstmrCdtTrfInitn/></Document>', 'statement.unreadable'],
      ['application/xml', '<a>'.repeat(2_000) + '</a>'.repeat(2_000), 'statement.unreadable'],
      ['application/xml', '<a>'.repeat(100_000) + '</a>'.repeat(100_000), 'statement.unreadable'],
      ['application/xml', '<!DOCTYPE x [<!ENTITY a "b">]><Document>&a;</Document>', 'statement.unreadable'],
      ['text/csv', csv(...Array.from({ length: 5_001 }, () => credit(1, 'x'))), 'statement.too-many-entries'],
    ];
    for (const [type, text, code] of outcomes) {
      const { status, body } = await take(text, type);
      expect([status, body.code]).toEqual([400, code]);
    }
    const lines = ['2026-02-30;1;EUR;r1;;;', '2026-02-02;0,00;EUR;r2;;;', '2026-02-02;1.234;EUR;r3;;;']
      .concat(['2026-02-02;1;XXX;r4;;;', '2026-02-02;1;EUR;;;;', `2026-02-02;1;EUR;r5;;;${'x'.repeat(1_001)}`])
      .concat(['2026-02-02;-1,00;EUR;r6;;;']);
    const { body } = await take(csv(...lines)).expect(200);
    const codes = (body.rejected as { entry: number; code: string }[]).map(({ entry, code }) => [entry, code]);
    expect(codes).toEqual([
      [1, 'statement.bad-date'],
      [2, 'statement.bad-amount'],
      [3, 'statement.bad-amount'],
      [4, 'statement.bad-amount'],
      [5, 'statement.no-reference'],
      [6, 'statement.bad-text'],
    ]);
    expect(body).toMatchObject({ assigned: 0, unassigned: 0, passedOver: 1 });
  });

  it('is for administrators alone', async () => {
    await api.http
      .post('/v1/admin/bank-statements')
      .set(agency.headers())
      .set('content-type', 'text/csv')
      .send(csv(credit(1, 'x')))
      .expect(403);
  });
});

describe('a receipt that is nobody’s', () => {
  it('is suggested to whom it may be of, and pays what an administrator says', async () => {
    const business = await aBusiness(api);
    const invoice = await anInvoice(business);
    await take(csv(credit(invoice.total.amountMinor, 'your invoice'))).expect(200);
    const { body } = await api.http
      .get('/v1/admin/bank-receipts?status=unassigned&limit=200')
      .set(administrator.headers())
      .expect(200);
    type Receipt = { id: string; amount: { amountMinor: number }; suggestions: { businessId: string }[] };
    const receipt = (body.items as Receipt[]).find(({ suggestions }) =>
      suggestions.some(({ businessId }) => businessId === business.organisationId),
    )!;
    const path = `/v1/admin/bank-receipts/${receipt.id}/assignment`;
    const unknown = await post(path, { businessId: invoice.id });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'receipt.unknown-business']);
    const assigned = await post(path, { businessId: business.organisationId, invoiceIds: [invoice.id] }).expect(200);
    expect(assigned.body).toMatchObject({ status: 'assigned', businessId: business.organisationId, suggestions: [] });
    expect(await read(invoice, business)).toMatchObject({ status: 'paid' });
    const again = await post(path, { businessId: business.organisationId });
    expect([again.status, again.body.code]).toEqual([409, 'receipt.already-assigned']);
  });
});

describe('a payer’s name', () => {
  it('speaks for a business however the bank writes it', async () => {
    const business = await aBusiness(api);
    const { body } = await api.http
      .get(`/v1/businesses/${business.organisationId}`)
      .set(business.headers())
      .expect(200);
    await anInvoice(business);
    const name = (body.legalName ?? body.name) as string;
    await take(csv(credit(31, 'thank you', [...name.toUpperCase()].join(' ')))).expect(200);
    const receipts = await api.http
      .get('/v1/admin/bank-receipts?status=unassigned&limit=200')
      .set(administrator.headers())
      .expect(200);
    const receipt = (receipts.body.items as { amount: { amountMinor: number }; suggestions: object[] }[]).find(
      ({ amount }) => amount.amountMinor === 31,
    );
    expect(receipt?.suggestions).toContainEqual({
      businessId: business.organisationId,
      businessName: name,
      reasons: ['name'],
    });
  });
});

describe('a payout', () => {
  const toAccount = (who: SignedIn, body: object, version?: string) =>
    api.http
      .put(`/v1/agencies/${who.organisationId}/bank-account`)
      .set({ ...who.headers(), ...(version !== undefined && { 'if-match': version }) })
      .send(body);

  it('goes to the account that the agency’s owner names, in the version that was seen', async () => {
    const other = await anAgency(api);
    const none = await api.http.get(`/v1/agencies/${other.organisationId}/bank-account`).set(other.headers());
    expect([none.status, none.body.code]).toEqual([404, 'bank-account.not-found']);
    const bad = await toAccount(other, { holder: 'Other', iban: 'ES9121000418450200051333' });
    expect([bad.status, bad.body.errors[0].pointer]).toEqual([400, '/iban']);
    const named = await toAccount(other, { holder: 'Other', iban: 'GB29 NWBK 6016 1331 9268 19' }).expect(200);
    expect(named.body).toMatchObject({ iban: 'GB29NWBK60161331926819', version: 1 });
    await toAccount(other, { holder: 'Other', iban: account.iban }, '"7"').expect(412);
    await toAccount(other, { holder: 'Other', iban: account.iban }, '"1"').expect(200);
    const foreign = api.http.put(`/v1/agencies/${agency.organisationId}/bank-account`).set(other.headers());
    await foreign.send({ holder: 'Mine now', iban: account.iban }).expect(404);
  });

  it('takes what paid invoices have earned, once, and comes back where the bank returns it', async () => {
    const business = await aBusiness(api);
    const invoice = await anInvoice(business);
    await take(csv(credit(invoice.total.amountMinor, invoice.payment.reference))).expect(200);
    await toAccount(agency, { holder: 'Agència', iban: account.iban }).expect(200);
    const before = await balances(agency);
    const [made, second] = await Promise.all([
      post('/v1/admin/payout-batches', { currency: 'EUR' }),
      post('/v1/admin/payout-batches', { currency: 'EUR' }),
    ]);
    expect([made.status, second.status].sort((a, b) => a - b)).toEqual([201, 409]);
    const batch = made.status === 201 ? made.body : second.body;
    const payout = batch.payouts[0] as { id: string; invoiceIds: string[]; total: { amountMinor: number } };
    expect(payout).toMatchObject({ status: 'made', agencyId: agency.organisationId });
    expect(payout.invoiceIds).toContain(invoice.id);
    const path = `/v1/admin/payout-batches/${batch.id as string}`;
    const order = await api.http.get(`${path}/pain.001`).set(administrator.headers()).expect(200);
    expect(order.headers['content-type']).toContain('application/xml');
    const parsed = new XMLParser({ parseTagValue: false }).parse(order.text);
    const transfer = parsed.Document.CstmrCdtTrfInitn.PmtInf.CdtTrfTxInf;
    expect(transfer).toMatchObject({ Amt: { InstdAmt: decimal(payout.total.amountMinor) }, Cdtr: { Nm: 'Agència' } });

    await post(`${path}/sending`).expect(200);
    expect((await post(`${path}/sending`)).body.code).toBe('payout.already-sent');
    for (const currency of ['eur', 'XXX']) {
      const unknown = await post('/v1/admin/payout-batches', { currency });
      expect([unknown.status, unknown.body.errors[0]]).toMatchObject([
        400,
        { pointer: '/currency', code: 'money.unknown-currency' },
      ]);
    }
    const after = await balances(agency);
    const owed = (of: Record<string, number>) => of['agency-payable']! + of['tax-payable']!;
    expect(owed(before) - owed(after)).toBe(payout.total.amountMinor);
    const seen = await api.http.get('/v1/payouts').set(agency.headers()).expect(200);
    expect(seen.body.items[0]).toMatchObject({ id: payout.id, status: 'sent' });

    await post(`/v1/admin/payouts/${payout.id}/return`).expect(200);
    expect((await post(`/v1/admin/payouts/${payout.id}/return`)).body.code).toBe('payout.not-sent');
    expect(await balances(agency)).toEqual(before);
    const next = await post('/v1/admin/payout-batches', { currency: 'EUR' }).expect(201);
    expect(next.body.payouts[0].invoiceIds).toEqual(payout.invoiceIds);

    // Nobody was told of it yet: it is called off, once, and is in no file and no sending of its batch.
    const callOff = () => post(`/v1/admin/payouts/${next.body.payouts[0].id as string}/calling-off`);
    expect((await callOff().expect(200)).body).toMatchObject({ status: 'returned', sentAt: null });
    expect((await callOff()).body.code).toBe('payout.not-waiting');
    const nextPath = `/v1/admin/payout-batches/${next.body.id as string}`;
    expect((await api.http.get(`${nextPath}/pain.001`).set(administrator.headers())).body.code).toBe(
      'payout.comes-to-nothing',
    );
    await post(`${nextPath}/sending`).expect(200);
    expect(await balances(agency)).toEqual(before);
    const again = await post('/v1/admin/payout-batches', { currency: 'EUR' }).expect(201);
    expect(again.body.payouts[0].invoiceIds).toEqual(payout.invoiceIds);
  });
});

describe('an agency of which more was taken back than it has earned', () => {
  it('pays it back by a receipt, which the next batch sets off, or earns it', async () => {
    const other = await aBookableAssistant(api);
    const owner = other.agency;
    const issue = async (client: SignedIn): Promise<Invoice> => {
      const engaged = await anEngagement(api, other, client);
      await anAcceptedRun(api, engaged);
      const { body } = await api.http
        .post('/v1/invoices')
        .set(owner.headers())
        .send({ engagementId: engaged.id, periodFrom: day(-1), periodTo: day(0) })
        .expect(201);
      const paid = body as Invoice;
      await take(csv(credit(paid.total.amountMinor, paid.payment.reference))).expect(200);
      return paid;
    };
    const batch = async () => {
      const { status, body } = await post('/v1/admin/payout-batches', { currency: 'EUR' });
      type Payout = { agencyId: string; id: string; total: { amountMinor: number }; status: string };
      const own = ((body.payouts ?? []) as Payout[]).find(({ agencyId }) => agencyId === owner.organisationId);
      if (status === 201) await post(`/v1/admin/payout-batches/${body.id as string}/sending`).expect(200);
      return { ...own, batchId: body.id as string };
    };
    const business = await aBusiness(api);
    const [invoice, second] = [await issue(business), await issue(business)];
    await api.http
      .put(`/v1/agencies/${owner.organisationId}/bank-account`)
      .set(owner.headers())
      .send({ holder: 'Other', iban: account.iban })
      .expect(200);
    await batch();
    const takeBack = (of: Invoice) =>
      api.http
        .post(`/v1/invoices/${of.id}/credit-notes`)
        .set(owner.headers())
        .send({ reason: 'It was not done' })
        .expect(201);
    await takeBack(invoice);
    const owes = invoice.subtotal.amountMinor + invoice.tax.amountMinor;
    expect(await balances(owner)).toEqual({
      'agency-payable': -invoice.subtotal.amountMinor,
      'tax-payable': -invoice.tax.amountMinor,
    });
    expect((await batch()).id).toBeUndefined();

    await take(csv(credit(owes, 'what we owe', 'Other', account.iban))).expect(200);
    const open = await api.http
      .get('/v1/admin/bank-receipts?status=unassigned')
      .set(administrator.headers())
      .expect(200);
    const receipt = (open.body.items as { id: string; remittance: string; debtors: object[] }[]).find(
      ({ remittance }) => remittance === 'what we owe',
    )!;
    expect(receipt.debtors).toContainEqual(
      expect.objectContaining({ agencyId: owner.organisationId, owes: { amountMinor: owes, currency: 'EUR' } }),
    );
    const path = `/v1/admin/bank-receipts/${receipt.id}`;
    const repay = (agencyId: string) => post(`${path}/repayment`, { agencyId });
    expect((await repay(randomUUID())).body.code).toBe('receipt.unknown-agency');
    expect((await repay((await anAgency(api)).organisationId)).body.code).toBe('receipt.agency-owes-nothing');
    const repaid = await repay(owner.organisationId).expect(200);
    expect(repaid.body).toMatchObject({ status: 'assigned', agencyId: owner.organisationId, businessId: null });
    expect((await repay(owner.organisationId)).body.code).toBe('receipt.already-assigned');
    expect((await post(`${path}/assignment`, { businessId: business.organisationId })).body.code).toBe(
      'receipt.already-assigned',
    );
    await post(`${path}/unassignment`).expect(200);
    expect((await balances(owner))['agency-payable']).toBe(-invoice.subtotal.amountMinor);
    await repay(owner.organisationId).expect(200);
    // Its earnings are above nothing now by as much as its tax is below: nothing is transferred, and nothing is left.
    const settled = await batch();
    expect(settled).toMatchObject({ account: null, total: { amountMinor: 0 }, repaymentIds: [receipt.id] });
    expect(settled).toMatchObject({ earnings: { amountMinor: invoice.tax.amountMinor } });
    expect(await balances(owner)).toEqual({ 'agency-payable': 0, 'tax-payable': 0 });
    const file = await api.http
      .get(`/v1/admin/payout-batches/${settled.batchId}/pain.001`)
      .set(administrator.headers());
    expect([file.status, file.body.code]).toEqual([409, 'payout.comes-to-nothing']);
    expect((await post(`/v1/admin/payouts/${settled.id!}/return`)).body.code).toBe('payout.comes-to-nothing');
    expect((await post(`${path}/unassignment`)).body.code).toBe('receipt.paid-out');
    const seen = await api.http.get('/v1/payouts').set(owner.headers()).expect(200);
    expect(seen.body.items[0]).toMatchObject({ id: settled.id, status: 'sent', total: { amountMinor: 0 } });
    const { body: matters } = await api.http.get('/v1/organisation/open-matters').set(owner.headers());
    expect(matters.money ?? 0).toBe(0);

    await takeBack(second);
    expect((await batch()).id).toBeUndefined();
    await issue(business);
    expect(await batch()).toMatchObject({ account: null, total: { amountMinor: 0 } });
    expect(await balances(owner)).toEqual({ 'agency-payable': 0, 'tax-payable': 0 });
  });
});

describe('a receipt that was assigned to the wrong business', () => {
  it('is nobody’s again and goes to the right one, as long as it was not spent', async () => {
    const [wrong, right] = [await aBusiness(api), await aBusiness(api)];
    const remittance = `wrong ${randomUUID()}`;
    await take(csv(credit(4_000, remittance))).expect(200);
    const { body } = await api.http.get('/v1/admin/bank-receipts?status=unassigned').set(administrator.headers());
    const { id } = (body.items as { id: string; remittance: string }[]).find((one) => one.remittance === remittance)!;
    const path = `/v1/admin/bank-receipts/${id}`;
    const assign = (to: SignedIn) => post(`${path}/assignment`, { businessId: to.organisationId });
    expect((await post(`${path}/unassignment`)).body.code).toBe('receipt.not-assigned');
    await assign(wrong).expect(200);
    expect((await post(`${path}/unassignment`).expect(200)).body).toMatchObject({
      status: 'unassigned',
      businessId: null,
    });
    await assign(wrong).expect(200);
    await post(`${path}/unassignment`).expect(200);
    await assign(right).expect(200);
    expect([await balances(wrong), await balances(right)]).toEqual([{ prepaid: 0 }, { prepaid: 4_000 }]);
    await api.http
      .post('/v1/refunds')
      .set(right.headers())
      .send({ amount: { amountMinor: 1, currency: 'EUR' }, account })
      .expect(201);
    const spent = await post(`${path}/unassignment`);
    expect([spent.status, spent.body.code]).toEqual([409, 'receipt.spent']);
  });
});

describe('a deposit', () => {
  it('is known by the reference of its business, and what no invoice has used goes back on demand', async () => {
    const business = await aBusiness(api);
    const how = async () =>
      (await api.http.get('/v1/deposit-instructions').set(business.headers()).expect(200)).body as {
        reference: string;
      };
    const { reference } = await how();
    expect(await how()).toEqual({ reference, account, cards: false });
    await take(csv(credit(100_000, `deposit ${reference}`))).expect(200);
    expect(await balances(business)).toEqual({ prepaid: 100_000 });

    const ask = (amountMinor: number) =>
      api.http
        .post('/v1/refunds')
        .set(business.headers())
        .send({ amount: { amountMinor, currency: 'EUR' }, account });
    const none = await ask(0);
    expect([none.status, none.body.code]).toEqual([400, 'refund.bad-amount']);
    const tooMuch = await ask(100_001);
    expect([tooMuch.status, tooMuch.body.code, tooMuch.body.errors[0].pointer]).toEqual([
      409,
      'refund.beyond-unused',
      '/amount/amountMinor',
    ]);
    const asked = await Promise.all(Array.from({ length: 4 }, () => ask(60_000)));
    expect(asked.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    const refund = asked.find(({ status }) => status === 201)!.body as { id: string };
    expect(await balances(business)).toEqual({ prepaid: 40_000, 'refunds-payable': 60_000 });

    const orders = await api.http.get('/v1/admin/refunds/pain.001?currency=EUR').set(administrator.headers());
    expect(orders.text).toContain('<InstdAmt Ccy="EUR">600.00</InstdAmt>');
    await post(`/v1/admin/refunds/${refund.id}/sending`).expect(200);
    expect((await post(`/v1/admin/refunds/${refund.id}/sending`)).body.code).toBe('refund.not-waiting');
    await post(`/v1/admin/refunds/${refund.id}/return`).expect(200);
    expect((await post(`/v1/admin/refunds/${refund.id}/return`)).body.code).toBe('refund.not-sent');
    expect(await balances(business)).toEqual({ prepaid: 100_000, 'refunds-payable': 0 });

    const second = (await ask(100_000).expect(201)).body as { id: string };
    const withdraw = (by: SignedIn) => api.http.post(`/v1/refunds/${second.id}/withdrawal`).set(by.headers());
    await withdraw(await aBusiness(api)).expect(404);
    expect((await withdraw(business).expect(200)).body).toMatchObject({ status: 'withdrawn' });
    const { body } = await api.http.get('/v1/refunds').set(business.headers()).expect(200);
    expect((body.items as { status: string }[]).map(({ status }) => status)).toEqual(['withdrawn', 'returned']);
    expect(await balances(business)).toEqual({ prepaid: 100_000, 'refunds-payable': 0 });
  });
});

describe('what an invoice has earned', () => {
  it('is kept from being paid out as long as a dispute is open, and counts again after', async () => {
    const business = await aBusiness(api);
    const invoice = await anInvoice(business);
    await take(csv(credit(invoice.total.amountMinor, invoice.payment.reference))).expect(200);
    const before = await balances(agency);
    const funds = api.app.get(DisputeFunds, { strict: false });
    const disputeId = randomUUID();
    const held = { invoiceId: invoice.id as InvoiceId, businessId: business.organisationId as BusinessId };
    expect(await funds.hold(disputeId, held, api.clock.now())).toBe(true);
    await expect(funds.hold(randomUUID(), held, api.clock.now())).rejects.toThrow('invoice.in-dispute');
    const kept = invoice.subtotal.amountMinor + invoice.tax.amountMinor;
    expect((await balances(agency))['disputed']).toBe(kept);
    const batch = await post('/v1/admin/payout-batches', { currency: 'EUR' });
    const taken = ((batch.body.payouts ?? []) as { invoiceIds: string[] }[]).flatMap(({ invoiceIds }) => invoiceIds);
    expect(taken).not.toContain(invoice.id);
    await funds.settle(disputeId, api.clock.now());
    await funds.settle(disputeId, api.clock.now());
    expect(await balances(agency)).toEqual({ ...before, disputed: 0 });
    const { body: next } = await post('/v1/admin/payout-batches', { currency: 'EUR' }).expect(201);
    expect(next.payouts[0].invoiceIds).toContain(invoice.id);
  });
});

describe('the books', () => {
  it('balance, whatever has happened, and at every instant before', async () => {
    await anInvoice(await aBusiness(api));
    for (const [at, isKept] of [
      [api.clock.now(), true],
      ['2020-01-01T00:00:00Z', false],
    ] as const) {
      const { body } = await api.http
        .get('/v1/admin/ledger/trial-balance')
        .query({ at })
        .set(administrator.headers())
        .expect(200);
      const items = body.items as { debitMinor: number; creditMinor: number }[];
      expect(items.length > 0).toBe(isKept);
      const total = (side: 'debitMinor' | 'creditMinor') => items.reduce((sum, item) => sum + item[side], 0);
      expect(total('debitMinor')).toBe(total('creditMinor'));
    }
  });

  it('are shown to each of its own accounts, entry by entry', async () => {
    const business = await aBusiness(api);
    const invoice = await anInvoice(business);
    const { body } = await api.http.get('/v1/ledger/entries').set(business.headers()).expect(200);
    expect(body).toMatchObject({ total: 1, next: null });
    expect(body.items[0]).toMatchObject({
      purpose: 'receivable',
      fact: 'invoiceIssued',
      causeId: invoice.id,
      amount: invoice.total,
    });
    for (const [path, expected] of [
      ['accounts', [{ purpose: 'receivable', party: business.organisationId }]],
      ['entries', [{ purpose: 'receivable', causeId: invoice.id }]],
    ] as const) {
      const asked = api.http.get(`/v1/ledger/${path}`).query({ party: business.organisationId });
      expect((await asked.set(administrator.headers()).expect(200)).body.items).toMatchObject(expected);
      const foreign = api.http.get(`/v1/ledger/${path}`).query({ party: business.organisationId });
      expect((await foreign.set(agency.headers()).expect(200)).body.items).toEqual([]);
    }
    const none = await api.http.get('/v1/ledger/entries?purpose=prepaid').set(business.headers()).expect(200);
    expect(none.body.items).toEqual([]);
  });

  it('take in no transaction that does not sum to zero, and let the service change none', async () => {
    const client = new pg.Client(api.databaseUrl);
    await client.connect();
    const crooked = `WITH made AS (INSERT INTO api.ledger_transaction (id, reference, fact, cause_id, currency, parties, occurred_at)
        VALUES (gen_random_uuid(), 'x', 'invoicePaid', gen_random_uuid(), 'EUR', '{}', now()) RETURNING id)
      INSERT INTO api.ledger_posting (id, transaction_id, purpose, currency, amount_minor, occurred_at)
      SELECT gen_random_uuid(), id, 'commission', 'EUR', 1, now() FROM made`;
    await expect(client.query(crooked)).rejects.toMatchObject({ code: '23514' });
    await client.query('SET ROLE ajudant_api');
    await client.query(`SELECT set_config('ajudant.scope', 'marketplace', false)`);
    for (const change of ['UPDATE api.ledger_posting SET amount_minor = 1', 'DELETE FROM api.ledger_transaction']) {
      await expect(client.query(change)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|25006)$/) });
    }
    await client.end();
  });
});
