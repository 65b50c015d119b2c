import { eventually } from '#platform/testing';
import { aClearance } from '../../api/src/testing/clearances.js';
import { aPublishedAssistant } from '../../api/src/testing/listings.js';
import { dayAhead } from '../../api/src/testing/needs.js';
import { aBusiness, anAdministrator, anAgency } from '../../api/src/testing/people.js';
import { testMarketplace } from './testing/test-marketplace.js';

const market = await testMarketplace();
const agency = await anAgency(market);
const business = await aBusiness(market);
afterAll(() => market.close());

describe('duties of an imported catalogue', () => {
  const send = (path: string, body: object = {}) =>
    market.http
      .post(path)
      .set({ ...business.headers(), prefer: 'wait=5' })
      .send(body);
  const imported = async (entries: object[]): Promise<void> => {
    const administrator = await anAdministrator(market);
    const path = '/v1/admin/catalogue/imports?source=guild';
    const { body } = await market.http.post(path).set(administrator.headers()).send(entries).expect(200);
    expect(body.rejected).toEqual([]);
  };

  it('are suggested for plain words while they are in use, and are what corrections may name', async () => {
    const text = 'Nobody answers the phone in the shop when I am baking';
    const suggested = async () => {
      const { body } = await send('/v1/duty-suggestions', { text }).expect(201);
      return { id: body.id as string, codes: (body.items as { dutyCode: string }[]).map(({ dutyCode }) => dutyCode) };
    };
    await imported([{ id: 'telephone', en: 'Answer the telephone for a shop' }]);
    // Lessons are learnt beside the answers.
    const { id } = await eventually(async () => {
      const found = await suggested();
      expect(found.codes).toContain('guild:telephone');
      return found;
    });
    const corrections = `/v1/duty-suggestions/${id}/corrections`;
    const corrected = await send(corrections, { dutyCodes: ['guild:telephone'] }).expect(200);
    expect(corrected.body.correctedDutyCodes).toEqual(['guild:telephone']);
    await imported([{ id: 'telephone', en: 'Answer the telephone for a shop', retired: true }]);
    await eventually(async () => expect((await suggested()).codes).not.toContain('guild:telephone'));
    const again = await send(corrections, { dutyCodes: ['guild:telephone'] }).expect(400);
    expect(again.body.code).toBe('duty-suggestion.duty-retired');
  });

  it('take of an assistant’s week what their catalogue says', async () => {
    // Two hours a week are asked for, and twenty are free.
    await imported([{ id: 'varnish', en: 'Varnish violins', minutes: 60 }]);
    const dutyCodes = ['guild:varnish'];
    const { id: assistantId } = await aPublishedAssistant(market, agency, { dutyCodes, weeklyCapacityMinutes: 1_200 });
    await aClearance(market, agency, assistantId);
    const need = {
      lines: [{ lineId: 'one', dutyCode: 'guild:varnish', volume: 2, cadence: 'weekly', importance: 3 }],
      hours: { timeZone: 'Europe/Madrid', kind: 'weekly', weekly: [{ weekday: 1, start: '09:00', end: '12:00' }] },
      startsOn: dayAhead(7),
      endsOn: dayAhead(34),
      hourlyRateCap: { amountMinor: 2_500, currency: 'EUR' },
      channels: ['email'],
    };
    const { id: needId } = (await send('/v1/needs', need).expect(201)).body;
    await send(`/v1/needs/${needId}/posting`).expect(200);
    const shortlist = async () => (await send(`/v1/needs/${needId}/shortlist`).expect(200)).body;
    expect(await shortlist()).toMatchObject({ entries: [{ assistantId }] });
    await imported([{ id: 'varnish', en: 'Varnish violins', minutes: 700 }]);
    await eventually(async () =>
      expect(await shortlist()).toMatchObject({ entries: [], nearMisses: [{ assistantId, failedFilter: 'capacity' }] }),
    );
  });
});
