import { runMigrations } from '#platform/database';
import { testDatabase, type TestDatabase } from '#platform/testing';
import { Client } from 'pg';
import { apiMigrations, migrateApi } from '../data-source.js';

const before = (instant: number) => apiMigrations.filter(({ name }) => Number(name.slice(-13)) < instant);
const idOf = (last: number): string => `0197a000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const [agency, business, agreement, endedAgreement] = [1, 2, 3, 4].map(idOf) as [string, string, string, string];

/** Two of one address, twice, the kept spelling older in one pair and younger in the other; and one alone. */
const addresses = [
  'nu\u0301ria@example.org',
  'n\u00faria@example.org',
  'n\u00faria@xn--bcher-kva.example',
  'nu\u0301ria@b\u00fccher.example',
  'anna@b\u00fccher.example',
];

describe('a database that an older release filled', () => {
  let database: TestDatabase;
  let owner: Client;
  beforeAll(async () => {
    const migrations = before(1_795_390_200_000);
    const migrate = (ownerUrl: string) => runMigrations({ schema: 'api', ownerUrl, migrations });
    database = await testDatabase({ template: 'api-before-terms', migrate });
    owner = new Client({ connectionString: database.url });
    await owner.connect();
    await fill();
    await migrateApi({ ownerUrl: database.url });
  });
  afterAll(async () => {
    await owner.end();
    await database.dispose();
  });

  const rows = async (sql: string) => (await owner.query<Record<string, unknown>>(sql)).rows;

  async function fill(): Promise<void> {
    await owner.query(`
      INSERT INTO api.agency (id, version, name, country_code, contact_email, status, registered_at)
        VALUES ('${agency}', 1, 'Bona Ajuda', 'ES', 'hola@example.org', 'verified', now());
      INSERT INTO api.business (id, version, name, country_code, sector, time_zone, contact_email, registered_at)
        VALUES ('${business}', 1, 'Forn Mas', 'ES', 'bakery', 'Europe/Madrid', 'forn@example.org', now())`);
    for (const [at, email] of addresses.entries()) {
      await owner.query(
        `INSERT INTO api.user_account (id, email, display_name, password_hash, created_at)
         VALUES ($1, $2, 'Somebody', '', $3)`,
        [idOf(20 + at), email, new Date(Date.UTC(2026, 0, 9 - at))],
      );
    }
    const listed = '2026-03-01T09:00:00.125Z';
    const withdrawn = '2026-04-01T10:30:00.000Z';
    await assistant(11, 'draft', null, null, null);
    await assistant(12, 'published', listed, null, null);
    await assistant(13, 'withdrawn', listed, withdrawn, 'Is on leave');
    await owner.query(
      `INSERT INTO api.clearance (id, version, assistant_id, agency_id, status, jurisdiction, template_version, answers,
         open_actions, requested_at) VALUES ($1, 1, $2, $3, 'requested', 'es', 1, '[]', '[]', now())`,
      [idOf(21), idOf(12), agency],
    );
    await proposal(31, idOf(12), 'open');
    await proposal(32, idOf(12), 'declined');
    await proposal(33, idOf(12), 'open');
    await proposal(34, idOf(13), 'open');
    for (const id of [agreement, endedAgreement]) {
      await owner.query(
        `INSERT INTO api.agreement (id, version, need_id, business_id, agency_id, assistant_id, status, in_force_number,
                                    accepted_at, versions)
         VALUES ($1, 3, $2, $3, $4, $5, 'accepted', 1, now(), '[]')`,
        [id, idOf(5), business, agency, idOf(12)],
      );
    }
    await engagement(agreement, 'active');
    await owner.query(
      `INSERT INTO api.booking (id, version, agreement_id, business_id, agency_id, assistant_id, status, state)
       VALUES ($1, 2, $2, $3, $4, $5, 'confirmed', $6)`,
      [
        idOf(21),
        agreement,
        business,
        agency,
        idOf(12),
        {
          slots: [
            { startAt: '2026-05-04T08:00:00.000Z', endAt: '2026-05-04T09:00:00.000Z' },
            { startAt: '2026-05-11T08:00:00.000Z', endAt: '2026-05-11T09:30:00.000Z' },
          ],
        },
      ],
    );
    for (const [last, details] of [
      [31, { startsOn: '2026-05-01', endsOn: '2026-06-30' }],
      [32, { startsOn: null, endsOn: null }],
    ] as const) {
      await owner.query(
        `INSERT INTO api.need (id, version, business_id, status, details, open_to_proposals, invited_agency_ids,
                               excluded_agency_ids, drafted_at)
         VALUES ($1, 1, $2, 'draft', $3, true, '{}', '{}', now())`,
        [idOf(last), business, details],
      );
    }
    await owner.query(
      `INSERT INTO api.invoice (id, version, engagement_id, agency_id, business_id, number, state)
       VALUES ($1, 1, $2, $3, $4, '1', $5)`,
      [
        idOf(41),
        agreement,
        agency,
        business,
        {
          issuedAt: '2026-06-01T09:00:00.000Z',
          subtotal: { amountMinor: 25_000, currency: 'EUR' },
          tax: { amountMinor: 5_880, currency: 'EUR' },
          total: { amountMinor: 33_880, currency: 'EUR' },
        },
      ],
    );
    await engagement(endedAgreement, 'ended');
  }

  const assistant = (
    last: number,
    status: string,
    listedAt: string | null,
    withdrawnAt: string | null,
    why: string | null,
  ) =>
    owner.query(
      `INSERT INTO api.assistant (id, version, agency_id, status, display_name, professional_title, country_code, time_zone,
         skills, duty_codes, languages, rate_minor, rate_currency, weekly_hours, days_off, weekly_capacity_minutes,
         instant_booking, created_at, listed_at, withdrawn_at, withdrawal_reason)
       VALUES ($1, 1, $2, $3, 'Marta', 'assistant', 'ES', 'Europe/Madrid', '[]', '{}', '[]', 1800, 'EUR', '[]', '[]', 600,
         false, now(), $4, $5, $6)`,
      [idOf(last), agency, status, listedAt, withdrawnAt, why],
    );

  const proposal = (last: number, assistantId: string, status: string) =>
    owner.query(
      `INSERT INTO api.proposal (id, version, need_id, need_version, business_id, agency_id, assistant_id, status, lines,
         suggestions, adopted_suggestion_ids, message, made_at, decided_at)
       VALUES ($1, 1, $2, 1, $3, $4, $5, $6::text, '[]', '[]', '{}', '', now(), CASE WHEN $6 <> 'open' THEN now() END)`,
      [idOf(last), idOf(5), business, agency, assistantId, status],
    );

  const engagement = (id: string, status: string) =>
    owner.query(
      `INSERT INTO api.engagement (id, version, business_id, agency_id, assistant_id, status, ends_on, over_at, state)
       VALUES ($1, 1, $2, $3, $4, $5, '2026-05-31', '2026-05-31T22:00:00Z', '{}')`,
      [id, business, agency, idOf(12), status],
    );

  it('still knows when each term is over, and that nobody has to end what has ended', async () => {
    expect(
      await rows(`SELECT engagement_id AS id, business_id AS business, ends_on::text AS "endsOn", over_at AS "overAt"
                    FROM api.engagement_term ORDER BY 1`),
    ).toEqual([
      { id: agreement, business, endsOn: '2026-05-31', overAt: new Date('2026-05-31T22:00:00Z') },
      { id: endedAgreement, business, endsOn: '2026-05-31', overAt: null },
    ]);
  });

  it('knows each e-mail address in one spelling, and leaves the accounts alone that turn out to have one of another', async () => {
    const kept = (await rows('SELECT email FROM api.user_account ORDER BY id')).map(({ email }) => email);
    expect(kept).toEqual([...addresses.slice(0, -1), 'anna@xn--bcher-kva.example']);
  });

  it('knows by which keys bookings, needs and invoices are looked for', async () => {
    expect(await rows('SELECT starts_at AS "startsAt", ends_at AS "endsAt" FROM api.booking')).toEqual([
      { startsAt: new Date('2026-05-04T08:00:00Z'), endsAt: new Date('2026-05-11T09:30:00Z') },
    ]);
    expect(await rows('SELECT starts_on::text AS first, ends_on::text AS last FROM api.need ORDER BY id')).toEqual([
      { first: '2026-05-01', last: '2026-06-30' },
      { first: null, last: null },
    ]);
    expect(await rows('SELECT issued_at AS "issuedAt", total_minor::int AS total FROM api.invoice')).toEqual([
      { issuedAt: new Date('2026-06-01T09:00:00Z'), total: 33_880 },
    ]);
  });

  it('leaves a need one open proposal of each assistant, the latest, and tells of the others', async () => {
    const found = await rows('SELECT status, version FROM api.proposal ORDER BY id');
    expect(found).toEqual([
      { status: 'withdrawn', version: 2 },
      { status: 'declined', version: 1 },
      { status: 'open', version: 1 },
      { status: 'open', version: 1 },
    ]);
    const told = await rows(`SELECT aggregate_id AS id, aggregate_version AS version, data->>'needId' AS "needId"
                               FROM api.outbox WHERE type = 'proposal.withdrawn.v1'`);
    expect(told).toEqual([{ id: idOf(31), version: 2, needId: idOf(5) }]);
  });

  it('knows of which country a clearance is', async () => {
    expect(await rows('SELECT country_code AS "countryCode" FROM api.clearance')).toEqual([{ countryCode: 'ES' }]);
  });

  it('still knows since when an assistant is listed or withdrawn, and why', async () => {
    const found = await rows('SELECT standing FROM api.assistant ORDER BY id');
    expect(found.map(({ standing }) => standing)).toEqual([
      { status: 'draft' },
      { status: 'published', listedAt: '2026-03-01T09:00:00.125Z' },
      {
        status: 'withdrawn',
        listedAt: '2026-03-01T09:00:00.125Z',
        withdrawnAt: '2026-04-01T10:30:00.000Z',
        reason: 'Is on leave',
      },
    ]);
  });
});

describe('records of an older release', () => {
  it('are counted by business and year, before anybody files another', async () => {
    const migrations = before(1_796_104_000_000);
    const migrate = (ownerUrl: string) => runMigrations({ schema: 'api', ownerUrl, migrations });
    const database = await testDatabase({ template: 'api-before-counted-records', migrate });
    const owner = new Client({ connectionString: database.url });
    await owner.connect();
    try {
      await owner.query(`
        INSERT INTO api.business (id, version, name, country_code, sector, time_zone, contact_email, registered_at)
          VALUES ('${business}', 1, 'Forn Mas', 'ES', 'bakery', 'Europe/Madrid', 'forn@example.org', now());
        INSERT INTO api.record (id, version, business_id, status, kind, dated_on, content, filed_at)
          SELECT gen_random_uuid(), 1, '${business}', 'reviewed', 'expense', dated_on::date, '{}', now()
            FROM unnest(ARRAY['2024-12-31', '2025-01-01', '2025-12-31']) AS dated_on`);
      await migrateApi({ ownerUrl: database.url });
      const { rows } = await owner.query('SELECT business_id AS id, year, entries FROM api.record_count ORDER BY year');
      expect(rows).toEqual([
        { id: business, year: 2024, entries: 1 },
        { id: business, year: 2025, entries: 2 },
      ]);
    } finally {
      await owner.end();
      await database.dispose();
    }
  });
});
