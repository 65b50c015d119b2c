import { Client } from 'pg';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { createDataSource } from './data-source.js';
import type { Database } from './database.js';
import { ForwardMigration } from './forward-migration.js';
import { migrateNotes, NoteRow, Notes1700000000000 } from './example/note.js';
import { type MigrationSettings, runMigrations } from './migrations.js';
import { openDatabase } from './open-database.js';
import type { Scope } from './scope.js';
import { scopeAskedOnce } from './tenancy.js';

const northId = '018f0000-0000-7000-8000-000000000001';
const southId = '018f0000-0000-7000-8000-000000000002';
const north: Scope = { kind: 'organisation', organisationId: northId };
const south: Scope = { kind: 'organisation', organisationId: southId };
const noteId = '018f0000-0000-7000-8000-100000000001';

let home: TestDatabase;
let database: Database;

beforeAll(async () => {
  home = await testDatabase({ template: 'notes', migrate: migrateNotes });
  database = await openDatabase({ schema: 'api', url: home.url, entities: [NoteRow], poolSize: 2 });
  await database.transaction(north, (tx) =>
    tx.query('INSERT INTO note VALUES ($1, 1, $2, $3)', [noteId, northId, 'mine']),
  );
});

afterAll(async () => {
  await database.dataSource.destroy();
  await home.dispose();
});

const run = (scope: Scope, sql: string) => database.transaction(scope, (tx) => tx.execute(sql));

describe('a tenant', () => {
  it('sees nothing of others when a query forgets its filter', async () => {
    expect(await database.transaction(south, (tx) => tx.query('SELECT * FROM note'))).toEqual([]);
    expect(await database.transaction(south, (tx) => tx.manager.find(NoteRow))).toEqual([]);
  });

  it('changes and deletes nothing of others', async () => {
    expect(await run(south, `UPDATE note SET text = 'stolen'`)).toBe(0);
    expect(await run(south, 'DELETE FROM note')).toBe(0);
  });

  it('can not write rows for others, nor give its own away', async () => {
    const insert = `INSERT INTO note VALUES (gen_random_uuid(), 1, '${northId}', 'planted')`;
    await expect(run(south, insert)).rejects.toMatchObject({ code: '42501' });
    await expect(run(north, `UPDATE note SET owner_id = '${southId}'`)).rejects.toMatchObject({ code: '42501' });
  });

  it('sees its own', async () => {
    expect(await run(north, 'SELECT * FROM note')).toBe(1);
  });
});

describe('the marketplace', () => {
  it('sees everything', async () => {
    expect(await run({ kind: 'marketplace' }, 'SELECT * FROM note')).toBe(1);
  });
});

describe('without a scope', () => {
  it('nothing is seen, even past the one way to a transaction', async () => {
    expect(await database.dataSource.query('SELECT * FROM note')).toEqual([]);
    expect(await run({ kind: 'public' }, 'SELECT * FROM note')).toBe(0);
  });

  it('nothing is left of the scope of the transaction before on the same connection', async () => {
    await Promise.all([1, 2, 3, 4].map(() => run(north, 'SELECT pg_sleep(0.01)')));
    expect(await database.dataSource.query('SELECT * FROM note')).toEqual([]);
  });
});

describe("the app's role", () => {
  it.each([
    'DROP TABLE note',
    'TRUNCATE note',
    'ALTER TABLE note DISABLE ROW LEVEL SECURITY',
    'DROP POLICY note_tenant ON note',
    'CREATE TABLE api.planted (id int)',
    'CREATE OR REPLACE FUNCTION api.may_see(VARIADIC uuid[]) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$',
    'DELETE FROM api.migrations',
    'CREATE ROLE planted',
  ])('can not %s', async (statement) => {
    await expect(run(north, statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('stays in force when the URL brings options of its own', async () => {
    const url = new URL(home.url);
    url.searchParams.set('options', '-c role=none -c application_name=x');
    const source = createDataSource({ schema: 'api', url: url.toString(), entities: [], poolSize: 1, as: 'app' });
    await source.initialize();
    const rows = await source.query(`SELECT current_user AS name, current_setting('application_name') AS app`);
    await source.destroy();
    expect(rows).toEqual([{ name: 'ajudant_api', app: expect.any(String) }]);
  });
});

describe("the app's login", () => {
  const asApp = (sql: string) => database.transaction(north, (tx) => tx.query(sql));

  it.each([
    ['RESET ROLE; DROP TABLE note', '42501'],
    ['RESET ROLE; SELECT pg_read_file($$/etc/passwd$$)', '42501'],
    ["COPY note FROM PROGRAM 'id'", '42501'],
    ["COPY (SELECT 1) TO PROGRAM 'id'", '42501'],
    ["COPY note TO '/tmp/planted'", '42501'],
    ['ALTER ROLE CURRENT_USER SUPERUSER', '42501'],
    ['GRANT pg_execute_server_program TO CURRENT_USER', '42501'],
  ])('gets no further by %s', async (sql, code) => {
    await expect(asApp(sql)).rejects.toMatchObject({ code });
  });

  it.each(['SET ROLE', 'SET SESSION AUTHORIZATION'])('does not become the owner by %s', async (statement) => {
    const owner = decodeURIComponent(new URL(home.url).username);
    await expect(asApp(`${statement} ${owner}`)).rejects.toMatchObject({ code: '42501' });
  });

  it('is nobody else, whoever the database was given as', async () => {
    const found = await asApp(`SELECT session_user::text AS session, current_user::text AS now,
      (SELECT string_agg(rolname, ',') FROM pg_roles WHERE pg_has_role(session_user, oid, 'MEMBER')) AS members`);
    expect(found).toEqual([{ session: 'ajudant_api', now: 'ajudant_api', members: 'ajudant_api' }]);
  });
});

describe('migrations', () => {
  it('run once, also when several processes start together', async () => {
    const fresh = await testDatabase({ template: 'empty', migrate: async () => undefined });
    const ran = await Promise.all([1, 2, 3].map(() => migrateNotes(fresh.url)));
    expect(ran.flat()).toEqual(['Notes1700000000000']);
    await fresh.dispose();
  });

  it('refuse a schema that a newer release has migrated', async () => {
    const older = runMigrations({ schema: 'api', ownerUrl: home.url, migrations: [] });
    await expect(older).rejects.toThrow('migrated by a newer release, which knows Notes1700000000000');
  });

  it('let the app log in as somebody else who owns nothing, and make that login', async () => {
    const owner = new Client({ connectionString: home.url });
    await owner.connect();
    const appUrl = new URL(home.url);
    appUrl.username = 'clerk';
    appUrl.password = 'secret of the clerk';
    const migrations = [Notes1700000000000];
    await runMigrations({ schema: 'api', ownerUrl: home.url, appUrl: appUrl.toString(), migrations });
    const asClerk = await openDatabase({ schema: 'api', url: appUrl.toString(), entities: [], poolSize: 1 });
    expect(await asClerk.transaction(north, (tx) => tx.query('SELECT text FROM note'))).toEqual([{ text: 'mine' }]);
    expect(await asClerk.dataSource.query('SELECT session_user AS login')).toEqual([{ login: 'clerk' }]);
    await asClerk.dataSource.destroy();
    await owner.query('DROP ROLE clerk');
    await owner.end();
  });

  it('of an owner who is no superuser see all rows, and hold the owner back from them otherwise', async () => {
    const fresh = await testDatabase({ template: 'empty', migrate: async () => undefined });
    const superuser = new Client({ connectionString: fresh.url });
    await superuser.connect();
    await superuser.query(`CREATE ROLE steward LOGIN CREATEROLE PASSWORD 'secret of the steward'`);
    await superuser.query(`GRANT CREATE ON DATABASE ${superuser.escapeIdentifier(superuser.database!)} TO steward`);
    await superuser.query('GRANT ajudant_api TO steward WITH ADMIN OPTION');
    const ownerUrl = new URL(fresh.url);
    ownerUrl.username = 'steward';
    ownerUrl.password = 'secret of the steward';
    const appUrl = new URL(fresh.url);
    appUrl.username = 'porter';
    appUrl.password = 'secret of the porter';
    const migrate = (migrations: MigrationSettings['migrations']) =>
      runMigrations({ schema: 'api', ownerUrl: ownerUrl.toString(), appUrl: appUrl.toString(), migrations });
    await migrate([Notes1700000000000]);
    const asPorter = await openDatabase({ schema: 'api', url: appUrl.toString(), entities: [], poolSize: 1 });
    await asPorter.transaction(north, (tx) =>
      tx.query('INSERT INTO note VALUES ($1, 1, $2, $3)', [noteId, northId, 'mine']),
    );
    await asPorter.dataSource.destroy();
    const steward = new Client({ connectionString: ownerUrl.toString() });
    await steward.connect();
    expect((await steward.query(`UPDATE api.note SET text = 'stolen'`)).rowCount).toBe(0);
    await migrate([Notes1700000000000, RewordNotes1700000001000]);
    expect((await superuser.query('SELECT text FROM api.note')).rows).toEqual([{ text: 'reworded' }]);
    await steward.end();
    await superuser.query('DROP SCHEMA api CASCADE');
    await superuser.query('DROP OWNED BY steward, porter');
    await superuser.query('DROP ROLE porter, steward');
    await superuser.end();
    await fresh.dispose();
  });
});

class RewordNotes1700000001000 extends ForwardMigration {
  readonly statements = [`UPDATE api.note SET text = 'reworded'`];
}

describe('a policy that asks for the scope once a statement', () => {
  let owner: Client;
  beforeAll(async () => {
    owner = new Client({ connectionString: home.url });
    await owner.connect();
    await owner.query(scopeAskedOnce('api', 'note', ['owner_id']));
  });
  afterAll(() => owner.end());

  it('shows, and lets be changed, what the one before did', async () => {
    expect(await run(north, 'SELECT * FROM note')).toBe(1);
    expect(await run({ kind: 'marketplace' }, 'SELECT * FROM note')).toBe(1);
    for (const scope of [south, { kind: 'public' } as const]) {
      expect(await run(scope, 'SELECT * FROM note')).toBe(0);
      expect(await run(scope, `UPDATE note SET text = 'stolen'`)).toBe(0);
    }
    expect(await database.dataSource.query('SELECT * FROM note')).toEqual([]);
    const given = run(north, `UPDATE note SET owner_id = '${southId}'`);
    await expect(given).rejects.toMatchObject({ code: '42501' });
  });

  it('asks anew in each transaction of a connection that has prepared the statement', async () => {
    const seen = (scope: Scope) =>
      database.transaction(scope, (tx) => tx.query('SELECT id FROM note WHERE id = $1', [noteId]));
    for (let time = 0; time < 8; time += 1) {
      expect(await seen(north)).toHaveLength(1);
      expect(await seen(south)).toEqual([]);
    }
  });

  it('lets the first rows of an index be read without the others', async () => {
    await owner.query(
      `INSERT INTO api.note SELECT gen_random_uuid(), 1, '${northId}', 'note ' || n FROM generate_series(1, 5000) n`,
    );
    await owner.query('ANALYZE api.note');
    const plan = await database.transaction(north, (tx) =>
      tx.query<Record<'QUERY PLAN', string>>('EXPLAIN SELECT * FROM note ORDER BY id LIMIT 50'),
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('Index Scan using note_pkey');
  });
});
