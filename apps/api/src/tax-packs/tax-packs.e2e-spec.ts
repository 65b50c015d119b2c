import type { TaxPackDto } from '#contracts';
import { eventually } from '#platform/testing';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { faultsOfPack } from '../../../../tools/verify-pack/verify-pack.js';
import { DunningSweep } from '../dunning/dunning-sweep.js';
import { dayAheadOf } from '../testing/days.js';
import { aBookableAssistant } from '../testing/bookable.js';
import { aChangeOrder } from '../testing/change-orders.js';
import { anAcceptedRun, anEngagement } from '../testing/engagements.js';
import { aFile } from '../testing/files.js';
import { aMember } from '../testing/memberships.js';
import { aBusiness, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
const { owner } = api;
const business = await aBusiness(api);
const accountant = await aMember(api, business, ['business.accountant']);
const stranger = await aBusiness(api);
const folder = mkdtempSync(path.join(tmpdir(), 'packs-'));
afterAll(() => api.close());
const year = Number(api.clock.now().slice(0, 4)) - 1;

const ask = (by: SignedIn, body: object = { year }) => api.http.post('/v1/tax-packs').set(by.headers()).send(body);
const read = async (id: string, by = business): Promise<TaxPackDto> =>
  (await api.http.get(`/v1/tax-packs/${id}`).set(by.headers()).expect(200)).body;
async function made(by: SignedIn, body?: object): Promise<TaxPackDto> {
  const { body: asked } = await ask(by, body).expect(202);
  return eventually(async () => {
    const pack = await read(asked.id, by);
    expect(pack.status).toBe('ready');
    return pack;
  });
}
const archive = async (id: string, by = business): Promise<Buffer> =>
  (await api.http.get(`/v1/tax-packs/${id}/archive`).set(by.headers()).responseType('blob').expect(200)).body;
async function faultsIn(bytes: Buffer): Promise<string[]> {
  const file = path.join(folder, `${Math.random()}.zip`);
  writeFileSync(file, bytes);
  return faultsOfPack(file);
}

/** What is in an archive, by its name. */
async function filesIn(bytes: Buffer): Promise<Map<string, Buffer>> {
  const file = path.join(folder, `${Math.random()}.zip`);
  writeFileSync(file, bytes);
  const zip = await openPromise(file, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return files;
}
function packed(files: ReadonlyMap<string, Buffer>, compress = false): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of files) zip.addBuffer(content, name, { compress });
  zip.end();
  return buffer(zip.outputStream);
}

describe('a tax year in one archive', () => {
  beforeAll(async () => {
    for (const [month, name] of [
      ['02', 'Rebut núm. 1.pdf'],
      ['03', 'receipt.pdf'],
    ]) {
      const fileIds = [await aFile(api, business, Buffer.from(`%PDF-1.4 ${month}`), name)];
      const said = {
        kind: 'expense',
        datedOn: `${year}-${month}-03`,
        description: 'Flour',
        totalMinor: 1_100,
        vatRateBps: 1_000,
      };
      await api.http
        .post('/v1/records')
        .set(business.headers())
        .send({ ...said, fileIds })
        .expect(201);
    }
  });

  it('is made of the records, is what its index says, and is the same bytes when it is made again', async () => {
    const [first, second] = [await made(business), await made(accountant)];
    expect(first).toMatchObject({ year, language: 'en', done: 24, total: 24 });
    const bytes = await archive(first.id, accountant);
    expect(bytes.length).toBe(first.size);
    expect(await faultsIn(bytes)).toEqual([]);
    expect(second.sha256).toBe(first.sha256);
    expect((await archive(second.id)).equals(bytes)).toBe(true);
    const catalan = await made(business, { year, language: 'ca' });
    expect(catalan.sha256).not.toBe(first.sha256);
  });

  it('holds the invoices that the business got, as PDF and as XML, and what a reminder of one has cost', async () => {
    const bookable = await aBookableAssistant(api);
    const { agency } = bookable;
    const place = `/v1/agencies/${agency.organisationId}`;
    const { headers } = await api.http.get(place).set(agency.headers()).expect(200);
    const tag = { ...agency.headers(), 'if-match': headers['etag']! };
    await api.http.patch(place).set(tag).send({ vatId: 'ESB12345674' }).expect(200);
    const engaged = await anEngagement(api, bookable, await aBusiness(api));
    const reminders = [{ afterDays: 1, feeMinor: 1_500 }];
    await aChangeOrder(api, engaged, { invoicing: { daysToPay: 0, reminders, selfBilling: false } });
    await anAcceptedRun(api, engaged);
    const today = dayAheadOf(api.clock, 0);
    const body = { engagementId: engaged.id, periodFrom: '2026-01-01', periodTo: today };
    const { body: invoice } = await api.http.post('/v1/invoices').set(agency.headers()).send(body).expect(201);
    const thisYear = Number(today.slice(0, 4));
    await api.app.get(DunningSweep, { strict: false }).sweep(`${thisYear}-12-31T23:30:00.000Z`);
    const pack = await made(engaged.business, { year: thisYear, language: 'es' });
    const bytes = await archive(pack.id, engaged.business);
    expect(await faultsIn(bytes)).toEqual([]);
    const name = `invoices/${invoice.issuedOn}-${invoice.number}-${invoice.id.slice(-8)}`;
    expect(bytes.toString('latin1')).toContain(
      `invoice,${invoice.number},${invoice.issuedOn},,${(invoice.total.amountMinor / 100).toFixed(2)},EUR,,${name}.pdf ${name}.xml`,
    );
    // Where the bakery is, the next year has begun by then.
    expect(bytes.toString('latin1')).not.toContain('reminderFeeCharged');
    const withFee = await archive((await made(engaged.business, { year: thisYear + 1 })).id, engaged.business);
    for (const text of [
      ',reminderFeeCharged,',
      `${thisYear + 1}-01-01 * reminderFeeCharged:`,
      'ajudant:facts:reminderFeeCharged  -15.00 EUR',
    ]) {
      expect(withFee.toString('latin1')).toContain(text);
    }
    const again = await made(engaged.business, { year: thisYear, language: 'es' });
    expect(again.sha256).toBe(pack.sha256);
  });

  it('shows when a byte of it was changed', async () => {
    const bytes = Buffer.from(await archive((await made(business)).id));
    const at = bytes.indexOf('%PDF-1.4 02');
    bytes[at + 9] = 0x39;
    expect((await faultsIn(bytes)).join()).toMatch(/documents\/.*SHA-256|checksum|CRC/i);
  });

  it('shows what was added, taken away, packed anew or said otherwise', async () => {
    const bytes = await archive((await made(business)).id);
    const files = await filesIn(bytes);
    expect(await faultsIn(await packed(files))).toEqual([]);
    const document = [...files.keys()].find((name) => name.startsWith('documents/'));
    const index = files.get('index.csv')!.toString();
    const faultsWith = async (changes: Readonly<Record<string, string | null>>, compress = false): Promise<string> => {
      const changed = new Map(files);
      for (const [name, text] of Object.entries(changes)) {
        if (text === null) changed.delete(name);
        else changed.set(name, Buffer.from(text));
      }
      return (await faultsIn(await packed(changed, compress))).join('; ');
    };
    expect(await faultsWith({ 'documents/extra.pdf': '%PDF-1.4' })).toBe('documents/extra.pdf is in no index');
    expect(await faultsWith({ [document!]: null })).toBe(`${document!} is missing`);
    expect(await faultsWith({ 'index.csv': null })).toBe('there is no index.csv');
    expect(await faultsWith({ 'index.csv': `${index}${index.split('\r\n')[1]!}\r\n` })).toMatch(
      /is in the index twice/,
    );
    const entries = files.get('entries.csv')!.toString();
    expect(await faultsWith({ 'entries.csv': entries.replace('10.00', '20.00') })).toMatch(
      /^entries.csv has another SHA-256 than the index says; net of the entries is not that/,
    );
    expect(await faultsWith({}, true)).toMatch(/is compressed, which nothing in a pack is/);
  });

  it('tells over a stream how far it has come, until it is made', async () => {
    const { body: asked } = await ask(business).expect(202);
    const abort = new AbortController();
    const answer = await fetch(`${await api.app.getUrl()}/v1/tax-packs/${asked.id}/stream`, {
      headers: accountant.headers(),
      signal: abort.signal,
    });
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
    let told = '';
    for await (const chunk of answer.body!.values({ preventCancel: true })) {
      told += Buffer.from(chunk).toString();
      if (told.includes('"status":"ready"')) break;
    }
    abort.abort();
    expect(told).toContain('event: progress');
    expect(told).toContain(`{"id":"${asked.id}","status":"ready","done":24,"total":24}`);
  });

  it('is for the business and its accountant alone', async () => {
    const { id } = await made(business);
    for (const call of ['', '/archive', '/stream']) {
      await api.http.get(`/v1/tax-packs/${id}${call}`).set(stranger.headers()).expect(404);
    }
    await api.http.get(`/v1/files/${id}`).set(stranger.headers()).expect(404);
    const { body } = await api.http.get('/v1/tax-packs').set(stranger.headers()).expect(200);
    expect(body.items).toEqual([]);
  });

  it('is made by another process where the one that began has died, and by nobody once it is cancelled', async () => {
    const put = async (status: string, lookedAfterUntil: string | null): Promise<string> => {
      const { rows } = await owner.query<{ id: string }>(
        `INSERT INTO api.tax_pack (id, business_id, year, language, status, version, asked_at, looked_after_until)
         VALUES (gen_random_uuid(), $1, $2, 'en', $3, 1, now(), $4) RETURNING id`,
        [business.organisationId, year, status, lookedAfterUntil],
      );
      return rows[0]!.id;
    };
    const hence = (hours: number): string => new Date(Date.parse(api.clock.now()) + hours * 3_600_000).toISOString();
    const [alive, other] = [await put('making', hence(1)), await put('making', hence(1))];
    expect((await ask(business)).body).toMatchObject({ code: 'tax-pack.too-many' });
    const cancel = (id: string) =>
      api.http.post(`/v1/tax-packs/${id}/cancellation`).set({ ...business.headers(), 'if-match': '"1"' });
    expect((await cancel(other).expect(200)).body).toMatchObject({ status: 'cancelled', version: 2 });
    const orphan = await put('making', hence(-1));
    await eventually(async () => expect((await read(orphan)).status).toBe('ready'));
    expect((await read(alive)).status).toBe('making');
    expect((await cancel(orphan)).body).toMatchObject({ code: 'precondition.stale' });
    await cancel(alive).expect(200);
    expect((await api.http.get(`/v1/tax-packs/${alive}/archive`).set(business.headers())).body).toMatchObject({
      code: 'tax-pack.not-ready',
    });
  });
});
