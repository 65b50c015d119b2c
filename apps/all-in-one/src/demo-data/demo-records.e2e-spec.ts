import type { RecordYearDto } from '#contracts';
import type { AddressInfo } from 'node:net';
import { aBusiness } from '../../../api/src/testing/people.js';
import { testApi } from '../../../api/src/testing/test-api.js';
import { DemoClient } from './demo-client.js';
import { ensureRecords } from './demo-records.js';
import { daysFromNow } from './demo-time.js';

const api = await testApi();
const { port } = api.app.getHttpServer().address() as AddressInfo;
afterAll(() => api.close());

describe('the year of records of the demo', () => {
  it('is that of a bakery, with what is usually missing, and is filed once', async () => {
    const owner = await aBusiness(api);
    const bakery = new DemoClient(`http://127.0.0.1:${port}`, { authorization: `Bearer ${owner.token}` });
    await ensureRecords(bakery);
    await ensureRecords(bakery);
    const now = Number(daysFromNow(0).slice(0, 4));
    const years = await Promise.all(
      [now - 1, now].map(async (year) => {
        const path = `/v1/businesses/${owner.organisationId}/record-year?year=${year}`;
        return (await bakery.get<RecordYearDto>(path)).body;
      }),
    );
    const entries = years.flatMap(({ months }) => months).reduce((sum, { entries: count }) => sum + count, 0);
    expect(entries).toBe(61);
    const missing = new Set(years.flatMap(({ gaps }) => gaps).map(({ kind }) => kind));
    expect([...missing]).toEqual(
      expect.arrayContaining([
        'month-empty',
        'without-document',
        'unpaid',
        'number-missing',
        'bank-line-without-entry',
      ]),
    );
  });
});
