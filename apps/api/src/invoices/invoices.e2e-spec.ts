import { InvoiceIssuedV1 } from '#contracts';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import pg from 'pg';
import { aBookableAssistant } from '../testing/bookable.js';
import { anAcceptedRun, anEngagement, type Engaged, firstRunOf, move, runsOf, work } from '../testing/engagements.js';
import { aMember } from '../testing/memberships.js';
import { aBusiness, anAgency, signIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
afterAll(() => api.close());
let bookable = await aBookableAssistant(api);
let business = await aBusiness(api);

describe('invoices', () => {
  /** In the zone of the agreements. */
  const day = (ahead: number) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Madrid' }).format(
      Date.parse(api.clock.now()) + ahead * 86_400_000,
    );
  const period = () => ({ periodFrom: day(-1), periodTo: day(0) });
  const issue = (engaged: Engaged, changes: object = {}, by = engaged.agency) =>
    api.http
      .post('/v1/invoices')
      .set(by.headers())
      .send({ engagementId: engaged.id, ...period(), ...changes });
  const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

  it('charge accepted work once, with commission and tax', async () => {
    const engaged = await anEngagement(api, bookable, business);
    expect(outcome(await issue(engaged))).toEqual([409, 'invoice.nothing-to-invoice']);
    const runId = await anAcceptedRun(api, engaged);
    const issued = await issue(engaged);
    expect(issued.status).toBe(201);
    expect(issued.headers).toMatchObject({ etag: '"1"', location: `/v1/invoices/${issued.body.id}` });
    const [line] = issued.body.lines;
    const subtotal = 5 * line.unitPrice.amountMinor;
    const commission = Math.round(subtotal / 10);
    expect(line).toMatchObject({ lineId: 'inbox', quantity: 5, dutyRunIds: [runId] });
    expect(issued.body).toMatchObject({
      engagementId: engaged.id,
      subtotal: { amountMinor: subtotal, currency: 'EUR' },
      commissionBps: 1_000,
      taxBps: 2_100,
    });
    const { tax, total } = issued.body;
    expect(Math.abs(issued.body.commission.amountMinor - commission)).toBeLessThanOrEqual(1);
    expect(total.amountMinor).toBe(subtotal + issued.body.commission.amountMinor + tax.amountMinor);
    expect(outcome(await issue(engaged))).toEqual([409, 'invoice.nothing-to-invoice']);
    expect(await runsOf(api, engaged)).toMatchObject([
      { id: runId, invoiceId: issued.body.id },
      ...Array.from({ length: 8 }, () => ({ invoiceId: null })),
    ]);
  });

  it('come to the quote net of tax when all is done, each taxed by its own amounts', async () => {
    const engaged = await anEngagement(api, bookable, business);
    let net = 0;
    let again = engaged;
    const runs = [...(await runsOf(api, engaged)), await firstRunOf(api, engaged, 'receipts')];
    for (const { id, volume, opensAt } of runs) {
      if (opensAt > api.clock.now()) {
        while (opensAt > api.clock.now()) api.clock.advance({ days: 1 });
        const agency = await signIn(api, engaged.agency.email);
        again = { ...engaged, agency, business: await signIn(api, business.email) };
      }
      await move(api, again, id, 'done', again.agency, work({ quantity: volume })).expect(200);
      await move(api, again, id, 'acceptance', again.business, { quality: 5 }).expect(200);
      const { status, body } = await issue(again);
      expect(status).toBe(201);
      const own = body.subtotal.amountMinor + body.commission.amountMinor;
      expect(Math.abs(body.tax.amountMinor - own * 0.21)).toBeLessThanOrEqual(0.5 + 1e-6);
      net += own;
    }
    const quote = await api.http.get(`/v1/agreements/${engaged.id}/quote`).set(again.business.headers()).expect(200);
    expect(net).toBe(quote.body.subtotal.amountMinor + quote.body.commission.amountMinor);
    business = again.business;
    bookable = { ...bookable, agency: again.agency };
  });

  it('are issued by the agency for a period that has come, and point at what is wrong', async () => {
    const engaged = await anEngagement(api, bookable, business);
    const refusals: readonly (readonly [object, number, string, string])[] = [
      [{ periodFrom: day(3) }, 400, 'invoice.period-reversed', '/periodTo'],
      [{ periodTo: day(3) }, 400, 'invoice.period-in-the-future', '/periodTo'],
      [{ periodFrom: '2026-W05-1' }, 400, 'time.bad-date', '/periodFrom'],
      [{ periodFrom: 'yesterday.' }, 400, 'request.invalid', '/periodFrom'],
    ];
    for (const [changes, status, code, pointer] of refusals) {
      const { body } = await issue(engaged, changes);
      expect([body.status, body.code, body.errors?.[0]?.pointer]).toEqual([status, code, pointer]);
    }
    expect((await issue(engaged, {}, business)).status).toBe(403);
    expect(outcome(await issue(engaged, {}, await anAgency(api)))).toEqual([404, 'engagement.not-found']);
  });

  it('are read by both sides, their accountants included, and by nobody else', async () => {
    const client = await aBusiness(api);
    const engaged = await anEngagement(api, bookable, client);
    await anAcceptedRun(api, engaged);
    const { body: invoice } = await issue(engaged);
    const accountant = await aMember(api, client, ['business.accountant']);
    for (const reader of [client, accountant, bookable.agency]) {
      const read = await api.http.get(`/v1/invoices/${invoice.id}`).set(reader.headers()).expect(200);
      expect(read.body).toEqual(invoice);
      const list = await api.http.get(`/v1/invoices?engagementId=${engaged.id}`).set(reader.headers()).expect(200);
      expect(list.body).toEqual({ items: [invoice], next: null, total: 1, totalIsExact: true });
    }
    const stranger = await aBusiness(api);
    const hidden = await api.http.get(`/v1/invoices/${invoice.id}`).set(stranger.headers());
    expect(outcome(hidden)).toEqual([404, 'invoice.not-found']);
    expect((await api.http.get('/v1/invoices').set(stranger.headers()).expect(200)).body.items).toEqual([]);
  });

  it('come once from a request that is sent again', async () => {
    const engaged = await anEngagement(api, bookable, business);
    await anAcceptedRun(api, engaged);
    const headers = engaged.agency.headers();
    const send = () =>
      api.http
        .post('/v1/invoices')
        .set(headers)
        .send({ engagementId: engaged.id, ...period() });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
  });

  it('have numbers without a gap, when twenty are issued at once among as many that are refused', async () => {
    const other = await aBookableAssistant(api);
    const engagements: Engaged[] = [];
    for (let number = 0; number < 20; number += 1) {
      const engaged = await anEngagement(api, other, business);
      await anAcceptedRun(api, engaged);
      engagements.push(engaged);
    }
    const answers = await Promise.all(
      engagements.flatMap((engaged) => [issue(engaged), issue(engaged), issue(engaged, { periodTo: day(9) })]),
    );
    const issued = answers.filter(({ status }) => status === 201);
    const numbers = issued.map(({ body }) => Number(body.number)).sort((one, two) => one - two);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    const refused = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
    expect(new Set(refused)).toEqual(new Set(['invoice.nothing-to-invoice', 'invoice.period-in-the-future']));
  });

  it('are searched by when they were issued, sorted by that or by what they come to, and counted', async () => {
    const list = async (query: object) => {
      const { body } = await api.http.get('/v1/invoices').set(bookable.agency.headers()).query(query).expect(200);
      expect(body.totalIsExact).toBe(true);
      return [body.items.map((item: { total: { amountMinor: number } }) => item.total.amountMinor), body.total];
    };
    const [all, total] = (await list({ limit: 200 })) as [number[], number];
    expect(total).toBe(all.length);
    const inOrder = all.toSorted((a, b) => a - b);
    expect(await list({ limit: 200, sort: 'total', status: 'issued' })).toEqual([inOrder, total]);
    expect(await list({ limit: 1, sort: '-total' })).toEqual([[inOrder.at(-1)], total]);
    expect(await list({ limit: 200, sort: '-issued' })).toEqual([all.toReversed(), total]);
    expect(await list({ to: day(-400) })).toEqual([[], 0]);
    expect((await list({ from: day(-400), timeZone: 'Europe/Madrid' }))[1]).toBe(total);
  });

  it('tell both sides what was charged', async () => {
    const client = new pg.Client(api.databaseUrl);
    await client.connect();
    const { rows } = await client.query(
      `SELECT data FROM api.outbox WHERE type = $1 UNION ALL SELECT data FROM api.journal WHERE type = $1`,
      [InvoiceIssuedV1.type],
    );
    await client.end();
    expect(rows).not.toEqual([]);
    for (const { data } of rows) {
      const told = plainToInstance(InvoiceIssuedV1, data as object);
      expect(await validate(told, { whitelist: true, forbidNonWhitelisted: true })).toEqual([]);
    }
  });
});
