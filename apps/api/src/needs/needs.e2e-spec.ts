import { dayAhead } from '../testing/needs.js';
import { aNeed } from '../testing/needs.js';
import { aBusiness, anAgency } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const line = { lineId: 'inbox', dutyCode: 'inbox-triage', volume: 5, cadence: 'weekly', importance: 3 };
const complete = {
  words: 'my inbox eats my mornings, write to anna@forn.example',
  language: 'en',
  lines: [line],
  hours: { timeZone: 'Europe/Madrid', kind: 'weekly', weekly: [{ weekday: 1, start: '09:00', end: '12:00' }] },
  startsOn: dayAhead(7),
  endsOn: dayAhead(90),
  hourlyRateCap: { amountMinor: 2500, currency: 'EUR' },
  channels: ['email'],
  openToProposals: true,
};

const api = await testApi();
afterAll(() => api.close());
const business = await aBusiness(api);

describe('needs', () => {
  const draft = (body: object, who = business) => api.http.post('/v1/needs').set(who.headers()).send(body);
  const act = (id: string, action: string, body: object = {}, who = business) =>
    api.http.post(`/v1/needs/${id}/${action}`).set(who.headers()).send(body);
  const posted = async (body: object = complete): Promise<string> => {
    const { id } = (await draft(body).expect(201)).body;
    await act(id, 'posting').expect(200);
    return id;
  };

  it('are drafted from plain words alone', async () => {
    const answer = await draft({ words: 'my inbox eats my mornings' }).expect(201);
    expect(answer.body).toMatchObject({ status: 'draft', words: 'my inbox eats my mornings', lines: [], version: 1 });
    expect(answer.headers).toMatchObject({ etag: '"1"', location: `/v1/needs/${answer.body.id}` });
  });

  it("take the catalogue's done criterion for a line that says none", async () => {
    const answer = await draft({ lines: [line] }).expect(201);
    expect(answer.body.lines[0].doneCriterion).toMatch(/^No message is older/);
  });

  it('are posted when they are complete, and not before', async () => {
    const { id } = (await draft({ words: 'my inbox eats my mornings' }).expect(201)).body;
    const refused = await act(id, 'posting').expect(409);
    expect(refused.body.code).toBe('need.no-lines');
    const { words: _, ...rest } = complete;
    await api.http.patch(`/v1/needs/${id}`).set(business.headers()).send(rest).expect(428);
    const stale = { ...business.headers(), 'if-match': '"7"' };
    await api.http.patch(`/v1/needs/${id}`).set(stale).send(rest).expect(412);
    const fresh = { ...business.headers(), 'if-match': '"1"' };
    await api.http
      .patch(`/v1/needs/${id}`)
      .set(fresh)
      .send({ ...rest, language: undefined })
      .expect(200);
    const answer = await act(id, 'posting').expect(200);
    expect(answer.body).toMatchObject({ status: 'posted', version: 3 });
    expect((await act(id, 'posting').expect(409)).body.code).toBe('need.not-a-draft');
  });

  it('do not change by an edit that says what they say already', async () => {
    const { id } = (await draft(complete).expect(201)).body;
    const edit = { ...business.headers(), 'if-match': '"1"' };
    const answer = await api.http.patch(`/v1/needs/${id}`).set(edit).send(complete).expect(200);
    expect(answer.body.version).toBe(1);
  });

  it('take back what is set to null', async () => {
    const { id } = (await draft(complete).expect(201)).body;
    const edit = { ...business.headers(), 'if-match': '"1"' };
    const nothing = { words: null, hours: null, startsOn: null, lines: null, context: null, channels: null };
    const answer = await api.http.patch(`/v1/needs/${id}`).set(edit).send(nothing).expect(200);
    expect(answer.body).toMatchObject({ words: null, hours: null, startsOn: null, lines: [], channels: [] });
  });

  it.each([
    [{ lines: [{ ...line, dutyCode: 'sell-boats' }] }, 'need.unknown-duty', '/lines/0/dutyCode'],
    [{ hours: { timeZone: 'Europe/Madrid', kind: 'weekly' } }, 'need.incomplete-hours', '/hours'],
    [{ language: 'ca' }, 'need.words-missing', '/words'],
    [
      { requiredLanguages: ['ca', 'zz'].map((language) => ({ language, level: 'B1' })) },
      'request.invalid',
      '/requiredLanguages/1/language',
    ],
    [{ invitedAgencyIds: ['0198a5c1-0000-7000-8000-000000000000'] }, 'need.unknown-agency', '/invitedAgencyIds/0'],
  ])('refuse %j and name the field', async (body, code, pointer) => {
    const answer = await draft(body).expect(400);
    expect(answer.body.code).toBe(code);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });

  it('keep a language of old that is none, and are changed and posted with it', async () => {
    const requiredLanguages = [{ language: 'xx', minLevel: 'B1' }] as const;
    const id = await aNeed(api, business, { requiredLanguages }, { posted: false });
    const edit = { ...business.headers(), 'if-match': '"1"' };
    await api.http
      .patch(`/v1/needs/${id}`)
      .set(edit)
      .send({ channels: ['email'] })
      .expect(200);
    const { body } = await act(id, 'posting').expect(200);
    expect(body).toMatchObject({ status: 'posted', requiredLanguages: [{ language: 'xx', level: 'B1' }] });
  });

  it('belong to their business: another one finds nothing', async () => {
    const id = await posted();
    const other = await aBusiness(api);
    await api.http.get(`/v1/needs/${id}`).set(other.headers()).expect(404);
    await act(id, 'closing', { reason: 'withdrawn' }, other).expect(404);
    await api.http.get(`/v1/needs/${id}/shortlist`).set(other.headers()).expect(404);
    expect((await api.http.get('/v1/needs').set(other.headers()).expect(200)).body.items).toEqual([]);
  });

  it('are shown to verified agencies without whose they are', async () => {
    const id = await posted();
    const agency = await anAgency(api);
    const seen = await api.http.get(`/v1/needs/${id}`).set(agency.headers()).expect(200);
    expect(seen.body).toMatchObject({ sector: 'bakery', countryCode: 'ES', invited: false, words: null });
    for (const { occurrences } of seen.body.lines) expect(occurrences).toBeGreaterThan(0);
    const text = JSON.stringify(seen.body);
    expect(text).not.toContain(business.organisationId);
    expect(text).not.toContain('Forn de la Plaça');
    const unverified = await anAgency(api, { verified: false });
    await api.http.get(`/v1/needs/${id}`).set(unverified.headers()).expect(404);
  });

  it('are shown to the agencies that they invite, words included and contacts masked', async () => {
    const agency = await anAgency(api);
    const id = await posted({ ...complete, openToProposals: false });
    await api.http.get(`/v1/needs/${id}`).set(agency.headers()).expect(404);
    const invited = await act(id, 'invitations', { agencyIds: [agency.organisationId] }).expect(200);
    expect(invited.body.invitedAgencyIds).toEqual([agency.organisationId]);
    const seen = await api.http.get(`/v1/needs/${id}`).set(agency.headers()).expect(200);
    expect(seen.body).toMatchObject({ invited: true });
    expect(seen.body.words).toMatch(/^my inbox eats my mornings, write to \*+$/);
    const { items } = (await api.http.get('/v1/needs?limit=200').set(agency.headers()).expect(200)).body;
    expect(items.map((need: { id: string }) => need.id)).toContain(id);
  });

  it('are hidden from an agency that they exclude, and from all once they are closed', async () => {
    const [one, other] = [await anAgency(api), await anAgency(api)];
    const id = await posted({ ...complete, excludedAgencyIds: [one.organisationId] });
    await api.http.get(`/v1/needs/${id}`).set(one.headers()).expect(404);
    await api.http.get(`/v1/needs/${id}`).set(other.headers()).expect(200);
    await act(id, 'closing', { reason: 'fulfilled' }).expect(200);
    await api.http.get(`/v1/needs/${id}`).set(other.headers()).expect(404);
    const closed = await api.http.get(`/v1/needs/${id}`).set(business.headers()).expect(200);
    expect(closed.body).toMatchObject({ status: 'closed', closeReason: 'fulfilled' });
  });

  it('stay readable to the agencies that they invited, once they are closed', async () => {
    const [invited, other] = [await anAgency(api), await anAgency(api)];
    const id = await posted({ ...complete, invitedAgencyIds: [invited.organisationId] });
    const read = (who: { headers(): Record<string, string> }) => api.http.get(`/v1/needs/${id}`).set(who.headers());
    const { body: open } = await read(invited).expect(200);
    expect(open).toMatchObject({ status: 'posted', closedAt: null, closeReason: null });
    await act(id, 'closing', { reason: 'withdrawn' }).expect(200);
    const { body: closed } = await read(invited).expect(200);
    const since = { status: 'closed', version: 3, closedAt: expect.any(String), closeReason: 'withdrawn' };
    expect(closed).toEqual({ ...open, ...since });
    expect(JSON.stringify(closed)).not.toContain(business.organisationId);
    await read(other).expect(404);
    const { items } = (await api.http.get('/v1/needs?limit=200').set(invited.headers()).expect(200)).body;
    expect(items.map((need: { id: string }) => need.id)).not.toContain(id);
    const draftId = (await draft({ ...complete, invitedAgencyIds: [invited.organisationId] }).expect(201)).body.id;
    await act(draftId, 'closing', { reason: 'withdrawn' }).expect(200);
    await api.http.get(`/v1/needs/${draftId}`).set(invited.headers()).expect(404);
  });

  it('are searched, sorted and counted, page by page', async () => {
    const owner = await aBusiness(api);
    const agency = await anAgency(api);
    const begin = [30, 10, 20, 10];
    const ids: string[] = [];
    for (const days of begin)
      ids.push(await aNeed(api, owner, { startsOn: dayAhead(days), endsOn: dayAhead(days + 5) }));
    ids.push((await draft({ words: 'my inbox eats my mornings' }, owner).expect(201)).body.id);
    const [a, b, c, d, e] = ids;
    const list = async (query: object, who = owner) => {
      const found: string[] = [];
      for (let after: string | undefined; ;) {
        const { body } = await api.http
          .get('/v1/needs')
          .set(who.headers())
          .query({ limit: 2, ...query, after })
          .expect(200);
        found.push(...body.items.map(({ id }: { id: string }) => id).filter((id: string) => ids.includes(id)));
        if (who === owner) expect([body.total, body.totalIsExact]).toEqual([expect.any(Number), true]);
        if (body.next === null) return who === owner ? [found, body.total] : [found, found.length];
        after = body.next;
      }
    };
    expect(await list({})).toEqual([[a, b, c, d, e], 5]);
    expect(await list({ sort: '-created' })).toEqual([[e, d, c, b, a], 5]);
    expect(await list({ sort: 'starts' })).toEqual([[b, d, c, a, e], 5]);
    expect(await list({ sort: '-starts' })).toEqual([[e, a, c, d, b], 5]);
    expect(await list({ status: 'draft' })).toEqual([[e], 1]);
    expect(await list({ from: dayAhead(15), to: dayAhead(20), sort: 'starts' })).toEqual([[b, d, c], 3]);
    expect(await list({ to: dayAhead(9) })).toEqual([[], 0]);
    expect(await list({ sort: '-starts', limit: 200 }, agency)).toEqual([[a, c, d, b], 4]);
    const refused = async (query: object) => {
      const { status, body } = await api.http.get('/v1/needs').set(owner.headers()).query(query);
      return [status, body.code, body.errors?.[0]?.parameter, body.errors?.[0]?.detail];
    };
    expect(await refused({ sort: 'price' })).toEqual([
      400,
      'request.invalid',
      'sort',
      'sort must be one of the following values: created, -created, starts, -starts.',
    ]);
    expect(await refused({ status: 'open' })).toEqual([
      400,
      'request.invalid',
      'status',
      expect.stringContaining('draft, posted, closed'),
    ]);
    expect((await refused({ from: '2027-03-02', to: '2027-03-01' })).slice(0, 3)).toEqual([
      400,
      'time.bad-range',
      'to',
    ]);
    const { body } = await api.http.get('/v1/needs').set(owner.headers()).query({ limit: 2, sort: 'starts' });
    expect((await refused({ after: body.next, sort: 'created' })).slice(0, 3)).toEqual([
      400,
      'page.bad-cursor',
      'after',
    ]);
  });

  it('say where the shortlist will be while nobody has prepared it', async () => {
    const id = await posted();
    const answer = await api.http.get(`/v1/needs/${id}/shortlist`).set(business.headers()).expect(202);
    expect(answer.headers['location']).toBe(`/v1/needs/${id}/shortlist`);
    expect(answer.body).toMatchObject({ status: 'preparing', entries: [] });
    const { id: draftId } = (await draft({ lines: [line] }).expect(201)).body;
    const early = await api.http.get(`/v1/needs/${draftId}/shortlist`).set(business.headers()).expect(409);
    expect(early.body.code).toBe('need.not-posted');
  });
});
