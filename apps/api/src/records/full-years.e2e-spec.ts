import { marketplace } from '#access';
import { recordBounds } from '#domain';
import type { Transaction } from '#platform/database';
import { randomUUID } from 'node:crypto';
import { ApiDatabase } from '../api-database.js';
import { aFile } from '../testing/files.js';
import { aBusiness, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { RecordStore } from './record.store.js';

const api = await testApi();
const { owner } = api;
afterAll(() => api.close());

const thisYear = Number(api.clock.now().slice(0, 4));
/** Of years that are over, so that any day of them can be filed. */
const [year, yearBefore] = [thisYear - 1, thisYear - 2];
let numbers = 0;
const aReceipt = (datedOn: string, changes: object = {}) => ({
  kind: 'expense' as const,
  datedOn,
  description: 'Flour',
  counterpart: 'Farines Roca',
  documentNumber: `F-${(numbers += 1)}`,
  totalMinor: 12_100,
  ...changes,
});
const file = (by: SignedIn, datedOn: string) => api.http.post('/v1/records').set(by.headers()).send(aReceipt(datedOn));
const move = (by: SignedIn, id: string, datedOn: string) =>
  api.http
    .put(`/v1/records/${id}`)
    .set({ ...by.headers(), 'if-match': '*' })
    .send(aReceipt(datedOn));

/** What is kept of each year, beside what is there. */
async function countsOf({ organisationId }: SignedIn) {
  const kept = `SELECT year, entries FROM api.record_count WHERE business_id = $1 ORDER BY year`;
  const there = `SELECT extract(year FROM dated_on)::int AS year, count(*)::int AS entries FROM api.record
                  WHERE business_id = $1 GROUP BY 1 ORDER BY 1`;
  return {
    kept: (await owner.query<{ year: number; entries: number }>(kept, [organisationId])).rows,
    there: (await owner.query<{ year: number; entries: number }>(there, [organisationId])).rows,
  };
}

/** How many rows all nodes of the plan of a statement gave or passed over. */
async function rowsRead(look: (tx: Transaction) => Promise<unknown>): Promise<number> {
  const plans: unknown[] = [];
  await api.app.get(ApiDatabase, { strict: false }).transaction(marketplace, (tx) => {
    const query = async (statement: string, params: unknown[]): Promise<unknown[]> => {
      plans.push(await tx.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${statement}`, params));
      return [];
    };
    return look({ query } as unknown as Transaction);
  });
  const counts = JSON.stringify(plans).matchAll(/"(?:Actual Rows|Rows Removed by [^"]+)":([\d.]+)/g);
  return [...counts].reduce((sum, [, rows]) => sum + Number(rows), 0);
}

describe('a year that fills', () => {
  it('has as many entries as were filed and moved into it, however many people do so at once', async () => {
    const business = await aBusiness(api);
    const first = await Promise.all(Array.from({ length: 20 }, () => file(business, `${year}-03-01`).expect(201)));
    const ids = first.map(({ body }) => body.id as string);
    const filing = Array.from({ length: 10 }, () => file(business, `${yearBefore}-05-01`).expect(201));
    const moving = ids.slice(0, 10).map((id) => move(business, id, `${yearBefore}-12-31`).expect(200));
    const staying = ids.slice(10).map((id) => move(business, id, `${year}-12-31`).expect(200));
    await Promise.all([...filing, ...moving, ...staying]);
    const { kept, there } = await countsOf(business);
    expect(there).toEqual([
      { year: yearBefore, entries: 20 },
      { year, entries: 10 },
    ]);
    expect(kept).toEqual(there);
  });

  it('takes its last entry from one of many, and another one where one has moved away', async () => {
    const business = await aBusiness(api);
    const { body: known } = await file(business, `${year}-03-01`).expect(201);
    const fill = `UPDATE api.record_count SET entries = $2 WHERE business_id = $1 AND year = $3`;
    await owner.query(fill, [business.organisationId, recordBounds.entriesAYear - 1, year]);
    const answers = await Promise.all(Array.from({ length: 8 }, () => file(business, `${year}-04-01`)));
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(({ body }) => [body.code, body.errors[0].pointer])).toEqual(
      Array.from({ length: 7 }, () => ['record.too-many-entries', '/datedOn']),
    );
    await move(business, known.id, `${year}-05-01`).expect(200);
    await move(business, known.id, `${yearBefore}-05-01`).expect(200);
    await file(business, `${year}-04-01`).expect(201);
    expect((await move(business, known.id, `${year}-05-01`)).body.code).toBe('record.too-many-entries');
  });

  it('costs whoever files into it no more than an empty one: neither room nor duplicates are looked for among all entries', async () => {
    const business = await aBusiness(api);
    const { organisationId } = business;
    await owner.query(
      `INSERT INTO api.record (id, version, business_id, status, kind, dated_on, duplicate_key, content, filed_at)
       SELECT gen_random_uuid(), 1, $1, 'reviewed', 'expense', make_date($2, 1 + n % 12, 1 + n % 28), 'expense|roca|' || n || '|1', '{}', now()
         FROM generate_series(1, 5000) AS n`,
      [organisationId, year],
    );
    await owner.query(
      `WITH document AS (
         INSERT INTO api.file (id, organisation_id, name, media_type, size, sha256, uploaded_at, is_kept, is_named)
         SELECT id, business_id, 'receipt.pdf', 'application/pdf', 1, encode(sha256(id::text::bytea), 'hex'), now(), true, true
           FROM api.record WHERE business_id = $1 RETURNING id, organisation_id)
       INSERT INTO api.file_use (file_id, kind, subject_id, organisations, named_at)
       SELECT id, 'record', id, ARRAY[organisation_id], now() FROM document`,
      [organisationId],
    );
    const fileId = await aFile(api, business);
    for (const table of ['record', 'file', 'file_use']) await owner.query(`ANALYZE api.${table}`);
    expect((await countsOf(business)).kept).toEqual([{ year, entries: 5_000 }]);
    const records = api.app.get(RecordStore, { strict: false });
    const seen = { id: randomUUID(), duplicateKey: 'expense|roca|none|1', fileIds: [fileId] };
    expect(await rowsRead((tx) => records.countOf(tx, organisationId, year))).toBe(1);
    expect(await rowsRead((tx) => records.duplicate(tx, organisationId, seen))).toBeLessThan(10);
  });
});
