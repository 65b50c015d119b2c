import type { FileRecordDto, RecordDto, RecordRetentionDto, RecordYearDto } from '#contracts';
import { dayAheadOf } from '../testing/days.js';
import { anEngagement } from '../testing/engagements.js';
import { aFile } from '../testing/files.js';
import { aMember } from '../testing/memberships.js';
import { aBusiness, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { BooksRetention } from './books-retention.js';

const api = await testApi();
const engaged = await anEngagement(api);
const { agency, business, assistantId } = engaged;
const assistant = await aMember(api, agency, ['agency.assistant'], assistantId);
const accountant = await aMember(api, business, ['business.accountant']);
const stranger = await aBusiness(api);
afterAll(() => api.close());

const today = dayAheadOf(api.clock, 0);
/** A day of so many months ago. */
const monthsAgo = (months: number, day = '02'): string => {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return `${new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 8)}${day}`;
};
let numbers = 0;
const aReceipt = (changes: Partial<FileRecordDto> = {}): object => ({
  kind: 'expense',
  datedOn: monthsAgo(1),
  description: 'Flour',
  counterpart: 'Farines Roca',
  documentNumber: `F-${(numbers += 1)}`,
  totalMinor: 12_100,
  vatRateBps: 2_100,
  ...changes,
});
const send = (by: SignedIn, body: object) => api.http.post('/v1/records').set(by.headers()).send(body);
const filed = async (by: SignedIn, body: object): Promise<RecordDto> => (await send(by, body).expect(201)).body;
const step = (by: SignedIn, record: RecordDto, call: string, body: object = {}) =>
  api.http
    .post(`/v1/records/${record.id}/${call}`)
    .set({ ...by.headers(), 'if-match': `"${record.version}"` })
    .send(body);
const yearOf = async (by: SignedIn, query = '', of = by): Promise<RecordYearDto> =>
  (await api.http.get(`/v1/businesses/${of.organisationId}/record-year${query}`).set(by.headers()).expect(200)).body;

describe('an entry of the records', () => {
  it('is filed by the assistant with its document, and looked at, given back and taken by the business', async () => {
    const { body: books } = await api.http
      .get(`/v1/businesses/${business.organisationId}/record-books`)
      .set(assistant.headers())
      .expect(200);
    const category = books.categories.find(({ kind }: { kind: string }) => kind === 'expense').code;
    const fileId = await aFile(api, assistant);
    const record = await filed(assistant, aReceipt({ engagementId: engaged.id, fileIds: [fileId] }));
    expect(record).toMatchObject({
      status: 'filed',
      netMinor: 10_000,
      vatMinor: 2_100,
      totalMinor: 12_100,
      assistantId,
    });
    await api.http.get(`/v1/files/${fileId}`).set(accountant.headers()).expect(200);
    expect((await step(business, record, 'review')).body).toMatchObject({ code: 'record.without-category' });
    const returned = await step(business, record, 'return', { reason: 'Whose is it?' }).expect(200);
    expect(returned.body).toMatchObject({ status: 'returned', returnReason: 'Whose is it?', version: 2 });
    const again = await api.http
      .put(`/v1/records/${record.id}`)
      .set({ ...assistant.headers(), 'if-match': '"2"' })
      .send({ ...aReceipt({ fileIds: [fileId], category }) })
      .expect(200);
    expect(again.body).toMatchObject({ status: 'filed', returnReason: null, category });
    const reviewed = (await step(business, again.body, 'review').expect(200)).body;
    expect(reviewed.status).toBe('reviewed');
    expect((await step(assistant, reviewed, 'withdrawal')).body).toMatchObject({ code: 'record.reviewed-already' });
  });

  it('says what whoever pays keeps back of it, and refuses more than a part', async () => {
    const rent = aReceipt({ totalMinor: 121_000, withheldMinor: 19_000 });
    expect(await filed(business, rent)).toMatchObject({
      netMinor: 100_000,
      totalMinor: 121_000,
      withheldMinor: 19_000,
    });
    expect((await send(business, aReceipt({ withheldMinor: 10_001 }))).body).toMatchObject({
      code: 'record.withholds-too-much',
      errors: [{ pointer: '/withheldMinor' }],
    });
    expect(await filed(business, aReceipt())).toMatchObject({ withheldMinor: 0 });
  });

  it('that the business files itself is reviewed, and what it withdraws counts for nothing', async () => {
    const record = await filed(business, aReceipt());
    expect(record).toMatchObject({ status: 'reviewed', agencyId: null, engagementId: null });
    expect((await step(business, record, 'withdrawal').expect(200)).body.status).toBe('withdrawn');
  });

  it('is refused with its field, and leaves no trace', async () => {
    const refused = async (body: object, by = business) => (await send(by, body)).body;
    expect(await refused(aReceipt({ datedOn: '2099-01-01' }))).toMatchObject({
      code: 'record.in-the-future',
      errors: [{ pointer: '/datedOn' }],
    });
    expect(await refused(aReceipt({ category: 'nothing' }))).toMatchObject({ code: 'record.unknown-category' });
    expect(await refused(aReceipt(), assistant)).toMatchObject({ code: 'record.engagement-missing' });
    expect(
      await refused(aReceipt({ engagementId: engaged.id, fileIds: [stranger.organisationId] }), agency),
    ).toMatchObject({
      code: 'file.not-found',
      errors: [{ pointer: '/fileIds/0' }],
    });
    expect(await refused(aReceipt({ bankLineId: stranger.organisationId }))).toMatchObject({
      code: 'record.bank-line-not-found',
    });
  });

  it('is there once: by counterpart, number and total, or by its document, unless somebody says that it is another', async () => {
    const first = aReceipt({ fileIds: [await aFile(api, business, Buffer.from('%PDF-1.4 the only one'), 'a.pdf')] });
    const record = await filed(business, first);
    const twin = await send(business, { ...first, fileIds: [], counterpart: 'FARINES, Roca' });
    expect(twin.body).toMatchObject({ code: 'record.duplicate', detail: `See /v1/records/${record.id}.` });
    const copy = await aFile(api, business, Buffer.from('%PDF-1.4 the only one'), 'copy.pdf');
    expect((await send(business, aReceipt({ fileIds: [copy] }))).body).toMatchObject({ code: 'record.duplicate' });
    await send(business, aReceipt({ fileIds: [copy], isNoDuplicate: true })).expect(201);
  });

  it('is for those whose it is: an agency sees what it filed, and nobody else anything', async () => {
    const own = await filed(business, aReceipt());
    const theirs = await filed(agency, aReceipt({ engagementId: engaged.id }));
    const seenBy = async (by: SignedIn, id: string) =>
      (await api.http.get(`/v1/records/${id}`).set(by.headers())).status;
    expect([await seenBy(agency, own.id), await seenBy(agency, theirs.id)]).toEqual([404, 200]);
    expect([await seenBy(stranger, own.id), await seenBy(accountant, own.id)]).toEqual([404, 200]);
    const { body } = await api.http.get('/v1/records?kind=expense').set(agency.headers()).expect(200);
    expect(body.items.map(({ id }: RecordDto) => id)).not.toContain(own.id);
    expect((await send(accountant, aReceipt())).status).toBe(403);
  });

  it('is read out of an electronic invoice, and a hostile one is refused', async () => {
    const ubl = `<?xml version="1.0"?><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cbc="c" xmlns:cac="a">
      <cbc:ID>UB-7</cbc:ID><cbc:IssueDate>2026-03-04</cbc:IssueDate><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
      <cac:TaxTotal><cac:TaxSubtotal><cac:TaxCategory><cbc:Percent>21</cbc:Percent></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
      <cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">100.00</cbc:TaxExclusiveAmount>
      <cbc:TaxInclusiveAmount currencyID="EUR">121.00</cbc:TaxInclusiveAmount></cac:LegalMonetaryTotal></Invoice>`;
    const reading = async (text: string) => {
      const fileId = await aFile(api, business, Buffer.from(text), 'invoice.xml');
      return api.http.post('/v1/records/readings').set(business.headers()).send({ fileId });
    };
    expect((await reading(ubl)).body).toMatchObject({
      form: 'ubl',
      documentNumber: 'UB-7',
      netMinor: 10_000,
      vatRateBps: 2_100,
    });
    const long = ubl.replace('</Invoice>', `<cbc:Note>${'long '.repeat(10_000)}</cbc:Note></Invoice>`);
    expect((await reading(long)).body).toMatchObject({ documentNumber: 'UB-7', withheldMinor: 0 });
    expect((await reading(`<Invoice>${'<a>'.repeat(20_000)}</Invoice>`)).body).toMatchObject({
      status: 400,
      code: 'record.not-an-invoice',
    });
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><Invoice><ID>&a;</ID></Invoice>`;
    expect((await reading(bomb)).body).toMatchObject({ status: 400, code: 'record.not-an-invoice' });
  });
});

describe('a year of records', () => {
  it('says month by month what came in, went out and is missing, and closes what is over', async () => {
    const owner = await aBusiness(api);
    const { body: books } = await api.http
      .get(`/v1/businesses/${owner.organisationId}/record-books`)
      .set(owner.headers())
      .expect(200);
    const category = books.categories[0].code;
    const month = monthsAgo(1).slice(0, 7);
    const sold = {
      kind: 'income',
      datedOn: monthsAgo(1),
      description: 'Bread',
      totalMinor: 11_000,
      vatRateBps: 1_000,
      category,
    } as const;
    const record = await filed(owner, sold);
    const year = await yearOf(owner, `?year=${month.slice(0, 4)}`);
    expect(year.months.find((line) => line.month === month)).toMatchObject({
      entries: 1,
      inMinor: 11_000,
      owedToUsMinor: 11_000,
      vatMinor: 1_000,
      closedAt: null,
    });
    expect(year.gaps).toContainEqual({
      kind: 'without-document',
      month,
      recordId: record.id,
      what: null,
      datedOn: sold.datedOn,
      description: 'Bread',
      counterpart: null,
      totalMinor: 11_000,
    });
    expect(year.months.find((line) => line.month === month)!.checklist).toMatchObject({
      'without-document': 1,
      waiting: 0,
    });
    const close = (despite: string[], closed = month) =>
      api.http
        .post(`/v1/businesses/${owner.organisationId}/closed-months`)
        .set(owner.headers())
        .send({ month: closed, despite });
    expect((await close([])).body).toMatchObject({ code: 'record-month.gaps-open', errors: [{ pointer: '/despite' }] });
    expect((await close([], today.slice(0, 7))).body).toMatchObject({ code: 'record-month.not-over' });
    await close(['without-document', 'unpaid']).expect(201);
    expect((await close([])).body).toMatchObject({ code: 'record-month.closed-already' });
    expect((await step(owner, record, 'withdrawal')).body).toMatchObject({ code: 'record.month-closed' });
    expect((await send(owner, sold)).body).toMatchObject({ code: 'record.month-closed' });
    const correction = { ...sold, datedOn: today, totalMinor: -11_000, corrects: record.id };
    expect(await filed(owner, correction)).toMatchObject({ corrects: record.id, vatMinor: -1_000 });
    const { body: locked } = await api.http.get(`/v1/records/${record.id}`).set(owner.headers()).expect(200);
    expect(locked.isLocked).toBe(true);
  });

  it('has no gap where a line of the bank paid what was written the year before', async () => {
    const owner = await aBusiness(api);
    const [before, after] = [`${Number(today.slice(0, 4)) - 2}-12-20`, `${Number(today.slice(0, 4)) - 1}-01-05`];
    const line = await filed(owner, {
      kind: 'bank-line',
      datedOn: after,
      description: 'Flour',
      totalMinor: -12_100,
    });
    const gapsOf = async () => (await yearOf(owner, `?year=${after.slice(0, 4)}`)).gaps.map(({ kind }) => kind);
    expect(await gapsOf()).toContain('bank-line-without-entry');
    await filed(owner, aReceipt({ datedOn: before, paidOn: after, bankLineId: line.id }));
    expect(await gapsOf()).not.toContain('bank-line-without-entry');
  });

  it('is counted to the last entry, however many portions that takes', async () => {
    const owner = await aBusiness(api);
    const day = monthsAgo(2);
    await api.owner.query(
      `INSERT INTO api.record (id, version, business_id, status, kind, dated_on, content, filed_at)
       SELECT gen_random_uuid(), 1, $1, 'reviewed', 'bank-line', $2::date, jsonb_build_object('kind', 'bank-line', 'datedOn', $2::text,
              'description', 'Line ' || n, 'counterpart', NULL, 'documentNumber', NULL, 'category', NULL, 'currency', 'EUR',
              'netMinor', 100, 'vatMinor', 0, 'totalMinor', 100, 'vatRateBps', NULL, 'paidOn', NULL, 'fileIds', '[]'::jsonb), now()
         FROM generate_series(1, 4500) AS n`,
      [owner.organisationId, day],
    );
    const year = await yearOf(owner, `?year=${day.slice(0, 4)}`);
    const line = year.months.find(({ month }) => month === day.slice(0, 7))!;
    expect([line.entries, line.checklist['bank-line-without-entry']]).toEqual([4_500, 4_500]);
    expect(year.gaps.filter(({ kind }) => kind === 'bank-line-without-entry')).toHaveLength(50);
    expect(year.gapsAreAll).toBe(false);
    const close = await api.http
      .post(`/v1/businesses/${owner.organisationId}/closed-months`)
      .set(owner.headers())
      .send({ month: day.slice(0, 7) });
    expect(close.body).toMatchObject({ detail: 'bank-line-without-entry: 4500' });
  });

  it('begins when the business says, until the first month is closed', async () => {
    const owner = await aBusiness(api);
    const path = `/v1/businesses/${owner.organisationId}/record-books`;
    const set = (fiscalYearStartsOn: string, version = 1) =>
      api.http
        .patch(path)
        .set({ ...owner.headers(), 'if-match': `"${version}"` })
        .send({ fiscalYearStartsOn });
    expect((await set('02-29')).body).toMatchObject({ code: 'records.bad-year-start' });
    expect((await set('04-06').expect(200)).body).toMatchObject({ fiscalYearStartsOn: '04-06', version: 2 });
    expect((await set('01-01')).body).toMatchObject({ code: 'precondition.stale' });
    expect(await yearOf(owner, '?year=2025')).toMatchObject({ from: '2025-04-06', to: '2026-04-05' });
  });

  it('is of an agency what it filed for the business', async () => {
    const { businessId, months } = await yearOf(agency, '', business);
    expect([businessId, months.length > 0]).toEqual([business.organisationId, true]);
    await api.http.get(`/v1/businesses/${stranger.organisationId}/record-year`).set(agency.headers()).expect(404);
  });
});

describe('books whose time is over', () => {
  const retention = api.app.get(BooksRetention, { strict: false });
  const later = (days: number): string => new Date(Date.parse(api.clock.now()) + days * 86_400_000).toISOString();
  const long = Number(today.slice(0, 4)) - 8;
  const keptOf = async (by: SignedIn): Promise<RecordRetentionDto> =>
    (await api.http.get(`/v1/businesses/${by.organisationId}/record-retention`).set(by.headers()).expect(200)).body;
  const extend = (by: SignedIn, body: object) =>
    api.http.post(`/v1/businesses/${by.organisationId}/record-retention/extensions`).set(by.headers()).send(body);

  it('go with their documents 90 days after the business was told, and leave what the law still keeps', async () => {
    const owner = await aBusiness(api);
    const fileId = await aFile(api, owner);
    const old = await filed(owner, aReceipt({ datedOn: `${long}-03-01`, fileIds: [fileId] }));
    const young = await filed(owner, aReceipt());
    await retention.sweep(api.clock.now());
    const [year] = (await keptOf(owner)).items;
    expect(year).toMatchObject({ year: long, entries: 1, announcedAt: expect.any(String), removedAt: null });
    expect(year!.goesOn).toBe(dayAheadOf(api.clock, 90));
    await retention.sweep(later(89));
    expect((await keptOf(owner)).items[0]).toMatchObject({ entries: 1 });
    await retention.sweep(later(92));
    const after = await keptOf(owner);
    expect(after.items).toMatchObject([
      { year: long, entries: 0, removed: { entries: 1, documents: 1, packs: 0 } },
      { removedAt: null },
    ]);
    expect(after.source).toMatch(/art\. 30/);
    await api.http.get(`/v1/records/${old.id}`).set(owner.headers()).expect(404);
    await api.http.get(`/v1/records/${young.id}`).set(owner.headers()).expect(200);
    expect(
      (await extend(owner, { year: long, until: later(900).slice(0, 10), reason: 'An audit' })).body,
    ).toMatchObject({
      code: 'record-year.gone',
    });
  });

  it('are kept longer where the business says what for', async () => {
    const owner = await aBusiness(api);
    const old = await filed(owner, aReceipt({ datedOn: `${long}-03-01` }));
    const until = later(900).slice(0, 10);
    expect((await extend(owner, { year: long, until, reason: 'An audit' })).body).toMatchObject({
      code: 'record-year.not-found',
    });
    await retention.sweep(api.clock.now());
    const { body } = await extend(owner, { year: long, until, reason: 'An audit' }).expect(200);
    expect(body.items[0]).toMatchObject({ goesOn: until, keptFor: 'An audit' });
    await retention.sweep(later(92));
    await api.http.get(`/v1/records/${old.id}`).set(owner.headers()).expect(200);
  });
});
