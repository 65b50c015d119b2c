import { dayAheadOf } from './testing/days.js';
import { anAcceptedRun, anEngagement, type Engaged, firstRunOf, signedInAgain } from './testing/engagements.js';
import { testApi, type TestApi } from './testing/test-api.js';

/** What the first release kept, made of what this one keeps; it said of nothing which version it was of. */
const asFirstKept: Readonly<Record<string, string>> = {
  booking: `state = jsonb_set(state - 'stateVersion', '{cancellation}', (state->'cancellation') - 'freeCancellationHours'
    || jsonb_build_object('freeUntilHours', state#>'{cancellation,freeCancellationHours}'))`,
  engagement: `state = state - 'stateVersion'`,
  duty_run: `state = state - 'stateVersion' - 'timesReturned'
    || jsonb_build_object('returnedTimes', state->'timesReturned')`,
  invoice: `state = state - 'stateVersion' - 'parties' - 'periodFrom' - 'periodTo' - 'issuedOn' - 'dueOn'
    || jsonb_build_object('fromOn', state->'periodFrom', 'toOn', state->'periodTo')`,
  review: `state = state - 'stateVersion'`,
  agreement: `versions = (SELECT jsonb_agg(jsonb_set(kept - 'stateVersion', '{terms}',
      (kept->'terms') - 'parties' - 'freeCancellationHours' - 'lateFeeBps' || jsonb_build_object('cancellation', jsonb_build_object(
        'freeUntilHours', kept#>'{terms,freeCancellationHours}', 'lateFeeBps', kept#>'{terms,lateFeeBps}'))))
    FROM jsonb_array_elements(versions) AS kept)`,
};

/** The first release didn't say who the parties were, nor on whose clock the dates of an invoice were. */
const unsaid = new Set(['parties', 'issuedOn', 'dueOn']);
const withoutParties = (read: unknown): Record<string, unknown> =>
  JSON.parse(JSON.stringify(read), (name, value) => (unsaid.has(name) ? null : value)) as Record<string, unknown>;

describe('states that the release before kept', () => {
  let api: TestApi;
  let engaged: Engaged;
  let invoiceId: string;
  let before: Record<string, unknown>;
  beforeAll(async () => {
    api = await testApi();
    engaged = await anEngagement(api);
    await anAcceptedRun(api, engaged);
    const today = dayAheadOf(api.clock, 0);
    const issued = await api.http
      .post('/v1/invoices')
      .set(engaged.agency.headers())
      .send({ engagementId: engaged.id, periodFrom: today, periodTo: today })
      .expect(201);
    invoiceId = issued.body.id;
    before = withoutParties(await everything());
    for (const [table, change] of Object.entries(asFirstKept))
      await api.owner.query(`UPDATE api.${table} SET ${change}`);
  });
  afterAll(() => api.close());

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
    agreement: await read(`/v1/agreements/${engaged.id}`),
    quote: await read(`/v1/agreements/${engaged.id}/quote`),
  });
  const versionsKept = async (table: string) => {
    const { rows } = await api.owner.query<{ version: number | null }>(
      `SELECT DISTINCT (state->>'stateVersion')::int AS version FROM api.${table} ORDER BY 1`,
    );
    return rows.map(({ version }) => version);
  };

  it('are read as they were', async () => {
    expect(await versionsKept('booking')).toEqual([null]);
    expect(withoutParties(await everything())).toEqual(before);
  });

  it('make no electronic invoice where they don’t say who the parties are', async () => {
    const { status, body } = await api.http.get(`/v1/invoices/${invoiceId}/ubl`).set(engaged.business.headers());
    expect([status, body.code]).toEqual([409, 'invoice.not-in-standard']);
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
    expect(await versionsKept('booking')).toEqual([4]);
    expect(await versionsKept('engagement')).toEqual([1]);
    // Those that began in the past stay as they were kept.
    expect(await versionsKept('duty_run')).toEqual([3, null]);
    expect(await versionsKept('invoice')).toEqual([null]);
  });
});
