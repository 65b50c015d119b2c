import { FileStore, FolderFiles } from '#platform/files';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { anEngagement, firstRunOf, move, work } from '../testing/engagements.js';
import { aFile, aPng } from '../testing/files.js';
import { aMember } from '../testing/memberships.js';
import { aBusiness, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { FileSweep } from './file-sweep.js';

const folder = mkdtempSync(path.join(tmpdir(), 'files-'));
const spoolFolder = path.join(folder, 'on-their-way');
let isAway = false;
/** A folder that is away now and then. */
class MovedFolder extends FolderFiles {
  override put(...given: Parameters<FileStore['put']>): Promise<void> {
    return isAway ? new FolderFiles('/dev/null/nowhere').put(...given) : super.put(...given);
  }
}
const api = await testApi(undefined, { store: new MovedFolder(path.join(folder, 'kept')), spoolFolder });
const engaged = await anEngagement(api);
const { agency, business } = engaged;
const stranger = await aBusiness(api);
afterAll(() => api.close());

const bring = (by: SignedIn, bytes: Buffer | string, headers: object = {}, name = 'receipt.png') =>
  api.http
    .post(`/v1/files?name=${encodeURIComponent(name)}`)
    .set({ ...by.headers(), 'content-type': 'application/octet-stream', ...headers })
    .send(bytes);
const fetch = (by: SignedIn, id: string) => api.http.get(`/v1/files/${id}`).set(by.headers());

describe('a file', () => {
  it('is what its bytes are, and comes back to be saved and never shown', async () => {
    const { body, headers } = await bring(business, aPng, { 'content-type': 'text/html' }, 'rebut «març».html').expect(
      201,
    );
    expect(body).toMatchObject({ name: 'rebut «març».html', mediaType: 'image/png', size: aPng.length });
    expect(headers['location']).toBe(`/v1/files/${body.id}`);
    const fetched = await fetch(business, body.id).buffer(true).expect(200);
    expect(fetched.body).toEqual(aPng);
    expect(fetched.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(aPng.length),
      'x-content-type-options': 'nosniff',
      etag: `"${body.sha256}"`,
    });
    expect(fetched.headers['content-disposition']).toMatch(/^attachment; filename=.*filename\*=UTF-8''rebut/);
    await fetch(business, body.id).set('if-none-match', `"${body.sha256}"`).expect(304);
    await api.http.head(`/v1/files/${body.id}`).set(business.headers()).expect(200);
    expect((await api.http.get(`/v1/files/${body.id}/details`).set(business.headers()).expect(200)).body).toEqual(body);
    expect(readdirSync(spoolFolder)).toEqual([]);
  });

  it('is brought once by its key, and another one by the same key is refused', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await bring(business, aPng, key).expect(201);
    const again = await bring(business, aPng, key).expect(201);
    expect([again.body, again.headers['idempotency-replayed']]).toEqual([first.body, 'true']);
    expect((await bring(business, '%PDF-1.4 another', key)).body).toMatchObject({ code: 'idempotency.key-reused' });
    expect((await bring(business, aPng, { 'idempotency-key': '' })).body).toMatchObject({
      code: 'idempotency.key-missing',
    });
  });

  it('whose store was away is kept when it comes again by its key', async () => {
    const key = { 'idempotency-key': randomUUID() };
    isAway = true;
    const refused = await bring(business, aPng, key).expect(503);
    expect([refused.body.code, refused.headers['retry-after']]).toEqual(['file.store-unavailable', '10']);
    isAway = false;
    const { body } = await bring(business, aPng, key).expect(201);
    await fetch(business, body.id).expect(200);
  });

  it.each([
    ['of no bytes', '', 400, 'file.empty'],
    ['that is a page', '<html></html>', 415, 'file.type-not-taken'],
    ['that is too large', Buffer.alloc(15_360 * 1_024 + 1), 413, 'request.too-large'],
  ])('%s is refused', async (_what, bytes, status, code) => {
    expect((await bring(business, bytes)).body).toMatchObject({ status, code });
    expect(readdirSync(spoolFolder)).toEqual([]);
  });

  it('has a name without a path', async () => {
    const { body } = await bring(business, aPng, {}, '../etc/passwd').expect(400);
    expect(body.errors).toMatchObject([{ parameter: 'name' }]);
  });

  it('is not taken by routes that take no files', async () => {
    const answer = await api.http
      .post('/v1/needs')
      .set({ ...business.headers(), 'content-type': 'application/octet-stream' })
      .send(aPng);
    expect(answer.body).toMatchObject({ status: 415, code: 'request.unsupported-media-type' });
    await api.http.post('/v1/nowhere').set('content-type', 'application/octet-stream').send(aPng).expect(404);
  });

  it('is as unknown to others as one that is not there', async () => {
    const id = await aFile(api, business);
    for (const by of [stranger, agency]) expect((await fetch(by, id)).body).toMatchObject({ code: 'file.not-found' });
    await fetch(business, randomUUID()).expect(404);
  });

  it('goes after a week in which nothing names it', async () => {
    const id = await aFile(api, business);
    const sweep = api.app.get(FileSweep, { strict: false });
    await sweep.sweep(api.clock.now());
    await fetch(business, id).expect(200);
    await sweep.sweep(new Date(Date.parse(api.clock.now()) + 8 * 86_400_000).toISOString());
    await fetch(business, id).expect(404);
    expect(readdirSync(path.join(folder, 'kept'), { recursive: true })).not.toContain(path.join(id.slice(-2), id));
  });
});

describe('a file that shows work', () => {
  it('is seen by both sides and the assistant from when the run names it, and stays', async () => {
    const { id: runId } = await firstRunOf(api, engaged);
    const assistant = await aMember(api, agency, ['agency.assistant'], engaged.assistantId);
    const [id, foreign] = [await aFile(api, agency), await aFile(api, stranger)];
    await fetch(assistant, id).expect(404);
    const report = (value: string) =>
      move(api, engaged, runId, 'done', agency, { ...work(), evidence: [{ kind: 'file', value }] });
    expect((await report(foreign)).body).toMatchObject({
      code: 'file.not-found',
      errors: [{ pointer: '/evidence/0/value' }],
    });
    expect((await report('receipt.png')).body).toMatchObject({ code: 'duty-run.bad-evidence' });
    await report(id).expect(200);
    for (const by of [business, agency, assistant]) await fetch(by, id).expect(200);
    await fetch(stranger, id).expect(404);
    await api.app
      .get(FileSweep, { strict: false })
      .sweep(new Date(Date.parse(api.clock.now()) + 30 * 86_400_000).toISOString());
    await fetch(business, id).expect(200);
  });
});
