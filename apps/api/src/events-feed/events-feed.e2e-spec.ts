import { eventually } from '#platform/testing';
import { aBusiness, anAdministrator, anAgency, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
afterAll(() => api.close());
const agency = await anAgency(api);
const business = await aBusiness(api);

describe('the events of an organisation', () => {
  const events = async (reader: SignedIn, query = '') =>
    (await api.http.get(`/v1/events${query}`).set(reader.headers()).expect(200)).body;
  const typesOf = ({ items }: { items: { type: string }[] }): string[] => items.map(({ type }) => type);

  it('come in their order, and nobody else reads them', async () => {
    await eventually(async () => {
      expect(typesOf(await events(agency))).toEqual(['agency.registered.v1', 'agency.verified.v1']);
      expect(typesOf(await events(business))).toEqual(['business.registered.v1']);
    });
    const [registered] = (await events(agency)).items;
    expect(registered).toMatchObject({
      source: '/ajudant/api',
      aggregateType: 'agency',
      aggregateId: agency.organisationId,
      aggregateVersion: 1,
      data: { name: 'Bona Ajuda' },
    });
    expect(registered).not.toHaveProperty('audience');
  });

  it('are all read by an administrator', async () => {
    const administrator = await anAdministrator(api);
    await eventually(async () =>
      expect(typesOf(await events(administrator))).toEqual([
        'agency.registered.v1',
        'agency.verified.v1',
        'business.registered.v1',
      ]),
    );
  });

  it('come in pages, and go on after the last one that was seen', async () => {
    const first = await events(agency, '?limit=1');
    expect(typesOf(first)).toEqual(['agency.registered.v1']);
    const second = await events(agency, `?limit=1&after=${first.next}`);
    expect([typesOf(second), second.next]).toEqual([['agency.verified.v1'], null]);
    const after = `?after=${second.items[0].cursor}`;
    expect(await events(agency, after)).toEqual({ items: [], next: null });
    await api.http
      .patch(`/v1/agencies/${agency.organisationId}`)
      .set({ ...agency.headers(), 'if-match': '"2"' })
      .send({ name: 'Millor Ajuda' })
      .expect(200);
    await eventually(async () => expect(typesOf(await events(agency, after))).toEqual(['agency.details-changed.v1']));
  });

  it('refuse a cursor that is none', async () => {
    const { body } = await api.http.get('/v1/events?after=17').set(agency.headers()).expect(400);
    expect(body.code).toBe('page.bad-cursor');
  });
});
