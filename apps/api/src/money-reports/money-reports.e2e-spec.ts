import type { AccountStatementDto, LineSpendingDto, MarketplaceMoneyDto } from '#contracts';
import { parse } from 'csv-parse/sync';
import { DunningSweep } from '../dunning/dunning-sweep.js';
import { dayAheadOf } from '../testing/days.js';
import { aBookableAssistant } from '../testing/bookable.js';
import { anAcceptedRun, anEngagement } from '../testing/engagements.js';
import { anInvoiceToRemindOf, aPayout } from '../testing/payments.js';
import { aBusiness, anAdministrator, anAgency, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
const administrator = await anAdministrator(api);
const bookable = await aBookableAssistant(api);
const { agency } = bookable;
afterAll(() => api.close());

/** A report as CSV: what stands in a column, line by line. */
async function column(by: SignedIn, path: string, name: string): Promise<(string | undefined)[]> {
  const { text } = await api.http
    .get(path)
    .set(by.headers())
    .expect(200)
    .expect('content-type', /text\/csv/);
  const rows = parse(text, { columns: true }) as Record<string, string>[];
  return rows.map((row) => row[name]);
}
const get = async (by: SignedIn, path: string) => (await api.http.get(path).set(by.headers()).expect(200)).body;
const day = (ahead: number) => dayAheadOf(api.clock, ahead);
const euros = async () => {
  const { items } = await get(administrator, '/v1/admin/reports/money');
  return (items as MarketplaceMoneyDto[]).find(({ currency }) => currency === 'EUR')!;
};
async function anInvoice(business: SignedIn) {
  const engaged = await anEngagement(api, bookable, business);
  await anAcceptedRun(api, engaged);
  const body = { engagementId: engaged.id, periodFrom: day(-1), periodTo: day(0) };
  const invoice = await api.http.post('/v1/invoices').set(agency.headers()).send(body).expect(201);
  return { engaged, invoice: invoice.body };
}

describe('reports of money', () => {
  it('tell a business what was agreed, was spent and was gained, and what is open', async () => {
    const business = await aBusiness(api);
    const { engaged, invoice } = await anInvoice(business);
    const { items } = await get(business, '/v1/reports/spending');
    expect(items).toMatchObject([{ engagementId: engaged.id, spent: invoice.total, currency: 'EUR' }]);
    const worked = (items[0].lines as LineSpendingDto[]).find(({ minutes }) => minutes > 0);
    expect(worked).toMatchObject({ lineId: invoice.lines[0].lineId, charged: invoice.subtotal, minutes: 90 });
    expect(worked!.costPerHour!.amountMinor).toBe(Math.round(invoice.subtotal.amountMinor / 1.5));
    const { items: ages } = await get(business, '/v1/reports/ageing');
    expect(ages).toMatchObject([
      { currency: 'EUR', invoices: 1, total: invoice.total, ages: { 'not-due': invoice.total } },
    ]);
    expect(await column(business, '/v1/reports/spending.csv', 'charged_minor')).toEqual(
      (items[0].lines as LineSpendingDto[]).map(({ charged }) => String(charged.amountMinor)),
    );
    expect(await column(business, '/v1/reports/ageing.csv', 'not_due_minor')).toEqual([
      String(invoice.total.amountMinor),
    ]);
    expect((await get(await aBusiness(api), '/v1/reports/spending')).items).toEqual([]);
  });

  it('tell an agency what each assistant earns, and nobody else of it', async () => {
    const { items } = await get(agency, `/v1/reports/earnings?from=${day(-6)}&to=${day(0)}`);
    expect(items).toMatchObject([
      { assistantId: bookable.assistantId, currency: 'EUR', notInvoiced: { amountMinor: 0 } },
    ]);
    expect(items[0].earned.amountMinor).toBeGreaterThan(0);
    expect(items[0].utilisationBps).toBeGreaterThan(0);
    expect(await column(agency, `/v1/reports/earnings.csv?from=${day(-6)}&to=${day(0)}`, 'earned_minor')).toEqual([
      String(items[0].earned.amountMinor),
    ]);
    expect((await get(await anAgency(api), '/v1/reports/earnings')).items).toEqual([]);
  });

  it('tell administrators volume, take rate and what is due, as JSON and CSV', async () => {
    const before = await euros();
    const { invoice } = await anInvoice(await aBusiness(api));
    const after = await euros();
    expect(after.volume.amountMinor - before.volume.amountMinor).toBe(invoice.subtotal.amountMinor);
    expect(after.commission.amountMinor - before.commission.amountMinor).toBe(invoice.commission.amountMinor);
    const share = after.commission.amountMinor / after.volume.amountMinor;
    expect(after.takeRateBps).toBe(Math.round(share * 10_000));
    const csv = await api.http.get('/v1/admin/reports/money.csv').set(administrator.headers()).expect(200);
    const [head, line] = csv.text.split('\r\n').map((row) => row.split(','));
    expect(line![head!.indexOf('volume_minor')]).toBe(String(after.volume.amountMinor));
    await api.http.get('/v1/admin/reports/money').set(agency.headers()).expect(403);
  });
});

describe('the reconciliation', () => {
  it('lists what the bank has not done yet, did otherwise or on its own, until a statement explains it', async () => {
    const { invoice } = await anInvoice(await aBusiness(api));
    const { batchId, payoutId } = await aPayout(api, agency, invoice.id);
    await api.http.post(`/v1/admin/payout-batches/${batchId}/sending`).set(administrator.headers()).expect(200);
    const differences = async () =>
      (await get(administrator, '/v1/admin/reconciliation?currency=EUR')).differences as object[];
    const { items: payouts } = await get(agency, '/v1/payouts');
    const { total } = payouts[0];
    const missing = {
      kind: 'sent-not-on-statement',
      subject: payoutId,
      ageDays: 0,
      amount: { amountMinor: -total.amountMinor, currency: 'EUR' },
    };
    expect(await differences()).toEqual([expect.objectContaining(missing)]);
    const entry = (direction: string, reference: string, amountMinor: number, endToEndId: string) =>
      `<Ntry><Amt Ccy="EUR">${(amountMinor / 100).toFixed(2)}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
       <BookgDt><Dt>2026-03-02</Dt></BookgDt><AcctSvcrRef>${reference}</AcctSvcrRef><NtryDtls><TxDtls><Refs>
       <EndToEndId>${endToEndId}</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>`;
    const own = payoutId.replaceAll('-', '');
    const statement = (...entries: string[]) =>
      `<Document><BkToCstmrStmt><Stmt><Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">12.34</Amt>
       <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>${entries.join('')}</Stmt></BkToCstmrStmt></Document>`;
    const take = (text: string) =>
      api.http
        .post('/v1/admin/bank-statements')
        .set(administrator.headers())
        .set('content-type', 'application/xml')
        .send(text)
        .expect(200);
    await take(statement(entry('DBIT', 'out-1', total.amountMinor, own), entry('DBIT', 'out-2', 250, 'NOTPROVIDED')));
    const fees = { kind: 'debit-without-order', subject: 'out-2', amount: { amountMinor: 250, currency: 'EUR' } };
    expect(await differences()).toEqual([expect.objectContaining(fees)]);
    await take(statement(entry('CRDT', 'back-1', total.amountMinor, own)));
    expect(await differences()).toContainEqual(
      expect.objectContaining({ kind: 'return-not-noted', subject: payoutId }),
    );
    await api.http.post(`/v1/admin/payouts/${payoutId}/return`).set(administrator.headers()).expect(200);
    const found = await get(administrator, '/v1/admin/reconciliation?currency=EUR');
    expect(found).toMatchObject({ closesOn: '2026-03-02', statement: { amountMinor: 1_234 }, differences: [fees] });
    const csv = await api.http
      .get('/v1/admin/reconciliation.csv?currency=EUR')
      .set(administrator.headers())
      .expect(200);
    expect(csv.text.split('\r\n')[1]).toContain('debit-without-order,out-2,2026-03-02');

    const note = (bankReference: string) =>
      api.http.post('/v1/admin/bank-fees').set(administrator.headers()).send({ bankReference });
    const noted = await Promise.all([note('out-2'), note('out-2')]);
    expect(noted.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await note('out-2')).body.code).toBe('bank-fee.already-noted');
    expect((await note('out-1')).body.code).toBe('bank-fee.own-transfer');
    expect((await note('back-1')).body.code).toBe('bank-fee.no-debit');
    expect(await differences()).toEqual([]);
    const balance = { amountMinor: 250, currency: 'EUR' };
    const { items } = await get(administrator, '/v1/ledger/accounts');
    expect(items).toContainEqual({ party: null, purpose: 'payment-fees', balance });
    expect((await euros()).paymentFees).toEqual(balance);
    const { lines } = (await get(administrator, '/v1/ledger/statement')) as AccountStatementDto;
    expect(lines).toContainEqual(
      expect.objectContaining({ purpose: 'payment-fees', fact: 'bankFeeCharged', amount: balance, balance }),
    );
  });
});

describe('a statement', () => {
  it('says of each account what it came to before a time, what has changed it, and what it came to then', async () => {
    const business = await aBusiness(api);
    const { id, total } = (await anInvoice(business)).invoice;
    const statement = async (query = '') =>
      (await get(business, `/v1/ledger/statement${query}`)) as AccountStatementDto;
    const { accounts, lines, party } = await statement();
    const minor = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
    expect(party).toBe(business.organisationId);
    const charged = { purpose: 'receivable', opening: minor(0), debit: total, credit: minor(0), closing: total };
    expect(accounts).toEqual([charged]);
    expect(lines).toEqual([
      expect.objectContaining({ fact: 'invoiceIssued', causeId: id, amount: total, balance: total }),
    ]);
    const later = await statement(`?from=${day(1)}&to=${day(2)}`);
    expect(later.accounts).toEqual([{ ...charged, opening: total, debit: minor(0) }]);
    expect(later.lines).toEqual([]);
    const csv = await api.http.get('/v1/ledger/statement.csv').set(business.headers()).expect(200);
    expect(
      csv.text
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',').slice(1, 3).join(' ')),
    ).toEqual(['receivable opening', 'receivable invoiceIssued', 'receivable closing']);
    const others = await get(await aBusiness(api), `/v1/ledger/statement?party=${business.organisationId}`);
    expect([others.accounts, others.lines]).toEqual([[], []]);
    const byAdministrator = await get(administrator, `/v1/ledger/statement?party=${business.organisationId}`);
    expect(byAdministrator.accounts).toEqual([charged]);
  });
});

describe('the fee of a reminder', () => {
  it('is in the statements of both sides and among what is open, until it is paid', async () => {
    const business = await aBusiness(api);
    const engaged = await anEngagement(api, bookable, business);
    const invoice = await anInvoiceToRemindOf(api, engaged);
    const total = invoice.total.amountMinor;
    const sentAt = new Date(Date.parse(api.clock.now()) + 9 * 86_400_000).toISOString();
    await api.app.get(DunningSweep, { strict: false }).sweep(sentAt);
    const { items: ages } = await get(business, '/v1/reports/ageing');
    expect(ages).toMatchObject([{ invoices: 1, total: { amountMinor: total + 1_500 } }]);
    const feesOf = async (by: SignedIn) => {
      const { lines } = (await get(by, `/v1/ledger/statement?from=${day(8)}&to=${day(10)}`)) as AccountStatementDto;
      return lines.flatMap(({ fact, purpose, amount }) =>
        fact.startsWith('reminderFee') ? [[fact, purpose, amount.amountMinor]] : [],
      );
    };
    expect(await feesOf(business)).toEqual([['reminderFeeCharged', 'receivable', 1_500]]);
    expect(await feesOf(agency)).toEqual([['reminderFeeCharged', 'agency-payable', 1_500]]);
    const paid = (total + 1_500) / 100;
    await api.http
      .post('/v1/admin/bank-statements')
      .set({ ...administrator.headers(), 'content-type': 'text/csv' })
      .send(
        `bookedOn,amount,currency,bankReference,remittance\n2026-03-02,${paid},EUR,late-1,${invoice.payment.reference}`,
      )
      .expect(200);
    expect((await get(business, '/v1/reports/ageing')).items).toEqual([]);
    const { lines } = (await get(business, '/v1/ledger/statement')) as AccountStatementDto;
    expect(lines.filter(({ fact }) => fact === 'reminderFeePaid').map(({ amount }) => amount.amountMinor)).toEqual([
      -1_500, -1_500,
    ]);
  });
});

describe('the commission', () => {
  it('goes down by what an agency has invoiced, from the day that an administrator says, and for new agreements alone', async () => {
    const path = `/v1/agencies/${agency.organisationId}/commission?currency=EUR`;
    const { volume, bps } = await get(agency, path);
    expect(bps).toBe(1_000);
    expect(volume.amountMinor).toBeGreaterThan(0);
    const decide = (body: object) =>
      api.http
        .post(`/v1/admin/agencies/${agency.organisationId}/commission-schedules`)
        .set(administrator.headers())
        .send(body);
    const tiers = [
      { fromMinor: 0, bps: 900 },
      { fromMinor: volume.amountMinor, bps: 700 },
      { fromMinor: volume.amountMinor + 1, bps: 500 },
    ];
    for (const [wrong, code] of [
      [{ effectiveOn: dayAheadOf(api.clock, -1, 'UTC'), tiers }, 'commission.in-the-past'],
      [{ effectiveOn: day(1), tiers: tiers.slice(1) }, 'commission.bad-tiers'],
    ] as const) {
      const { status, body } = await decide({ currency: 'EUR', ...wrong });
      expect([status, body.code]).toEqual([400, code]);
    }
    await decide({ currency: 'EUR', effectiveOn: day(5), tiers }).expect(200);
    expect((await get(agency, path)).bps).toBe(1_000);
    expect(
      (await decide({ currency: 'EUR', effectiveOn: dayAheadOf(api.clock, 0, 'UTC'), tiers }).expect(200)).body.bps,
    ).toBe(700);
    const { id } = await anEngagement(api, bookable);
    const { versions } = await get(agency, `/v1/agreements/${id}`);
    expect(versions[0].commissionBps).toBe(700);
    await api.http
      .get(path)
      .set((await anAgency(api)).headers())
      .expect(404);
  });
});
