import { type Database, openDatabase } from '#platform/database';
import { eventually, testDatabase, type TestDatabase } from '#platform/testing';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { migrateMatcher } from '../data-source.js';
import { fromTheStart } from './read-mark.js';
import { readChanges } from './supply-reader.js';
import { SupplyWriter } from './supply-writer.js';

/** Tables that say by which transaction their rows were written. */
const marked = `SELECT attrelid::regclass::text AS name FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
  WHERE relnamespace = 'matcher'::regnamespace AND relkind = 'r' AND attname = 'written_by' ORDER BY 1`;

describe('a database that was dumped and restored in another cluster', () => {
  let before: TestDatabase;
  let after: TestDatabase;
  let owner: Client;
  let restored: Client;
  let database: Database;

  beforeAll(async () => {
    const open = () => testDatabase({ template: 'matcher', migrate: (ownerUrl) => migrateMatcher({ ownerUrl }) });
    [before, after] = await Promise.all([open(), open()]);
    [owner, restored] = [before, after].map(({ url }) => new Client({ connectionString: url })) as [Client, Client];
    await Promise.all([owner.connect(), restored.connect()]);
    database = await openDatabase({ schema: 'matcher', url: before.url, entities: [], poolSize: 2 });
  });
  afterAll(async () => {
    await database.dataSource.destroy();
    await Promise.all([owner.end(), restored.end()]);
    await Promise.all([before.dispose(), after.dispose()]);
  });

  async function fill(count: number): Promise<void> {
    await database.transaction({ kind: 'marketplace' }, async (tx) => {
      const writer = new SupplyWriter(tx);
      for (let made = 0; made < count; made += 1) {
        const assistantId = randomUUID();
        await writer.agency(randomUUID(), 'verified');
        await writer.clear(randomUUID(), assistantId, '2027-06-01T00:00:00.000Z');
        await writer.rate(assistantId, 5);
        await writer.book(randomUUID(), assistantId, [
          { startAt: '2027-01-04T09:00:00Z', endAt: '2027-01-04T10:30:00Z' },
        ]);
      }
    });
  }

  /** As pg_dump does: rows as they are, but for what is computed. The other cluster had come further than this one. */
  async function restore(): Promise<void> {
    for (const { name } of (await owner.query<{ name: string }>(marked)).rows) {
      const { rows: columns } = await owner.query<{ list: string }>(
        `SELECT string_agg(quote_ident(attname), ', ') AS list FROM pg_attribute
          WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
        [name],
      );
      const { list } = columns[0]!;
      const { rows } = await owner.query<{ row: string }>(`SELECT to_json(kept)::text AS row FROM ${name} AS kept`);
      for (const { row } of rows) {
        await restored.query(
          `INSERT INTO ${name} (${list}) SELECT ${list} FROM json_populate_record(NULL::${name},
             ($1::jsonb || jsonb_build_object('written_by', (1e15::bigint + ($1::jsonb->>'written_by')::bigint)::text))::json)`,
          [row],
        );
      }
    }
  }

  const news = async (url: string): Promise<readonly number[]> => {
    const opened = await openDatabase({ schema: 'matcher', url, entities: [], poolSize: 1 });
    try {
      const look = (mark: string) => opened.read({ kind: 'marketplace' }, (tx) => readChanges(tx, mark));
      const all = await look(fromTheStart);
      const more = await look(all.mark);
      const counts = ({ agencyIds, assistantIds, bookedIds }: typeof all) =>
        agencyIds.length + assistantIds.length + bookedIds.length;
      return [counts(all), counts(more)];
    } finally {
      await opened.dataSource.destroy();
    }
  };

  it('is read whole once, and afterwards for what is new alone', async () => {
    await fill(20);
    await restore();
    expect(await news(after.url)).toEqual([60, 60]);
    expect(await migrateMatcher({ ownerUrl: after.url })).toEqual([]);
    // What other databases of the cluster have begun before holds the mark back until it is over.
    await eventually(async () => expect(await news(after.url)).toEqual([60, 0]));
  });

  it('without its roles is refused in a line that says what to do', async () => {
    // What GRANT could not give to a role that was not there.
    await restored.query('REVOKE ALL ON ALL TABLES IN SCHEMA matcher FROM ajudant_matcher');
    await expect(migrateMatcher({ ownerUrl: after.url })).rejects.toThrow(
      /^the role ajudant_matcher has no rights on schema matcher: .*pg_dumpall --roles-only/,
    );
    await restored.query('REVOKE USAGE ON SCHEMA matcher FROM ajudant_matcher');
    await expect(migrateMatcher({ ownerUrl: after.url })).rejects.toThrow('has no rights on schema matcher');
  });
});
