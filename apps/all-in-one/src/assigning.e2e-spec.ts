import { aClearance } from '../../api/src/testing/clearances.js';
import { aPublishedAssistant } from '../../api/src/testing/listings.js';
import { dayAhead } from '../../api/src/testing/needs.js';
import { aBusiness, anAdministrator, anAgency, type SignedIn } from '../../api/src/testing/people.js';
import type { TestApi } from '../../api/src/testing/test-api.js';
import { testMarketplace } from './testing/test-marketplace.js';

const need = (dutyCode: string, changes: object = {}): object => ({
  lines: [{ lineId: 'first', dutyCode, volume: 1, cadence: 'weekly', importance: 3 }],
  requiredLanguages: [{ language: 'en', level: 'B1' }],
  hours: { timeZone: 'Europe/Madrid', kind: 'weekly', weekly: [{ weekday: 1, start: '09:00', end: '12:00' }] },
  minOverlapMinutesPerWeek: 180,
  startsOn: dayAhead(7),
  endsOn: dayAhead(34),
  hourlyRateCap: { amountMinor: 2_500, currency: 'EUR' },
  channels: ['email'],
  openToProposals: true,
  ...changes,
});

describe('a plan for all open needs', () => {
  let market: TestApi;
  let administrator: SignedIn;
  let business: SignedIn;
  let agencies: SignedIn[];
  let assistants: string[];
  beforeAll(async () => {
    market = await testMarketplace();
    administrator = await anAdministrator(market);
    business = await aBusiness(market);
    agencies = [await anAgency(market), await anAgency(market)];
    const [first, second] = agencies as [SignedIn, SignedIn];
    // The first can do both duties and is cheaper, the second only one of them.
    const versatile = await aPublishedAssistant(market, first, { hourlyRate: { amountMinor: 1_500, currency: 'EUR' } });
    const plain = await aPublishedAssistant(market, second, { dutyCodes: ['inbox-triage'] });
    assistants = [versatile.id, plain.id];
    await aClearance(market, first, versatile.id);
    await aClearance(market, second, plain.id);
  });
  afterAll(() => market.close());

  const posted = async (body: object): Promise<string> => {
    const headers = { ...business.headers(), prefer: 'wait=5' };
    const { id } = (await market.http.post('/v1/needs').set(headers).send(body).expect(201)).body;
    await market.http.post(`/v1/needs/${id}/posting`).set(business.headers()).send({}).expect(200);
    // Ranked, so that the matcher knows of it.
    await market.http.get(`/v1/needs/${id}/shortlist`).set(headers).expect(200);
    return id as string;
  };
  const aPlan = async () => {
    const asked = await market.http.post('/v1/admin/assignment-plans').set(administrator.headers()).expect(202);
    expect(asked.body).toMatchObject({ status: 'pending', lines: [], scoreSum: null });
    const read = market.http.get(asked.headers['location'] as string);
    return (await read.set({ ...administrator.headers(), prefer: 'wait=10' }).expect(200)).body;
  };
  /** The matcher hears of needs and of plans over different topics. */
  const aPlanOver = async (needs: number) => {
    for (;;) {
      const plan = await aPlan();
      if (plan.lines.length + plan.unassignedNeedIds.length === needs) return plan;
    }
  };
  const own = async (agency: SignedIn, query = '') =>
    (await market.http.get(`/v1/assignment-plans${query}`).set(agency.headers()).expect(200)).body;

  it('gives scarce hours out for the best of all, and shows each agency its own lines', async () => {
    const inbox = await posted(need('inbox-triage'));
    const receipts = await posted(need('receipt-capture'));
    const plan = await aPlanOver(2);
    const [versatile, plain] = assistants as [string, string];
    // First come, first served would give the versatile one to the inbox, and nobody to the receipts.
    expect(plan.lines).toEqual([
      expect.objectContaining({ needId: inbox, assistantId: plain, agencyId: agencies[1]!.organisationId }),
      expect.objectContaining({ needId: receipts, assistantId: versatile, agencyId: agencies[0]!.organisationId }),
    ]);
    expect(plan).toMatchObject({ status: 'prepared', unassignedNeedIds: [] });
    expect(plan.scoreSum).toBeGreaterThan(plan.firstComeScoreSum);
    const scores = plan.lines.map(({ score }: { score: number }) => score);
    expect(scores[0] + scores[1]).toBeCloseTo(plan.scoreSum, 9);

    const lines = await own(agencies[0]!);
    expect(lines.items[0]).toMatchObject({ planId: plan.id, needId: receipts, assistantId: versatile });
    expect(JSON.stringify(lines)).not.toContain(plain);
    expect((await own(agencies[1]!)).items[0]).toMatchObject({ planId: plan.id, needId: inbox, assistantId: plain });
    expect((await own(agencies[1]!, `?needId=${inbox}`)).items).toHaveLength(1);
    expect((await own(agencies[1]!, `?needId=${receipts}`)).items).toEqual([]);
    expect((await own(await anAgency(market))).items).toEqual([]);
    await market.http.get('/v1/assignment-plans').set(business.headers()).expect(403);
  });

  it('pages through lines, newest plans first', async () => {
    const newest = await aPlanOver(2);
    const first = await own(agencies[0]!, '?limit=1');
    expect(first.items).toMatchObject([{ planId: newest.id }]);
    const next = await own(agencies[0]!, `?limit=1&after=${first.next}`);
    expect(next.items).toHaveLength(1);
    expect(next.items[0].planId < newest.id).toBe(true);
  });

  it('leaves out who is closed, and shows no agency a need that it may not answer', async () => {
    const secret = await posted(need('receipt-capture', { openToProposals: false }));
    const plan = await aPlanOver(3);
    expect(plan.unassignedNeedIds).toHaveLength(1);
    for (const { needId } of plan.lines as { needId: string }[]) {
      const close = market.http.post(`/v1/needs/${needId}/closing`).set({ ...business.headers(), 'if-match': '*' });
      await close.send({ reason: 'withdrawn' }).expect(200);
    }
    const rest = await aPlanOver(1);
    expect([...rest.lines.map(({ needId }: { needId: string }) => needId), ...rest.unassignedNeedIds]).toEqual(
      plan.unassignedNeedIds,
    );
    for (const agency of agencies) expect(JSON.stringify(await own(agency))).not.toContain(secret);
  });
});
