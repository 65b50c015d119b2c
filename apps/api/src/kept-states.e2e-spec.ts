import { Client } from 'pg';
import { anAcceptedRun, anEngagement, type Engaged, firstRunOf, signedInAgain } from './testing/engagements.js';
import { testApi, type TestApi } from './testing/test-api.js';

const tables = ['booking', 'engagement', 'duty_run', 'invoice', 'review'] as const;

describe('states that the release before kept', () => {
  let api: TestApi;
  let owner: Client;
  let engaged: Engaged;
  let invoiceId: string;
  let before: Record<string, unknown>;
  beforeAll(async () => {
    api = await testApi();
    owner = new Client({ connectionString: api.databaseUrl });
    await owner.connect();
    engaged = await anEngagement(api);
    await anAcceptedRun(api, engaged);
    const today = api.clock.now().slice(0, 10);
    const issued = await api.http
      .post('/v1/invoices')
      .set(engaged.agency.headers())
      .send({ engagementId: engaged.id, periodFrom: today, periodTo: today })
      .expect(201);
    invoiceId = issued.body.id;
    before = await everything();
    // It said of no version which one it was.
    for (const table of tables) await owner.query(`UPDATE api.${table} SET state = state - 'stateVersion'`);
  });
  afterAll(async () => {
    await owner.end();
    await api.close();
  });

  const read = async (path: string) => (await api.http.get(path).set(engaged.business.headers()).expect(200)).body;
  const everything = async () => ({
    booking: await read(`/v1/bookings/${engaged.bookingId}`),
    bookings: await read('/v1/bookings'),
    engagement: await read(`/v1/engagements/${engaged.id}`),
    engagements: await read('/v1/engagements'),
    runs: await read(`/v1/engagements/${engaged.id}/duty-runs`),
    scorecard: await read(`/v1/engagements/${engaged.id}/scorecard`),
    invoice: await read(`/v1/invoices/${invoiceId}`),
    invoices: await read('/v1/invoices'),
  });
  const versionsKept = async (table: string) => {
    const { rows } = await owner.query<{ version: number | null }>(
      `SELECT DISTINCT (state->>'stateVersion')::int AS version FROM api.${table} ORDER BY 1`,
    );
    return rows.map(({ version }) => version);
  };

  it('are read as they were', async () => {
    expect(await versionsKept('booking')).toEqual([null]);
    expect(await everything()).toEqual(before);
  });

  it('are moved on like any other, and then say of which version they are', async () => {
    engaged = await signedInAgain(api, engaged);
    const run = await firstRunOf(api, engaged, 'inbox');
    expect(run.status).toBe('accepted');
    await api.http
      .post(`/v1/engagements/${engaged.id}/end`)
      .set(engaged.business.headers())
      .send({ reason: 'We found somebody in the house' })
      .expect(200);
    expect(await read(`/v1/bookings/${engaged.bookingId}`)).toMatchObject({ status: 'cancelled' });
    expect(await versionsKept('booking')).toEqual([1]);
    expect(await versionsKept('engagement')).toEqual([1]);
    // Those that began in the past stay as they were kept.
    expect(await versionsKept('duty_run')).toEqual([1, null]);
    expect(await versionsKept('invoice')).toEqual([null]);
  });
});
