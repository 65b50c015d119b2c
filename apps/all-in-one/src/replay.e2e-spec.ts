import { eventually } from '#platform/testing';
import { createHash } from 'node:crypto';
import { aBookableAssistant, anAcceptedAgreement } from '../../api/src/testing/bookable.js';
import { aClearance } from '../../api/src/testing/clearances.js';
import { aPublishedAssistant } from '../../api/src/testing/listings.js';
import { aNeedsDetails } from '../../api/src/testing/needs.js';
import { aBusiness } from '../../api/src/testing/people.js';
import type { TestApi } from '../../api/src/testing/test-api.js';
import { RepeatingTransport } from './testing/repeating-transport.js';
import { testMarketplace } from './testing/test-marketplace.js';

const hour = 3_600_000;

describe('events that come again', () => {
  const transport = new RepeatingTransport();
  let market: TestApi;
  beforeAll(async () => {
    market = await testMarketplace(transport);
  });
  afterAll(() => market.close());

  const rowsOf = async (sql: string): Promise<Record<string, string>[]> => (await market.owner.query(sql)).rows;

  /** Of all rows of all tables of the matcher, but for the places of readers: those move when nothing is done, too. */
  const fingerprints = async (): Promise<Record<string, string>> => {
    const tables = await rowsOf(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'matcher' ORDER BY 1`);
    const prints: Record<string, string> = {};
    for (const { name } of tables.filter((table) => table['name'] !== 'cursor')) {
      const rows = await rowsOf(`SELECT to_jsonb(t)::text AS row FROM matcher.${name!} t ORDER BY 1`);
      const hash = createHash('sha256').update(rows.map(({ row }) => row).join('\n'));
      prints[name!] = `${rows.length} rows ${hash.digest('hex')}`;
    }
    return prints;
  };

  const settled = async (): Promise<Record<string, string>> =>
    eventually(async () => {
      expect(await rowsOf('SELECT type FROM api.outbox UNION ALL SELECT type FROM matcher.outbox')).toEqual([]);
      const before = await fingerprints();
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(transport.progress().map(({ lag }) => lag)).toEqual(transport.progress().map(() => 0));
      expect(await fingerprints()).toEqual(before);
      return before;
    });

  /** Something of each kind that the matcher hears of. */
  async function muchHappens(): Promise<void> {
    const { agency, assistantId } = await aBookableAssistant(market);
    const business = await aBusiness(market);
    const send = (path: string, body: object = {}, who = business) =>
      market.http
        .post(path)
        .set({ ...who.headers(), prefer: 'wait=5', 'if-match': '*' })
        .send(body);
    const leaving = await aPublishedAssistant(market, agency);
    await aClearance(market, agency, leaving.id);
    const { lines, hours, startsOn, endsOn, hourlyRateCap } = aNeedsDetails();
    const need = {
      words: 'My inbox eats my mornings',
      lines,
      hours,
      startsOn,
      endsOn,
      hourlyRateCap,
      channels: ['email'],
    };
    const { id: needId } = (await send('/v1/needs', need).expect(201)).body;
    await send(`/v1/needs/${needId}/posting`).expect(200);
    await send(`/v1/needs/${needId}/shortlist`).expect(200);
    await send(`/v1/assistants/${leaving.id}/withdrawal`, { reason: 'on leave' }, agency).expect(200);
    await send(`/v1/needs/${needId}/shortlist`).expect(200);
    const suggested = (await send('/v1/duty-suggestions', { text: 'Grumpy gnomes in the attic' }).expect(201)).body;
    await send(`/v1/duty-suggestions/${suggested.id}/corrections`, { dutyCodes: ['receipt-capture'] }).expect(200);
    const agreementId = await anAcceptedAgreement(market, business, assistantId);
    const startAt = new Date().setUTCHours(72, 0, 0, 0);
    const slots = [{ startAt: new Date(startAt).toISOString(), endAt: new Date(startAt + hour).toISOString() }];
    await send('/v1/bookings', { agreementId, slots }).expect(201);
  }

  it('each twice, and all of them from the beginning, leave the matcher as it is', async () => {
    await muchHappens();
    const before = await settled();
    for (const table of [
      'supply_assistant',
      'supply_clearance',
      'supply_booking',
      'shortlist',
      'correction',
      'journal_0',
    ]) {
      expect({ table, print: before[table] }).not.toMatchObject({ print: expect.stringMatching(/^0 rows/) });
    }
    expect(await rowsOf('SELECT cause FROM matcher.dead_letter UNION ALL SELECT cause FROM api.dead_letter')).toEqual(
      [],
    );
    expect(await transport.repeatEverything()).toBeGreaterThan(20);
    expect(await settled()).toEqual(before);
  });

  it('give each request one shortlist', async () => {
    const prepared = await rowsOf(
      `SELECT aggregate_id, data->>'requestId' AS request, count(*)::int AS times FROM matcher.journal
        WHERE type = 'shortlist.prepared.v1' GROUP BY 1, 2 HAVING count(*) > 1`,
    );
    expect(prepared).toEqual([]);
  });
});
