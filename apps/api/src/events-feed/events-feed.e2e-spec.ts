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

  it('come the latest first where that is asked for, and page by page', async () => {
    const oldestFirst = (await events(agency)).items.map(({ id }: { id: string }) => id);
    const latest = await events(agency, '?sort=-position&limit=1');
    const before = await events(agency, `?sort=-position&after=${latest.next}`);
    const latestFirst = [...latest.items, ...before.items].map(({ id }: { id: string }) => id);
    expect(latestFirst).toEqual([...oldestFirst].reverse());
    expect(before.next).toBeNull();
  });

  it('are those that concern an organisation, for who may read more than its own', async () => {
    const administrator = await anAdministrator(api);
    const concerning = typesOf(await events(administrator, `?concerns=${business.organisationId}`));
    expect(concerning).toEqual(['business.registered.v1']);
    expect(typesOf(await events(agency, `?concerns=${business.organisationId}`))).toEqual([]);
    expect(
      (await api.http.get('/v1/events?concerns=me').set(agency.headers()).expect(400)).body.errors[0],
    ).toMatchObject({ parameter: 'concerns' });
  });

  it('refuse a cursor that is none', async () => {
    const { body } = await api.http.get('/v1/events?after=17').set(agency.headers()).expect(400);
    expect(body.code).toBe('page.bad-cursor');
  });
});
