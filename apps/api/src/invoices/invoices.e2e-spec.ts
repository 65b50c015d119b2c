import {
  type BillingRecordDto,
  type InvoiceDto,
  type InvoiceDunningDto,
  InvoiceIssuedV1,
  type PayoutBatchDto,
} from '#contracts';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { randomUUID } from 'node:crypto';
import { text as textOf } from 'node:stream/consumers';
import { extractText, getDocumentProxy } from 'unpdf';
import { DunningSweep } from '../dunning/dunning-sweep.js';
import { dayAheadOf } from '../testing/days.js';
import { aBookableAssistant } from '../testing/bookable.js';
import { aChangeOrder } from '../testing/change-orders.js';
import { copiesOf } from '../testing/copies.js';
import { anAcceptedRun, anEngagement, type Engaged, firstRunOf, move, runsOf, work } from '../testing/engagements.js';
import { aMember } from '../testing/memberships.js';
import { aBusiness, anAdministrator, anAgency, signIn, type SignedIn } from '../testing/people.js';
import { testApi, testApiSettings } from '../testing/test-api.js';
import { SendBillingRecords } from './verifactu/send-billing-records.js';

const api = await testApi();
afterAll(() => api.close());
let bookable = await aBookableAssistant(api);
let business = await aBusiness(api);

describe('invoices', () => {
  /** In the zone of the agreements. */
  const day = (ahead: number) => dayAheadOf(api.clock, ahead);
  const later = (days: number): string => new Date(Date.parse(api.clock.now()) + days * 86_400_000).toISOString();
  const dayIn = (timeZone: string) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone }).format(Date.parse(api.clock.now()));
  const period = () => ({ periodFrom: day(-1), periodTo: day(0) });
  const issue = (engaged: Engaged, changes: object = {}, by = engaged.agency) =>
    api.http
      .post('/v1/invoices')
      .set(by.headers())
      .send({ engagementId: engaged.id, ...period(), ...changes });
  const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

  /** An assistant of an agency with a VAT id, without which EN 16931 knows no invoice with VAT. */
  const ofATaxPayer = async () => {
    const taxed = await aBookableAssistant(api);
    const { agency } = taxed;
    const path = `/v1/agencies/${agency.organisationId}`;
    const { headers } = await api.http.get(path).set(agency.headers()).expect(200);
    const tag = { ...agency.headers(), 'if-match': headers['etag']! };
    await api.http.patch(path).set(tag).send({ vatId: 'ESB12345674' }).expect(200);
    return taxed;
  };

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
    expect(outcome(await issue(engaged, {}, business))).toEqual([409, 'invoice.written-by-the-other']);
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

  it('have numbers without a gap, when two hundred are issued at once among as many that are refused', async () => {
    const other = await aBookableAssistant(api);
    const first = await anEngagement(api, other, business);
    const runId = await anAcceptedRun(api, first);
    const ids = [first.id, ...(await copiesOf(api, { id: first.id, runId }, 199))];
    const tomorrow = { periodTo: day(9) };
    // Each twice, and some for days that haven't come: what is refused has counted before, and gives its number back.
    let open = ids
      .flatMap((id, index) => [{ id }, index % 4 === 3 ? { id, ...tomorrow } : { id }])
      .map(({ id, ...changes }) => ({ id, changes, key: randomUUID() }));
    const answers: Awaited<ReturnType<typeof issue>>[] = [];
    // Whoever finds no connection free in time is told to come again, and does.
    for (let round = 0; round < 20 && open.length > 0; round += 1) {
      const sent = await Promise.all(
        open.map(({ id, changes, key }) => issue({ ...first, id }, changes).set('idempotency-key', key)),
      );
      answers.push(...sent.filter(({ status }) => status !== 503));
      open = open.filter((_, index) => sent[index]!.status === 503);
    }
    const issued = answers.filter(({ status }) => status === 201);
    const year = day(0).slice(0, 4);
    const numbers = issued.map(({ body }) => body.number as string).toSorted();
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, index) => `${year}-${String(index + 1).padStart(4, '0')}`));
    expect(new Set(issued.map(({ body }) => body.engagementId as string))).toEqual(new Set(ids));
    const refused = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code as string);
    expect(refused).toHaveLength(200);
    expect(new Set(refused)).toEqual(new Set(['invoice.nothing-to-invoice', 'invoice.period-in-the-future']));
    // And the books have each of them once.
    const accounts = await api.http.get('/v1/ledger/accounts').set(other.agency.headers()).expect(200);
    const earned = issued.reduce((total, { body }) => total + (body.subtotal.amountMinor as number), 0);
    expect(accounts.body.items).toContainEqual(
      expect.objectContaining({ purpose: 'agency-payable', balance: { amountMinor: earned, currency: 'EUR' } }),
    );
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

  it('are dated and numbered on the clock of their issuer, each year and prefix in a series of its own', async () => {
    const other = await aBookableAssistant(api);
    const { agency } = other;
    const path = `/v1/agencies/${agency.organisationId}/numbering`;
    await api.http.get(path).set(agency.headers()).expect(204);
    const put = (body: object) => api.http.put(path).set(agency.headers()).send(body);
    expect(outcome(await put({ prefix: 'A-', timeZone: 'Europe/Madrid' }))).toEqual([400, 'request.invalid']);
    expect(outcome(await put({ prefix: 'A', timeZone: 'Europe/Nowhere' }))).toEqual([400, 'time.unknown-zone']);
    // On one side of the date line or the other it is another day than in Madrid.
    const zone = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].find((one) => dayIn(one) !== day(0))!;
    const set = await put({ prefix: 'BCN', timeZone: zone }).expect(200);
    expect(set.body).toMatchObject({ prefix: 'BCN', timeZone: zone, version: 1 });
    const engaged = await anEngagement(api, other, business);
    await anAcceptedRun(api, engaged);
    const { body: invoice } = await issue(engaged).expect(201);
    expect(invoice).toMatchObject({ issuedOn: dayIn(zone), number: `BCN${dayIn(zone).slice(0, 4)}-0001` });
    expect(Date.parse(invoice.dueOn) - Date.parse(invoice.issuedOn)).toBe(14 * 86_400_000);
    expect(invoice.payment.dueOn).toBe(invoice.dueOn);
  });

  it('are read as PDF in three languages and as XML of two syntaxes, which is inside the PDF as well', async () => {
    const engaged = await anEngagement(api, await ofATaxPayer());
    const client = engaged.business;
    await anAcceptedRun(api, engaged);
    const { body: invoice } = await issue(engaged).expect(201);
    const get = (form: string) => api.http.get(`/v1/invoices/${invoice.id}/${form}`).set(client.headers());
    for (const [language, words, note] of [
      ['en', 'To be paid by', 'Standard rate of VAT in ES'],
      ['es', 'Vencimiento', 'Tipo general del IVA en ES'],
      ['ca', 'Venciment', 'Tipus general de l’IVA a ES'],
    ] as const) {
      const read = await get(`pdf?language=${language}`).responseType('blob').expect(200);
      expect(read.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${invoice.number}.pdf"`,
      });
      const pdf = await getDocumentProxy(new Uint8Array(read.body as Buffer));
      const { text } = await extractText(pdf, { mergePages: true });
      for (const part of [words, note, invoice.number, invoice.parties.business.legalName])
        expect(text).toContain(part);
      const files = await pdf.getAttachments();
      const cii = await get(`cii?language=${language}`).responseType('blob').expect(200);
      expect((cii.body as Buffer).toString().replaceAll('&apos;', "'")).toContain(note);
      expect(Buffer.from(files['factur-x.xml'].content)).toEqual(cii.body);
    }
    const ubl = await get('ubl').responseType('blob').expect(200);
    expect((ubl.body as Buffer).toString()).toContain(`<cbc:ID>${invoice.number}</cbc:ID>`);
    const untaxed = await anEngagement(api);
    await anAcceptedRun(api, untaxed);
    const { body: other } = await issue(untaxed).expect(201);
    const [, , pdf] = await Promise.all(
      ['ubl', 'cii', 'pdf'].map((form) => {
        return api.http
          .get(`/v1/invoices/${other.id}/${form}`)
          .set(untaxed.agency.headers())
          .expect(form === 'pdf' ? 200 : 409);
      }),
    );
    expect(pdf!.headers['content-type']).toBe('application/pdf');
    const stranger = await aBusiness(api);
    const hidden = await api.http.get(`/v1/invoices/${invoice.id}/pdf`).set(stranger.headers());
    expect(outcome(hidden)).toEqual([404, 'invoice.not-found']);
  });

  it('are taken back in parts and whole by credit notes in a series of their own', async () => {
    const engaged = await anEngagement(api, await ofATaxPayer());
    const client = engaged.business;
    await anAcceptedRun(api, engaged);
    const { body: invoice } = await issue(engaged).expect(201);
    const credit = (body: object, by = engaged.agency) =>
      api.http.post(`/v1/invoices/${invoice.id}/credit-notes`).set(by.headers()).send(body);
    const amount = { amountMinor: 1000, currency: 'EUR' };
    const part = await credit({ reason: 'Done twice', amount }).expect(201);
    expect(part.body).toMatchObject({ subtotal: amount, invoiceNumber: invoice.number, reason: 'Done twice' });
    expect(part.body.number).toMatch(/^R\d{4}-\d{4}$/);
    const read = async () => (await api.http.get(`/v1/invoices/${invoice.id}`).set(client.headers()).expect(200)).body;
    const open = invoice.total.amountMinor - part.body.total.amountMinor;
    expect(await read()).toMatchObject({
      status: 'issued',
      payment: { credited: part.body.total, open: { amountMinor: open } },
    });
    const payment = await api.http.get(`/v1/invoices/${invoice.id}/payment`).set(client.headers()).expect(200);
    expect(payment.body.amount.amountMinor).toBe(open);
    const beyond = { amountMinor: invoice.subtotal.amountMinor, currency: 'EUR' };
    expect(outcome(await credit({ reason: 'More', amount: beyond }))).toEqual([409, 'credit-note.beyond-invoice']);
    expect((await credit({ reason: 'By the customer' }, client)).status).toBe(403);
    const rest = await credit({ reason: 'The rest' }).expect(201);
    expect(rest.body.total.amountMinor).toBe(open);
    expect(await read()).toMatchObject({ status: 'credited', payment: { paidAt: null, open: { amountMinor: 0 } } });
    expect(outcome(await credit({ reason: 'Again' }))).toEqual([409, 'credit-note.nothing-left']);
    const { body: list } = await api.http
      .get(`/v1/credit-notes?invoiceId=${invoice.id}`)
      .set(client.headers())
      .expect(200);
    expect(list.items).toEqual([rest.body, part.body]);
    const accounts = await api.http.get('/v1/ledger/accounts').set(client.headers()).expect(200);
    const receivable = accounts.body.items.find((one: { purpose: string }) => one.purpose === 'receivable');
    expect(receivable.balance.amountMinor).toBe(0);
    for (const form of ['pdf', 'ubl', 'cii']) {
      await api.http.get(`/v1/credit-notes/${part.body.id}/${form}`).set(client.headers()).expect(200);
    }
  });

  it('tell both sides what was charged', async () => {
    const events = await api.told({ type: InvoiceIssuedV1.type });
    expect(events).not.toEqual([]);
    for (const { data } of events) {
      const told = plainToInstance(InvoiceIssuedV1, data);
      expect(await validate(told, { whitelist: true, forbidNonWhitelisted: true })).toEqual([]);
    }
  });

  it('leave records in a chain where an agency of Spain keeps them, with a QR code on the document', async () => {
    const numbering = (by: Engaged['agency'], changes: object) =>
      api.http
        .put(`/v1/agencies/${by.organisationId}/numbering`)
        .set({ ...by.headers(), 'if-match': '*' })
        .send({ prefix: '', timeZone: 'Europe/Madrid', ...changes });
    expect(outcome(await numbering(bookable.agency, { keepsBillingRecords: true }))).toEqual([
      400,
      'numbering.without-nif',
    ]);
    const engaged = await anEngagement(api, await ofATaxPayer(), await aBusiness(api));
    const { agency } = engaged;
    expect((await numbering(agency, { keepsBillingRecords: true }).expect(200)).body.keepsBillingRecords).toBe(true);
    await anAcceptedRun(api, engaged);
    const { body: invoice } = await issue(engaged);
    const amount = { amountMinor: 100, currency: 'EUR' };
    const { body: note } = await api.http
      .post(`/v1/invoices/${invoice.id}/credit-notes`)
      .set(agency.headers())
      .send({ reason: 'Twice', amount })
      .expect(201);
    const xmlOf = async (place: string, by = agency): Promise<string> =>
      (await api.http.get(`/v1/${place}/billing-record`).set(by.headers()).expect(200)).text;
    const first = await xmlOf(`invoices/${invoice.id}`, engaged.business);
    const second = await xmlOf(`credit-notes/${note.id}`);
    const hashIn = (xml: string): string =>
      /<sf:Huella>([0-9A-F]{64})<\/sf:Huella>\s*<\/sf:RegistroAlta>/.exec(xml)![1]!;
    expect(first).toMatch(/<sf:PrimerRegistro>S<.*<sf:TipoHuella>01</s);
    expect(second).toContain(`<sf:NumSerieFactura>${invoice.number}</sf:NumSerieFactura>`);
    expect(second).toMatch(/<sf:TipoFactura>R1<.*<sf:ImporteTotal>-1\.\d\d</s);
    expect(/<sf:RegistroAnterior>.*?<sf:Huella>([0-9A-F]{64})</s.exec(second)![1]).toBe(hashIn(first));
    const pdf = await api.http
      .get(`/v1/invoices/${invoice.id}/pdf?language=es`)
      .set(agency.headers())
      .responseType('blob')
      .expect(200);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.body)), { mergePages: true });
    expect(text).toContain('QR tributario');

    const recordsOf = async (by = agency) =>
      (await api.http.get(`/v1/agencies/${agency.organisationId}/billing-records`).set(by.headers()).expect(200)).body
        .items as BillingRecordDto[];
    expect((await recordsOf()).map(({ position, outcome: came }) => [position, came])).toEqual([
      [2, null],
      [1, null],
    ]);
    const sender = api.app.get(SendBillingRecords, { strict: false });
    await sender.beforeApplicationShutdown();
    expect(await Promise.all([sender.sweep(later(0)), sender.sweep(later(0))])).toContain(2);
    expect(await sender.sweep(later(0))).toBe(0);
    const [last, kept] = await recordsOf();
    expect([last, kept]).toMatchObject([
      { position: 2, number: note.number, hash: hashIn(second), outcome: 'kept' },
      {
        position: 1,
        number: invoice.number,
        hash: hashIn(first),
        outcome: 'kept',
        said: 'billing-record-b12345674-00000001',
      },
    ]);
    expect(await textOf((await testApiSettings.files.store.get(kept!.said!))!)).toBe(first);
    expect(outcome(await numbering(agency, { keepsBillingRecords: false }))).toEqual([409, 'numbering.records-begun']);
  });

  describe('whose payment was agreed', () => {
    /** Both sides accept a change order that says how invoices are paid. */
    async function agreeOn(engaged: Engaged, invoicing: object): Promise<void> {
      expect((await aChangeOrder(api, engaged, { invoicing })).invoicing).toEqual(invoicing);
    }
    const remindersOf = async ({ agency }: Engaged, id: string): Promise<InvoiceDunningDto> =>
      (await api.http.get(`/v1/invoices/${id}/reminders`).set(agency.headers()).expect(200)).body;

    it('are due then, and reminded of in the steps that were agreed, until they are paid or disputed', async () => {
      const engaged = await anEngagement(api, bookable, await aBusiness(api));
      const reminders = [
        { afterDays: 3, feeMinor: 0 },
        { afterDays: 10, feeMinor: 4_000 },
      ];
      await agreeOn(engaged, { daysToPay: 7, reminders, selfBilling: false });
      await anAcceptedRun(api, engaged);
      const { body: invoice } = await issue(engaged);
      expect(Date.parse(invoice.dueOn) - Date.parse(invoice.issuedOn)).toBe(7 * 86_400_000);
      const sweep = api.app.get(DunningSweep, { strict: false });
      await sweep.sweep(later(9));
      expect((await remindersOf(engaged, invoice.id)).reminders.map(({ sentAt }) => sentAt)).toEqual([null, null]);
      await sweep.sweep(later(11));
      await sweep.sweep(later(11));
      expect((await remindersOf(engaged, invoice.id)).reminders.map(({ sentAt }) => sentAt !== null)).toEqual([
        true,
        false,
      ]);
      const opened = await api.http
        .post('/v1/disputes')
        .set(engaged.business.headers())
        .send({
          subject: { kind: 'invoice', id: invoice.id },
          asks: { outcome: 'falls' },
          text: 'Ten receipts, not forty',
        });
      expect(opened.status).toBe(201);
      await sweep.sweep(later(20));
      expect((await remindersOf(engaged, invoice.id)).reminders).toMatchObject([{ step: 1 }]);
      await api.http
        .post(`/v1/disputes/${opened.body.id}/withdrawal`)
        .set({ ...engaged.business.headers(), 'if-match': '*' })
        .expect(200);
      await sweep.sweep(later(20));
      expect((await remindersOf(engaged, invoice.id)).reminders).toMatchObject([
        { step: 1, fee: { amountMinor: 0 } },
        { step: 2, fee: { amountMinor: 4_000, currency: 'EUR' }, feeStatus: 'open', sentAt: expect.any(String) },
      ]);
    });

    describe('whose reminders cost something', () => {
      const balances = async (who: SignedIn): Promise<Record<string, number>> => {
        const { body } = await api.http.get('/v1/ledger/accounts').set(who.headers()).expect(200);
        const items = body.items as { purpose: string; balance: { amountMinor: number } }[];
        return Object.fromEntries(items.map(({ purpose, balance }) => [purpose, balance.amountMinor]));
      };
      async function aRemindedInvoice() {
        const engaged = await anEngagement(api, bookable, await aBusiness(api));
        await agreeOn(engaged, { daysToPay: 7, reminders: [{ afterDays: 1, feeMinor: 1_500 }], selfBilling: false });
        await anAcceptedRun(api, engaged);
        const { body: invoice } = await issue(engaged);
        await api.app.get(DunningSweep, { strict: false }).sweep(later(9));
        return { engaged, invoice: invoice as InvoiceDto };
      }
      async function transfer(amountMinor: number, remittance: string) {
        await api.http
          .post('/v1/admin/bank-statements')
          .set((await anAdministrator(api)).headers())
          .set('content-type', 'text/csv')
          .send(
            `bookedOn,amount,currency,bankReference,remittance\n2026-03-02,${amountMinor / 100},EUR,${randomUUID()},${remittance}`,
          )
          .expect(200);
      }
      const first = async ({ engaged, invoice }: { engaged: Engaged; invoice: InvoiceDto }) =>
        (await remindersOf(engaged, invoice.id)).reminders[0]!.feeStatus;

      it('are owed besides, paid with the reference of the invoice, and paid out to the agency', async () => {
        const reminded = await aRemindedInvoice();
        const { engaged, invoice } = reminded;
        const total = invoice.total.amountMinor;
        expect(await balances(engaged.business)).toEqual({ receivable: total + 1_500 });
        const how = await api.http
          .get(`/v1/invoices/${invoice.id}/payment`)
          .set(engaged.business.headers())
          .expect(200);
        expect(how.body).toMatchObject({ amount: { amountMinor: total + 1_500 }, openFees: { amountMinor: 1_500 } });
        await transfer(total, invoice.payment.reference);
        expect([await first(reminded), await balances(engaged.business)]).toEqual([
          'open',
          { prepaid: 0, receivable: 1_500 },
        ]);
        await transfer(1_500, invoice.payment.reference);
        expect([await first(reminded), await balances(engaged.business)]).toEqual([
          'paid',
          { prepaid: 0, receivable: 0 },
        ]);
        await api.http
          .put(`/v1/agencies/${engaged.agency.organisationId}/bank-account`)
          .set(engaged.agency.headers())
          .send(testApiSettings.bankAccount)
          .expect(200);
        const { body: batch } = await api.http
          .post('/v1/admin/payout-batches')
          .set((await anAdministrator(api)).headers())
          .send({ currency: 'EUR' })
          .expect(201);
        const payout = (batch as PayoutBatchDto).payouts.find(({ invoiceIds }) => invoiceIds.includes(invoice.id))!;
        expect(payout.reminderFeeIds).toHaveLength(1);
      });

      it('wait while the invoice is in dispute, and go back where it falls', async () => {
        const reminded = await aRemindedInvoice();
        const { engaged, invoice } = reminded;
        const { reference } = invoice.payment;
        await transfer(invoice.total.amountMinor, reference);
        const opened = await api.http
          .post('/v1/disputes')
          .set(engaged.business.headers())
          .send({ subject: { kind: 'invoice', id: invoice.id }, asks: { outcome: 'falls' }, text: 'Not forty' })
          .expect(201);
        await transfer(1_500, reference);
        expect([await first(reminded), await balances(engaged.business)]).toEqual([
          'open',
          { prepaid: 1_500, receivable: 1_500 },
        ]);
        await api.http
          .post(`/v1/disputes/${opened.body.id}/withdrawal`)
          .set({ ...engaged.business.headers(), 'if-match': '*' })
          .expect(200);
        expect(await first(reminded)).toBe('paid');
        await api.http
          .post(`/v1/invoices/${invoice.id}/credit-notes`)
          .set(engaged.agency.headers())
          .send({ reason: 'It falls' })
          .expect(201);
        expect([await first(reminded), await balances(engaged.business)]).toEqual([
          'waived',
          { prepaid: invoice.total.amountMinor + 1_500, receivable: 0 },
        ]);
      });

      it('are owed no more once the agency waives them, or takes the invoice back whole', async () => {
        const waived = await aRemindedInvoice();
        const path = `/v1/invoices/${waived.invoice.id}/reminders/waivers`;
        const waive = (by: SignedIn) => api.http.post(path).set(by.headers()).send({ step: 1 });
        expect((await waive(waived.engaged.business)).status).toBe(403);
        await waive(waived.engaged.agency).expect(200);
        const again = await waive(waived.engaged.agency);
        expect([again.status, again.body.code]).toEqual([409, 'invoice.no-open-fee']);
        expect([await first(waived), await balances(waived.engaged.business)]).toEqual([
          'waived',
          { receivable: waived.invoice.total.amountMinor },
        ]);
        const takenBack = await aRemindedInvoice();
        await api.http
          .post(`/v1/invoices/${takenBack.invoice.id}/credit-notes`)
          .set(takenBack.engaged.agency.headers())
          .send({ reason: 'Charged twice' })
          .expect(201);
        expect([await first(takenBack), await balances(takenBack.engaged.business)]).toEqual([
          'waived',
          { receivable: 0 },
        ]);
      });
    });

    it('are written by the business in the agency’s name, and by it alone, where that is agreed', async () => {
      const engaged = await anEngagement(api, await ofATaxPayer(), await aBusiness(api));
      await anAcceptedRun(api, engaged);
      expect(outcome(await issue(engaged, {}, engaged.business))).toEqual([409, 'invoice.written-by-the-other']);
      await agreeOn(engaged, { daysToPay: 14, reminders: [], selfBilling: true });
      expect(outcome(await issue(engaged))).toEqual([409, 'invoice.written-by-the-other']);
      const { status, body } = await issue(engaged, {}, engaged.business);
      expect([status, body.selfBilled, body.number]).toEqual([201, true, expect.stringMatching(/-0001$/)]);
      const { text } = await api.http.get(`/v1/invoices/${body.id}/ubl`).set(engaged.agency.headers()).expect(200);
      expect(text).toContain('<cbc:InvoiceTypeCode>389<');
    });
  });
});
