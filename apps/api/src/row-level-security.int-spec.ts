import type { Database, Scope } from '#platform/database';
import { eventually } from '#platform/testing';
import { ApiDatabase } from './api-database.js';
import { aBookableAssistant, anAcceptedAgreement } from './testing/bookable.js';
import { aKey, anInvitation } from './testing/memberships.js';
import { aNeed } from './testing/needs.js';
import { aBusiness, type SignedIn } from './testing/people.js';
import { testApi, type TestApi } from './testing/test-api.js';

type Row = Record<string, unknown>;

/** Tables that no tenant owns a row of, and why nothing of a tenant is read from them by mistake. */
const withoutTenants: Readonly<Record<string, string>> = {
  migrations: 'names of migrations',
  outbox: 'events for the moment until the sequencer moves them into the journal, which has a policy',
  cursor: 'places of readers in journals',
  journal_seal: 'positions, counts and hashes of stretches of the journal, and nothing of its events',
  journal_verification: 'when the journal was last verified, and up to which position it was sound',
  inbox: 'versions of aggregates that a consumer has handled',
  catalogue_entry: 'duties of catalogues that others keep, the same for everybody',
  dead_letter: 'for administrators alone, whose scope sees everything',
  payment_service_task: 'what the payment service is to be asked about, by ids alone',
};

/** Those that the fixtures of this file put rows of both parties in. */
const filled = [
  'user_account',
  'membership',
  'refresh_token',
  'api_key',
  'invitation',
  'agency',
  'business',
  'assistant',
]
  .concat(['assistant_calendar', 'clearance', 'need', 'proposal', 'agreement', 'booking', 'duty_suggestion', 'journal'])
  .concat('idempotency');

describe('row-level security', () => {
  let api: TestApi;
  let owner: TestApi['owner'];
  let database: Database;
  let tables: { name: string; secured: boolean; forced: boolean; policies: number; partition: boolean }[];
  let tenants: SignedIn[];
  beforeAll(async () => {
    api = await testApi();
    database = api.app.get(ApiDatabase, { strict: false });
    ({ owner } = api);
    tenants = (await Promise.all([twoParties(0), twoParties(100)])).flat();
    await eventually(async () => expect(await everyRow('outbox')).toEqual([]));
    const found = await owner.query<(typeof tables)[number]>(
      `SELECT relname AS name, relrowsecurity AS secured, relforcerowsecurity AS forced, relispartition AS partition,
              (SELECT count(*)::int FROM pg_policy WHERE polrelid = pg_class.oid) AS policies
         FROM pg_class WHERE relnamespace = 'api'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`,
    );
    tables = found.rows;
  });
  afterAll(() => api.close());

  /** An agency and a business that have to do with each other, and a row of theirs in every table of importance. */
  async function twoParties(startHour: number): Promise<SignedIn[]> {
    const { agency, assistantId } = await aBookableAssistant(api);
    const business = await aBusiness(api);
    const post = (path: string, who: SignedIn, body: object) =>
      api.http
        .post(path)
        .set({ ...who.headers(), prefer: 'wait=0' })
        .send(body);
    const agreementId = await anAcceptedAgreement(api, business, assistantId);
    const startAt = new Date(new Date().setUTCHours(72 + startHour, 0, 0, 0)).toISOString();
    const endAt = new Date(Date.parse(startAt) + 3_600_000).toISOString();
    await post('/v1/bookings', business, { agreementId, slots: [{ startAt, endAt }] }).expect(201);
    const lines = ['inbox', 'receipts'].map((lineId) => ({ lineId, unitPrice: { amountMinor: 90, currency: 'EUR' } }));
    const needId = await aNeed(api, business);
    await post('/v1/proposals', agency, { needId, assistantId, lines, suggestions: [] }).expect(201);
    await post('/v1/duty-suggestions', business, { text: 'My inbox eats my mornings' }).expect(202);
    for (const party of [agency, business]) await aKey(api, party.token, ['members:read']);
    await anInvitation(api, agency, ['agency.coordinator']);
    await anInvitation(api, business, ['business.colleague']);
    return [agency, business];
  }

  const everyRow = async (table: string): Promise<Row[]> =>
    (await owner.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM api.${table} t`)).rows.map(({ row }) => row);
  const rowsIn = async (scope: Scope, table: string): Promise<Row[]> =>
    (
      await database.transaction(scope, (tx) => tx.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM api.${table} t`))
    ).map(({ row }) => row);
  const securedTables = () => tables.filter(({ secured }) => secured).map(({ name }) => name);
  const byText = (rows: readonly Row[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

  it('is on for every table, but for a few that hold nothing of tenants', () => {
    const without = tables.filter(({ secured, policies, partition }) => !partition && (!secured || policies === 0));
    expect(without.map(({ name }) => name)).toEqual(Object.keys(withoutTenants).sort());
  });

  it('holds for the owner of the tables, too', () => {
    expect(tables.filter(({ secured, forced }) => secured && !forced).map(({ name }) => name)).toEqual([]);
  });

  it('can not be gone around through a partition, whose table it is not on', async () => {
    const { rows } = await owner.query(
      `SELECT relname FROM pg_class
        WHERE relnamespace = 'api'::regnamespace AND relispartition AND relkind = 'r'
          AND has_table_privilege('ajudant_api', oid, 'SELECT, INSERT, UPDATE, DELETE')`,
    );
    expect(rows).toEqual([]);
  });

  it('applies to the role of the app, which owns nothing', async () => {
    const { rows } = await owner.query(
      `SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS mighty,
              (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owned
         FROM pg_roles WHERE rolname = 'ajudant_api'`,
    );
    expect(rows).toEqual([{ mighty: false, owned: 0 }]);
  });

  it("shows a tenant its own rows and nobody else's when a query has no filter", async () => {
    const accounts = await everyRow('membership');
    for (const { organisationId } of tenants) {
      const theirs = accounts.filter((row) => row['organisation_id'] === organisationId);
      const users = new Set(theirs.map((row) => row['user_id']));
      const isTheirs = (table: string, row: Row): boolean =>
        table === 'user_account' ? users.has(row['id']) : JSON.stringify(row).includes(organisationId);
      for (const table of securedTables()) {
        const [all, seen] = [await everyRow(table), await rowsIn({ kind: 'organisation', organisationId }, table)];
        expect({ table, foreign: seen.filter((row) => !isTheirs(table, row)) }).toEqual({ table, foreign: [] });
        if (all.length > 0) expect({ table, all: seen.length === all.length }).toEqual({ table, all: false });
      }
    }
  });

  it('shows each table of importance to whoever has rows in it, and all of it to the marketplace', async () => {
    for (const table of filled) {
      const perTenant = await Promise.all(
        tenants.map(({ organisationId }) => rowsIn({ kind: 'organisation', organisationId }, table)),
      );
      expect({ table, seers: perTenant.filter((rows) => rows.length > 0).length >= 2 }).toEqual({ table, seers: true });
      expect(byText(await rowsIn({ kind: 'marketplace' }, table))).toEqual(byText(await everyRow(table)));
    }
  });

  it('shows nothing to the public, but the answers to requests of nobody', async () => {
    for (const table of securedTables()) {
      const seen = await rowsIn({ kind: 'public' }, table);
      const known = table === 'idempotency' ? seen.filter((row) => row['tenant'] !== 'public') : seen;
      expect({ table, known }).toEqual({ table, known: [] });
      const unscoped: Row[] = await database.dataSource.query(`SELECT * FROM api.${table}`);
      expect(unscoped.filter((row) => row['tenant'] !== 'public')).toEqual([]);
    }
  });

  it('lets no tenant change what is not its own, nor plant something', async () => {
    const [first, , other] = tenants as [SignedIn, SignedIn, SignedIn];
    const run = (sql: string) =>
      database.transaction({ kind: 'organisation', organisationId: first.organisationId }, (tx) =>
        tx.query(sql, [other.organisationId]),
      );
    const changes = [
      `UPDATE api.agency SET name = 'Taken over' WHERE id = $1 RETURNING id`,
      `UPDATE api.assistant SET display_name = 'Taken over' WHERE agency_id = $1 RETURNING id`,
      `UPDATE api.api_key SET revoked_at = NULL WHERE organisation_id = $1 RETURNING id`,
      `UPDATE api.membership SET roles = '{}' WHERE organisation_id = $1 RETURNING user_id`,
      `UPDATE api.booking SET status = status WHERE agency_id = $1 RETURNING id`,
    ];
    for (const change of changes) expect(await run(change)).toEqual([]);
    const plant = `INSERT INTO api.membership (user_id, organisation_id, organisation_kind, roles, joined_at)
      SELECT user_id, $1, 'agency', '{agency.owner}', now() FROM api.membership LIMIT 1`;
    await expect(run(plant)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['TRUNCATE', 'DROP TABLE', 'ALTER TABLE'])('leaves the app no way to %s', async (command) => {
    const rest = command === 'ALTER TABLE' ? ' DISABLE ROW LEVEL SECURITY' : '';
    for (const { name } of tables) {
      const attempt = database.transaction({ kind: 'marketplace' }, (tx) => tx.query(`${command} api.${name}${rest}`));
      await expect(attempt).rejects.toMatchObject({ code: '42501' });
    }
  });
});
