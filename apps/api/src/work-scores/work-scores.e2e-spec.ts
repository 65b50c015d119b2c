import { eventually } from '#platform/testing';
import { aBookableAssistant } from '../testing/bookable.js';
import { anEngagement, firstRunOf, move, runsOf, signedInAgain, work } from '../testing/engagements.js';
import type { SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { CountingWork } from './counting-work.js';

const api = await testApi();
afterAll(() => api.close());

const sweep = () => api.app.get(CountingWork, { strict: false }).sweep(api.clock.now());
const toldOf = async (assistantId: string, agency: SignedIn) => {
  const { body } = await api.http.get('/v1/events?limit=200').set(agency.headers()).expect(200);
  const items = body.items as { type: string; aggregateId: string; data: { runs: number; onTime: number } }[];
  return items
    .filter(({ type, aggregateId }) => type === 'work-score.changed.v1' && aggregateId === assistantId)
    .map(({ data }) => [data.runs, data.onTime]);
};

describe('what is told of the work of an assistant', () => {
  it('is how much of it fell due and was done on time, each number once, and grows with the days', async () => {
    const engaged = await anEngagement(api, await aBookableAssistant(api));
    const { assistantId, agency } = engaged;
    const { id } = await firstRunOf(api, engaged);
    await move(api, engaged, id, 'done', agency, work()).expect(200);
    await eventually(async () => {
      await sweep();
      expect(await toldOf(assistantId, agency)).toEqual([[1, 1]]);
    });
    await Promise.all([sweep(), sweep()]);
    expect(await toldOf(assistantId, agency)).toEqual([[1, 1]]);

    api.clock.advance({ days: 15 });
    const again = await signedInAgain(api, engaged);
    const { body: card } = await api.http
      .get(`/v1/assistants/${assistantId}/scorecard`)
      .set(again.agency.headers())
      .expect(200);
    expect(card.overdue).toBeGreaterThan(0);
    expect((await runsOf(api, again)).length).toBeGreaterThan(card.overdue);
    await sweep();
    await eventually(async () =>
      expect(await toldOf(assistantId, again.agency)).toEqual([
        [1, 1],
        [1 + card.overdue, 1],
      ]),
    );
  });
});
