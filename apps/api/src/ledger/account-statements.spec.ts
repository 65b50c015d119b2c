import type { Scope } from '#platform/database';
import type { ApiDatabase } from '../api-database.js';
import { AccountStatements } from './account-statements.js';

describe('a statement of a party', () => {
  it('takes at most 5,000 lines: who moves more asks for a shorter time', async () => {
    const scope: Scope = { kind: 'organisation', organisationId: '01900000-0000-7000-8000-000000000001' };
    const found = { sums: [], rows: Array.from({ length: 5_001 }) };
    const database: Pick<ApiDatabase, 'read'> = { read: () => Promise.resolve(found as never) };
    const statements = new AccountStatements(database as ApiDatabase);
    await expect(statements.of(scope, {}, '2026-03-02T09:00:00.000Z')).rejects.toMatchObject({
      code: 'ledger.statement-too-long',
      details: { parameter: 'from', atMost: 5_000 },
    });
  });
});
