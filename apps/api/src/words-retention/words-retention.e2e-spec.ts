import { anEngagement } from '../testing/engagements.js';
import { aQuestion } from '../testing/conversations.js';
import { aBusiness } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { WordsRetentionSweep } from './words-retention-sweep.js';

const api = await testApi();
const sweeper = api.app.get(WordsRetentionSweep, { strict: false });
afterAll(() => api.close());

describe('what was written in an engagement', () => {
  it('goes when the law of neither side asks for it any more, with the names in the agreement, and not before', async () => {
    const engaged = await anEngagement(api);
    const { agency, business, id } = engaged;
    const { messageId } = await aQuestion(api, engaged);
    const read = (path: string, by = business) => api.http.get(path).set(by.headers());
    const kept = `/v1/engagements/${id}/words-retention`;
    await sweeper.sweep(api.clock.now());
    await read(kept).expect(204);
    await api.http
      .post(`/v1/engagements/${id}/end`)
      .set({ ...agency.headers(), 'if-match': '*' })
      .send({ reason: 'She moves away' })
      .expect(200);
    // An hour before the year is over in UTC, it is over in Madrid.
    const year = Number(api.clock.now().slice(0, 4));
    await api.owner.query(
      `UPDATE api.engagement SET state = jsonb_set(state, '{endedAt}', to_jsonb($2::text)) WHERE id = $1`,
      [id, `${year - 1}-12-31T23:30:00.000Z`],
    );
    await sweeper.sweep(api.clock.now());
    const { body } = await read(kept).expect(200);
    expect(body).toMatchObject({
      endedOn: `${year}-01-01`,
      goesOn: `${year + 7}-01-01`,
      years: 6,
      messages: null,
      removedAt: null,
    });
    expect(body.source).toContain('Código de Comercio');
    await read(kept, await aBusiness(api)).expect(404);

    const agreement = async () => (await read(`/v1/agreements/${id}`).expect(200)).body.versions.at(-1);
    const texts = async (): Promise<string[]> =>
      (await read(`/v1/engagements/${id}/messages`).expect(200)).body.items.map(({ text }: { text: string }) => text);
    const { contentHash, parties } = await agreement();
    const said = await texts();
    expect(said.every((text) => text !== '')).toBe(true);
    for (const early of [`${year + 6}-12-31T23:00:00.000Z`, `${year + 7}-01-01T23:00:00.000Z`])
      await sweeper.sweep(early);
    expect([await texts(), (await agreement()).parties]).toEqual([said, parties]);
    expect(await sweeper.sweep(`${year + 7}-01-02T01:00:00.000Z`)).toBe(1);
    expect(await sweeper.sweep(`${year + 7}-01-02T01:00:00.000Z`)).toBe(0);
    expect(await texts()).toEqual(said.map(() => ''));
    expect(await agreement()).toMatchObject({ contentHash, parties: null });
    expect((await read(kept).expect(200)).body).toMatchObject({ messages: said.length, removedAt: expect.any(String) });
    await read(`/v1/engagements/${id}/messages/${messageId}`).expect(200);
  });
});
