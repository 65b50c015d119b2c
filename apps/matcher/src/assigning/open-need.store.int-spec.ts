import type { NeedToMatchV1 } from '#contracts';
import { openDatabase, type Transaction } from '#platform/database';
import { testDatabase } from '#platform/testing';
import { randomUUID } from 'node:crypto';
import { migrateMatcher } from '../data-source.js';
import { OpenNeedStore } from './open-need.store.js';

const place = await testDatabase({ template: 'matcher', migrate: (ownerUrl) => migrateMatcher({ ownerUrl }) });
const database = await openDatabase({ schema: 'matcher', url: place.url, entities: [], poolSize: 2 });
afterAll(async () => {
  await database.dataSource.destroy();
  await place.dispose();
});

describe('needs that wait for somebody', () => {
  const store = new OpenNeedStore();
  const inTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    database.transaction({ kind: 'marketplace' }, work);
  const matching = (endsOn: string) => ({ endsOn }) as NeedToMatchV1;
  const keep = (needId: string, endsOn = '2026-12-31', at = '2026-03-01T08:00:00Z') =>
    inTransaction((tx) => store.keep(tx, needId, matching(endsOn), at));
  const end = (needId: string) => inTransaction((tx) => store.end(tx, needId));
  const open = async (limit = 10) => inTransaction((tx) => store.open(tx, '2026-03-10', limit));

  it('are those that are posted, the longest posted first, as they were edited last', async () => {
    const [later, first, over, past] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await keep(later, '2026-12-31', '2026-03-02T08:00:00Z');
    await keep(first);
    await keep(past, '2026-03-09');
    await keep(over);
    await end(over);
    await keep(first, '2026-11-30', '2026-03-05T08:00:00Z');
    expect(await open()).toEqual([
      { needId: first, matching: { endsOn: '2026-11-30' } },
      { needId: later, matching: { endsOn: '2026-12-31' } },
    ]);
    expect(await open(1)).toHaveLength(1);
    await end(first);
    await end(later);
  });

  it('do not come back when their end is known before their beginning', async () => {
    const needId = randomUUID();
    await end(needId);
    await keep(needId);
    await end(needId);
    expect(await open()).toEqual([]);
  });
});
