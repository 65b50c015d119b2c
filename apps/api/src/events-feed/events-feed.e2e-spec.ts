import { CloudEvent } from 'cloudevents';
import { openApiDocument } from '#platform/http';
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

  it('are those of some types, where that is asked for', async () => {
    expect(typesOf(await events(agency, '?types=agency.verified.v1,need.posted.v1'))).toEqual(['agency.verified.v1']);
    const { body } = await api.http.get('/v1/events?types=agency.gone.v1').set(agency.headers()).expect(400);
    expect(body).toMatchObject({ code: 'event.unknown-type' });
  });

  it('are CloudEvents for who asks for them, and the link leads on even from the end', async () => {
    const headers = { ...agency.headers(), accept: 'application/cloudevents-batch+json' };
    const first = await api.http.get('/v1/events?limit=1&types=agency.registered.v1').set(headers).expect(200);
    expect(first.headers['content-type']).toBe('application/cloudevents-batch+json; charset=utf-8');
    const batch = JSON.parse(first.text) as object[];
    expect(batch).toHaveLength(1);
    expect(new CloudEvent(batch[0]!).validate()).toBe(true);
    expect(batch[0]).toMatchObject({ type: 'agency.registered.v1', subject: agency.organisationId });
    const [, next] = /^<(.*)>; rel="next"$/.exec(first.headers['link'] as string)!;
    const second = await api.http.get(next!).set(headers).expect(200);
    expect([JSON.parse(second.text), second.headers['link']]).toEqual([[], first.headers['link']]);
    const { paths, components } = openApiDocument(api.app);
    expect(paths['/v1/events']!.get!.responses['200']).toMatchObject({
      headers: { Link: { $ref: '#/components/headers/Link' }, 'X-Request-Id': {} },
    });
    expect(components!.headers).toMatchObject({ Link: { schema: { type: 'string' } } });
  });

  it('are waited for, and come as soon as they are there', async () => {
    const last = (await events(business, '?sort=-position&limit=1')).items[0].cursor;
    const waiting = api.http
      .get(`/v1/events?after=${last}`)
      .set({ ...business.headers(), prefer: 'wait=5' })
      .expect(200);
    const answered = waiting.then(({ body }) => body);
    await api.http
      .patch(`/v1/businesses/${business.organisationId}`)
      .set({ ...business.headers(), 'if-match': '*' })
      .send({ name: 'Forn Nou' })
      .expect(200);
    expect(typesOf(await answered)).toEqual(['business.details-changed.v1']);
    const { body } = await api.http
      .get('/v1/events?sort=-position')
      .set({ ...business.headers(), prefer: 'wait=1' })
      .expect(400);
    expect(body.errors[0]).toMatchObject({ parameter: 'sort' });
  });

  it('refuse a cursor that is none', async () => {
    const { body } = await api.http.get('/v1/events?after=17').set(agency.headers()).expect(400);
    expect(body.code).toBe('page.bad-cursor');
  });
});
