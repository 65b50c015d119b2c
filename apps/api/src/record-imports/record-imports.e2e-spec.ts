import type { ImportRecordsDto, RecordImportDto, RecordPageDto } from '#contracts';
import { anEngagement } from '../testing/engagements.js';
import { aFile } from '../testing/files.js';
import { aMember } from '../testing/memberships.js';
import { aWorkbook } from '#platform/testing';
import { aBusiness, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
afterAll(() => api.close());
const month = new Date(Date.parse(api.clock.now()) - 40 * 86_400_000).toISOString().slice(0, 7);
const [year, number] = month.split('-') as [string, string];

const send = (by: SignedIn, body: Partial<ImportRecordsDto>) =>
  api.http.post('/v1/record-imports').set(by.headers()).send(body);
async function taken(by: SignedIn, text: string, changes: Partial<ImportRecordsDto> = {}, name = 'bank.csv') {
  const fileId = await aFile(api, by, Buffer.from(text, 'latin1'), name);
  return (await send(by, { fileId, source: 'Banc', ...changes }).expect(200)).body as RecordImportDto;
}
const ownCopy = async (by: SignedIn, text: string) => ({ fileId: await aFile(api, by, Buffer.from(text), 'own.csv') });
const linesOf = async (by: SignedIn): Promise<RecordPageDto['items']> =>
  (await api.http.get('/v1/records?kind=bank-line&sort=dated').set(by.headers()).expect(200)).body.items;
const make = (by: SignedIn, rule: object) => api.http.post('/v1/record-rules').set(by.headers()).send(rule);
const apply = async (by: SignedIn, body: object = {}) =>
  (await api.http.post('/v1/record-rules/applications').set(by.headers()).send(body).expect(200)).body;

describe('lines of the bank', () => {
  it('come as CSV in the way of the country, once, with a report of what was not taken', async () => {
    const business = await aBusiness(api);
    const file = [
      'Fecha;Concepto;Importe;Referencia',
      `03/${number}/${year};Peix del caf\xe9;-1.234,50;r1`,
      `15/${number}/${year};Hotel Mirador;2.000,00;r2`,
      `31/02/${year};Impossible;1,00;r3`,
      `16/${number}/${year};No amount;abc;r4`,
    ].join('\n');
    const preview = await taken(business, file, { isPreview: true });
    expect(preview).toMatchObject({ isPreview: true, taken: 2, known: 0, rejected: 2 });
    expect(await linesOf(business)).toEqual([]);
    const report = await taken(business, file);
    expect(report.rejectedLines.map(({ line, code }) => [line, code])).toEqual([
      [4, 'record-import.bad-date'],
      [5, 'record-import.bad-amount'],
    ]);
    expect((await linesOf(business)).map(({ description, totalMinor }) => [description, totalMinor])).toEqual([
      ['Peix del café', -123_450],
      ['Hotel Mirador', 200_000],
    ]);
    expect(await taken(business, file)).toMatchObject({ taken: 0, known: 2 });
  });

  it('are read by what somebody said of the columns, and that is kept by the name of the source', async () => {
    const business = await aBusiness(api);
    const file = (what: string) => `When,Sum,Why\n${number}/03/${year},-10.00,${what}`;
    const fileId = await aFile(api, business, Buffer.from(file('Flour')), 'bank.csv');
    expect((await send(business, { fileId, source: 'Other' })).body).toMatchObject({
      code: 'record-import.unknown-columns',
      detail: 'Say which columns are meant of: When, Sum, Why.',
    });
    const mapping = { date: 'When', amount: 'Sum', description: 'Why', dateOrder: 'mdy', decimal: '.' } as const;
    await send(business, { fileId, source: 'Other', mapping }).expect(200);
    const asked = { fileId, source: 'Other' };
    const columnsOf = async (body: object) =>
      (await api.http.post('/v1/record-imports/columns').set(business.headers()).send(body).expect(200)).body;
    expect(await columnsOf(asked)).toMatchObject({ form: 'csv', mapping, isKept: true, dateOrderIsSure: true });
    expect(await columnsOf({ fileId })).toMatchObject({
      columns: [{ name: 'When', samples: [`${number}/03/${year}`] }, { name: 'Sum' }, { name: 'Why' }],
      mapping: null,
      isKept: false,
    });
    const { body: sources } = await api.http.get('/v1/record-sources').set(business.headers()).expect(200);
    expect(sources.items).toEqual([{ name: 'Other', mapping }]);
    expect(await taken(business, file('Yeast'), { source: 'Other' })).toMatchObject({
      taken: 1,
      lines: [{ datedOn: `${month}-03`, amountMinor: -1_000, description: 'Yeast' }],
    });
  });

  it('are signed by their column, where what went out and what came in have one each', async () => {
    const business = await aBusiness(api);
    const file = `Fecha;Concepto;Debe;Haber\n03/${number}/${year};Peix;1.234,50;\n04/${number}/${year};Hotel;0,00;20,00`;
    expect((await taken(business, file)).lines.map(({ amountMinor }) => amountMinor)).toEqual([-123_450, 2_000]);
  });

  it('are told from others by more than what the bank calls their reference, which comes back each month', async () => {
    const business = await aBusiness(api);
    const file = (days: readonly string[]): string =>
      ['Date,Description,Amount,Reference', ...days.map((day) => `${month}-${day},Rent,-900.00,RENT`)].join('\n');
    expect(await taken(business, file(['02']))).toMatchObject({ taken: 1, known: 0 });
    expect(await taken(business, file(['02', '09', '09']))).toMatchObject({ taken: 2, known: 1 });
    expect(await taken(business, file(['02', '09', '09']))).toMatchObject({ taken: 0, known: 3 });
  });

  it('come as a workbook, below what the bank writes in front, and from nothing that is no statement', async () => {
    const business = await aBusiness(api);
    const rows = [['Extracto'], [], ['F. Operación', 'Concepto', 'Importe'], [`${month}-03`, 'Farina', -12.5]];
    const fileId = await aFile(api, business, await aWorkbook(rows), 'banc.xlsx');
    const { body } = await send(business, { fileId, source: 'Banc' }).expect(200);
    expect(body).toMatchObject({ taken: 1, lines: [{ datedOn: `${month}-03`, amountMinor: -1_250 }] });
    const picture = await aFile(api, business);
    expect((await send(business, { fileId: picture, source: 'Banc' })).body).toMatchObject({
      status: 400,
      code: 'record-import.unreadable',
      detail: 'It is image/png, and no statement.',
    });
  });

  it('are brought by the assistant in her engagement, who files what they paid', async () => {
    const engaged = await anEngagement(api);
    const { agency, business, assistantId } = engaged;
    const assistant = await aMember(api, agency, ['agency.assistant'], assistantId);
    const file = `When,Sum,Why\n${month}-03,-12.10,Flour`;
    const fileId = await aFile(api, assistant, Buffer.from(file), 'bank.csv');
    const mapping = { date: 'When', amount: 'Sum', description: 'Why', dateOrder: 'ymd', decimal: '.' } as const;
    expect((await send(assistant, { fileId, source: 'Banc' })).body).toMatchObject({
      code: 'record.engagement-missing',
    });
    const body = { fileId, source: 'Banc', engagementId: engaged.id };
    expect((await send(assistant, { ...body, mapping }).expect(200)).body).toMatchObject({ taken: 1 });
    const { body: columns } = await api.http
      .post('/v1/record-imports/columns')
      .set(assistant.headers())
      .send(body)
      .expect(200);
    expect(columns).toMatchObject({ isKept: true, mapping });
    expect(
      (await send(business, { ...(await ownCopy(business, file)), source: 'Banc' }).expect(200)).body,
    ).toMatchObject({
      taken: 0,
      known: 1,
    });
    const [line] = await linesOf(assistant);
    expect(line).toMatchObject({ totalMinor: -1_210, status: 'reviewed', assistantId });
    const receipt = {
      kind: 'expense',
      datedOn: `${month}-01`,
      description: 'Flour',
      totalMinor: 1_210,
      paidOn: `${month}-03`,
      bankLineId: line!.id,
      engagementId: engaged.id,
    };
    await api.http.post('/v1/records').set(assistant.headers()).send(receipt).expect(201);
    const stranger = await anEngagement(api);
    const foreign = { fileId, source: 'Banc', engagementId: stranger.id };
    expect((await send(assistant, foreign)).body).toMatchObject({ code: 'record.engagement-not-found' });
  });

  it('come as camt.053 and as OFX of either form', async () => {
    const business = await aBusiness(api);
    const camt = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Ntry><Amt Ccy="EUR">12.50</Amt>
      <CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>${month}-04</Dt></BookgDt><AcctSvcrRef>c1</AcctSvcrRef><NtryDtls><TxDtls>
      <RltdPties><Cdtr><Pty><Nm>Llum SA</Nm></Pty></Cdtr></RltdPties><RmtInf><Ustrd>Electricity</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`;
    expect(await taken(business, camt, {}, 'a.xml')).toMatchObject({
      lines: [{ datedOn: `${month}-04`, amountMinor: -1_250, counterpart: 'Llum SA', description: 'Electricity' }],
    });
    const ofx = `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKTRANLIST>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>${month.replace('-', '')}05120000<TRNAMT>-7.00<FITID>f1<NAME>Caf&amp;Co<MEMO>Beans</STMTTRN>
</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
    expect(await taken(business, ofx, {}, 'a.txt')).toMatchObject({
      taken: 1,
      lines: [{ datedOn: `${month}-05`, amountMinor: -700, counterpart: 'Caf&Co', description: 'Beans' }],
    });
    const hostile = await aFile(
      api,
      business,
      Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
      'a.xml',
    );
    expect((await send(business, { fileId: hostile, source: 'Banc' })).body).toMatchObject({
      status: 400,
      code: 'record-import.unreadable',
    });
  });
});

describe('rules of one’s own', () => {
  it('give entries their category, with a look at it before, and leave closed months alone', async () => {
    const business = await aBusiness(api);
    const { body: books } = await api.http
      .get(`/v1/businesses/${business.organisationId}/record-books`)
      .set(business.headers())
      .expect(200);
    const category = books.categories.find(({ kind }: { kind: string }) => kind === 'expense').code;
    const receipt = {
      kind: 'expense',
      datedOn: `${month}-07`,
      description: 'Flour',
      counterpart: 'FARINES Roçà',
      totalMinor: 100,
    };
    const { body: record } = await api.http.post('/v1/records').set(business.headers()).send(receipt).expect(201);
    const rule = { kind: 'expense', contains: 'farines roca', category };
    expect((await make(business, { ...rule, contains: '..a' })).body).toMatchObject({ code: 'record-rule.too-short' });
    expect((await make(business, { ...rule, category: 'transfer' })).body).toMatchObject({
      code: 'record.category-of-another-kind',
    });
    const { body: made } = await make(business, rule).expect(201);
    const found = { changed: 1, items: [{ recordId: record.id, category }] };
    expect(await apply(business, { isPreview: true })).toMatchObject({ isPreview: true, ...found });
    expect(await apply(business)).toMatchObject({ isPreview: false, ...found });
    expect(await apply(business)).toMatchObject({ changed: 0 });
    const { body: read } = await api.http.get(`/v1/records/${record.id}`).set(business.headers()).expect(200);
    expect(read).toMatchObject({ category, status: 'reviewed', version: 2 });
    await make(business, { kind: 'bank-line', contains: 'savings', category: 'transfer' }).expect(201);
    const file = `Date,Description,Amount\n${month}-08,To SAVINGS account,-50.00`;
    expect((await taken(business, file)).lines).toMatchObject([{ category: 'transfer' }]);
    await api.http.delete(`/v1/record-rules/${made.id}`).set(business.headers()).expect(204);
    await api.http.delete(`/v1/record-rules/${made.id}`).set(business.headers()).expect(404);
  });
});
