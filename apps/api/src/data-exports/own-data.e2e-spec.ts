import type { DataExportDto, ErasureDto } from '#contracts';
import { eventually } from '#platform/testing';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { faultsOfPack } from '../../../../tools/verify-pack/verify-pack.js';
import { ErasureSweep } from '../erasures/erasure-sweep.js';
import { aBookableAssistant } from '../testing/bookable.js';
import { anEngagement } from '../testing/engagements.js';
import { aFile } from '../testing/files.js';
import { aMember } from '../testing/memberships.js';
import { aBusiness, anAdministrator, password, type SignedIn, signIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { ExportSweep } from './export-sweep.js';

const api = await testApi();
afterAll(() => api.close());
const folder = mkdtempSync(path.join(tmpdir(), 'own-data-'));
const later = (days: number): string => new Date(Date.parse(api.clock.now()) + days * 86_400_000).toISOString();

describe('an archive of one’s own data', () => {
  const place = '/v1/account/data-exports';
  const ask = (by: SignedIn, of: string) => api.http.post(place).set(by.headers()).send({ of });
  async function made(by: SignedIn, of: string): Promise<DataExportDto> {
    const { body: asked } = await ask(by, of).expect(202);
    return eventually(async () => {
      const { body } = await api.http.get(`${place}/${asked.id}`).set(by.headers()).expect(200);
      expect(body.status).toBe('ready');
      return body as DataExportDto;
    });
  }
  const archive = async (by: SignedIn, id: string): Promise<Buffer> =>
    (await api.http.get(`${place}/${id}/archive`).set(by.headers()).responseType('blob').expect(200)).body;

  it('holds what is the organisation’s, with its files, for the owner who asked, and is whole', async () => {
    const business = await aBusiness(api);
    await aFile(api, business, Buffer.from('%PDF-1.4 of our own'), 'Our lease.pdf');
    await aFile(api, await aBusiness(api), Buffer.from('%PDF-1.4 of somebody else'), 'theirs.pdf');
    const known = await made(business, 'organisation');
    const bytes = await archive(business, known.id);
    const file = path.join(folder, 'organisation.zip');
    writeFileSync(file, bytes);
    expect(await faultsOfPack(file)).toEqual([]);
    const text = bytes.toString('latin1');
    expect(text).toContain('%PDF-1.4 of our own');
    expect(text).toContain(business.organisationId);
    expect(text).not.toContain('%PDF-1.4 of somebody else');
    expect(text).not.toMatch(/_hash"/);
    const colleague = await aMember(api, business, ['business.colleague']);
    expect((await ask(colleague, 'organisation')).status).toBe(403);
    await api.http.get(`${place}/${known.id}`).set(colleague.headers()).expect(404);
  });

  it('holds what is known of a person, of an agency’s side as well, and goes after a week', async () => {
    const engaged = await anEngagement(api);
    const assistant = await aMember(api, engaged.agency, ['agency.assistant'], engaged.assistantId);
    const known = await made(assistant, 'person');
    const text = (await archive(assistant, known.id)).toString('latin1');
    expect(text).toContain(assistant.email);
    expect(text).not.toMatch(/argon2|password_hash|token_hash/);
    expect((await made(engaged.agency, 'organisation')).size).toBeGreaterThan(1_000);
    await api.app.get(ExportSweep, { strict: false }).sweep(later(8));
    await api.http.get(`${place}/${known.id}`).set(assistant.headers()).expect(404);
  });

  it('is given up by whoever asked, and asked for only so often', async () => {
    const business = await aBusiness(api);
    for (let count = 0; count < 3; count += 1) await made(business, 'person');
    expect((await ask(business, 'person')).body).toMatchObject({ code: 'data-export.too-many' });
    const { body } = await api.http.get(place).set(business.headers()).expect(200);
    const [known] = body.items as DataExportDto[];
    const cancel = api.http.post(`${place}/${known!.id}/cancellation`);
    expect((await cancel.set({ ...business.headers(), 'if-match': '*' })).body).toMatchObject({
      code: 'data-export.over',
    });
  });
});

describe('the erasure of a person', () => {
  const place = '/v1/account/erasures';
  const ask = (by: SignedIn, secret: string = password) =>
    api.http.post(place).set(by.headers()).send({ password: secret });
  const own = async (by: SignedIn): Promise<ErasureDto[]> =>
    (await api.http.get(place).set(by.headers()).expect(200)).body.items;
  const step = (by: SignedIn, at: string, { version }: ErasureDto, body: object = {}) =>
    api.http
      .post(at)
      .set({ ...by.headers(), 'if-match': `"${version}"` })
      .send(body);

  it('is asked for by herself, and done by an administrator; the books name her by a pseudonym', async () => {
    const business = await aBusiness(api);
    const leaving = await aMember(api, business, ['business.colleague']);
    expect((await ask(leaving, 'not the right one')).body).toMatchObject({ code: 'account.wrong-credentials' });
    const { body: asked } = await ask(leaving).expect(201);
    expect(asked).toMatchObject({ status: 'asked', hindrances: [], pseudonym: null });
    expect((await ask(leaving)).body).toMatchObject({ code: 'erasure.asked-already' });
    const admin = await anAdministrator(api);
    const at = `/v1/admin/erasures/${asked.id}`;
    expect((await step(business, `${at}/completion`, asked)).status).toBe(403);
    const { body: listed } = await api.http.get('/v1/admin/erasures?status=asked').set(admin.headers()).expect(200);
    expect(listed.items.map(({ id }: ErasureDto) => id)).toContain(asked.id);
    const { body: done } = await step(admin, `${at}/completion`, asked).expect(200);
    expect(done).toMatchObject({
      status: 'done',
      pseudonym: expect.stringMatching(/^Deleted [0-9A-F]{6}$/),
      kept: [
        { kind: 'books', until: null, years: 6 },
        { kind: 'erasure', years: 3 },
      ],
    });
    await api.http.get('/v1/me').set(leaving.headers()).expect(401);
    expect((await step(admin, `${at}/refusal`, done, { reason: 'Too late' })).body).toMatchObject({
      code: 'erasure.settled',
    });
  });

  it('waits for what stands in its way, is done by itself after a month, and is forgotten when the law has had its time', async () => {
    const engaged = await anEngagement(api, await aBookableAssistant(api));
    const assistant = await aMember(api, engaged.agency, ['agency.assistant'], engaged.assistantId);
    const owner = await aBusiness(api);
    const member = await aMember(api, owner, ['business.accountant']);
    const { body: hindered } = await ask(assistant).expect(201);
    expect(hindered.hindrances).toEqual(['still-engaged', 'still-listed']);
    expect((await ask(owner).expect(201)).body.hindrances).toEqual(['last-owner']);
    const { body: free } = await ask(member).expect(201);
    const sweep = api.app.get(ErasureSweep, { strict: false });
    await sweep.sweep(later(31));
    const admin = await anAdministrator(api);
    const statusOf = async (id: string): Promise<string | undefined> =>
      (await api.http.get(`/v1/admin/erasures/${id}`).set(admin.headers())).body.status;
    expect([await statusOf(hindered.id), await statusOf(free.id)]).toEqual(['asked', 'done']);
    const { body: withdrawn } = await step(assistant, `${place}/${hindered.id}/withdrawal`, hindered).expect(200);
    expect(withdrawn.status).toBe('withdrawn');
    expect((await own(assistant)).map(({ status }) => status)).toEqual(['withdrawn']);
    await sweep.sweep(later(4 * 366));
    await api.http.get(`/v1/admin/erasures/${free.id}`).set(admin.headers()).expect(404);
    expect((await signIn(api, owner.email)).token).toBeTruthy();
  });
});
