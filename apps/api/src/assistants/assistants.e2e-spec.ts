import { eventually } from '#platform/testing';
import { randomUUID } from 'node:crypto';
import { aListing, anAssistant, aPublishedAssistant } from '../testing/listings.js';
import { aMember } from '../testing/memberships.js';
import { anAdministrator, anAgency, aBusiness, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
afterAll(() => api.close());
const [agency, other] = [await anAgency(api), await anAgency(api)];

describe('assistants', () => {
  const put = (path: string, who: SignedIn, etag: string, body: object) =>
    api.http
      .put(`/v1/assistants/${path}`)
      .set({ ...who.headers(), 'if-match': etag })
      .send(body);
  const post = (path: string, who: SignedIn, etag: string, body?: object) =>
    api.http
      .post(`/v1/assistants/${path}`)
      .set({ ...who.headers(), 'if-match': etag })
      .send(body);

  it('are drafted with everything that the agency says, and read back so', async () => {
    const listing = { ...aListing, externalRef: 'N-7', daysOff: [{ from: '2026-12-24', to: '2026-12-26' }] };
    const drafted = await api.http.post('/v1/assistants').set(agency.headers()).send(listing).expect(201);
    const shown = { ...listing, agencyId: agency.organisationId, status: 'draft', listedAt: null, version: 1 };
    expect(drafted.body).toMatchObject(shown);
    const read = await api.http
      .get(drafted.headers['location'] as string)
      .set(agency.headers())
      .expect(200);
    expect([read.body, read.headers['etag']]).toEqual([drafted.body, '"1"']);
  });

  it.each([
    ['\u200b\u200b', 'assistant.name-missing'],
    ['\u2060', 'assistant.name-missing'],
    ['\u3164', 'assistant.name-missing'],
    ['\u00ad', 'assistant.name-missing'],
    ['\u202egro.live', 'request.invalid'],
    ['N\ufffdria', 'request.invalid'],
    ['Bell\u0007', 'request.invalid'],
    ['N\u00faria\nPuig', 'request.invalid'],
  ])('are not drafted as %j', async (displayName, code) => {
    const listing = { ...aListing, displayName };
    const { body } = await api.http.post('/v1/assistants').set(agency.headers()).send(listing).expect(400);
    expect(body).toMatchObject({ code, errors: [{ pointer: '/displayName' }] });
  });

  it('are drafted once by a request that is sent again', async () => {
    const headers = agency.headers();
    const send = () => api.http.post('/v1/assistants').set(headers).send(aListing).expect(201);
    const [first, again] = await Promise.all([send(), send()]);
    expect(again.body.id).toBe(first.body.id);
  });

  it('belong to their agency alone', async () => {
    const { id, etag } = await anAssistant(api, agency);
    const answers = [
      await api.http.get(`/v1/assistants/${id}`).set(other.headers()),
      await put(id, other, etag, aListing),
      await post(`${id}/publication`, other, etag),
      await api.http.get(`/v1/assistants/${randomUUID()}`).set(agency.headers()),
    ];
    expect(answers.map(({ body }) => [body.status, body.code])).toEqual(
      answers.map(() => [404, 'assistant.not-found']),
    );
    const listed = await api.http.get('/v1/assistants').set(other.headers()).expect(200);
    expect(listed.body).toEqual({ items: [], next: null });
    await api.http
      .get('/v1/assistants')
      .set((await aBusiness(api)).headers())
      .expect(403);
    await api.http.get('/v1/assistants').expect(401);
  });

  it('are read one by one by whoever signs for their agency', async () => {
    const { id } = await anAssistant(api, agency);
    const signatory = await aMember(api, agency, ['agency.signatory']);
    await api.http.get(`/v1/assistants/${id}`).set(signatory.headers()).expect(200);
    await api.http.get('/v1/assistants').set(signatory.headers()).expect(403);
  });

  it('are listed page by page', async () => {
    const mine = await anAgency(api);
    for (let count = 0; count < 3; count += 1) await anAssistant(api, mine);
    const first = await api.http.get('/v1/assistants?limit=2').set(mine.headers()).expect(200);
    const rest = await api.http.get(`/v1/assistants?limit=2&after=${first.body.next}`).set(mine.headers()).expect(200);
    expect([first.body.items.length, rest.body.items.length, rest.body.next]).toEqual([2, 1, null]);
    await api.http.get('/v1/assistants?after=tampered').set(mine.headers()).expect(400);
  });

  it('are edited as a whole by whoever read the present version', async () => {
    const { id, etag } = await anAssistant(api, agency, { externalRef: 'E-1' });
    const { externalRef: _, ...rest } = { externalRef: '', ...aListing, professionalTitle: 'virtual assistant' };
    const edited = await put(id, agency, etag, rest).expect(200);
    expect(edited.body).toMatchObject({ professionalTitle: 'virtual assistant', externalRef: null, version: 2 });
    expect((await put(id, agency, etag, rest)).body).toMatchObject({ status: 412, code: 'precondition.stale' });
    expect((await put(id, agency, '"2"', rest)).body).toMatchObject({ version: 2 });
    await api.http.put(`/v1/assistants/${id}`).set(agency.headers()).send(rest).expect(428);
  });

  it('say when they work, as a fact of the listing and one of the days off', async () => {
    const { id, etag } = await anAssistant(api, agency);
    const availability = {
      timeZone: 'Atlantic/Canary',
      weeklyHours: [{ weekday: 6, start: '20:00', end: '24:00' }],
      daysOff: [
        { from: '2026-08-02', to: '2026-08-31' },
        { from: '2026-08-01', to: '2026-08-01' },
      ],
      weeklyCapacityMinutes: 240,
    };
    const { body } = await put(`${id}/availability`, agency, etag, availability).expect(200);
    const daysOff = [{ from: '2026-08-01', to: '2026-08-31' }];
    expect(body).toMatchObject({ ...availability, daysOff, displayName: 'Núria', version: 3 });
  });

  it('are published, found by everybody, and withdrawn', async () => {
    const { id, etag } = await aPublishedAssistant(api, agency);
    const found = await api.http.get(`/v1/assistants/published/${id}`).expect(200);
    expect(found.body).toMatchObject({ id, agencyName: 'Bona Ajuda', hourlyRate: aListing.hourlyRate });
    expect(found.body).not.toHaveProperty('externalRef');
    expect(found.body).not.toHaveProperty('daysOff');
    expect((await post(`${id}/publication`, agency, '*')).body.code).toBe('assistant.already-published');
    const withdrawn = await post(`${id}/withdrawal`, agency, etag, { reason: 'on leave' }).expect(200);
    expect(withdrawn.body).toMatchObject({ status: 'withdrawn', version: 3 });
    expect((await post(`${id}/withdrawal`, agency, '*', { reason: 'again' })).body.code).toBe(
      'assistant.not-published',
    );
    const gone = await api.http.get(`/v1/assistants/published/${id}`).expect(404);
    expect(gone.body.code).toBe('assistant.not-found');
  });

  it('are paused, hidden from everybody else, and shown again by a resumption alone', async () => {
    const { id, etag } = await aPublishedAssistant(api, agency);
    expect((await post(`${id}/pause`, other, etag)).body.code).toBe('assistant.not-found');
    const paused = await post(`${id}/pause`, agency, etag).expect(200);
    expect(paused.body).toMatchObject({ status: 'paused', version: 3 });
    expect((await api.http.get(`/v1/assistants/${id}`).set(agency.headers())).body).toEqual(paused.body);
    expect((await api.http.get(`/v1/assistants/published/${id}`)).body.code).toBe('assistant.not-found');
    expect((await post(`${id}/pause`, agency, '*')).body).toMatchObject({
      status: 409,
      code: 'assistant.already-paused',
    });
    expect((await post(`${id}/publication`, agency, '*')).body).toMatchObject({
      status: 409,
      code: 'assistant.paused',
    });
    expect((await post(`${id}/resumption`, agency, etag)).body.code).toBe('precondition.stale');
    const resumed = await post(`${id}/resumption`, agency, '"3"').expect(200);
    expect(resumed.body).toMatchObject({ status: 'published', listedAt: paused.body.listedAt, version: 4 });
    await api.http.get(`/v1/assistants/published/${id}`).expect(200);
    expect((await post(`${id}/resumption`, agency, '*')).body).toMatchObject({
      status: 409,
      code: 'assistant.not-paused',
    });
  });

  it('are edited while paused, and stay withdrawn to whoever reads events of listings', async () => {
    const mine = await anAgency(api);
    const { id, etag } = await aPublishedAssistant(api, mine);
    await post(`${id}/pause`, mine, etag).expect(200);
    await put(id, mine, '"3"', { ...aListing, professionalTitle: 'virtual assistant' }).expect(200);
    await post(`${id}/resumption`, mine, '"4"').expect(200);
    await eventually(async () => {
      const events = await api.http.get('/v1/events?limit=100').set(mine.headers()).expect(200);
      const told: { type: string; data: { status?: string } }[] = events.body.items;
      expect(told.slice(-3).map(({ type, data }) => [type, data.status])).toEqual([
        ['assistant.paused.v1', undefined],
        ['assistant.edited.v1', 'withdrawn'],
        ['assistant.resumed.v1', 'published'],
      ]);
    });
  });

  it('are found by duty, skill, language, country and instant booking', async () => {
    const mine = await anAgency(api);
    const skills = [{ skillCode: 'xero', level: 5 }];
    const languages = [{ language: 'de', level: 'C1' }];
    const listing = { skills, languages, dutyCodes: ['vat-working-papers'], countryCode: 'PT', instantBooking: false };
    const { id } = await aPublishedAssistant(api, mine, listing);
    const ids = async (query: string): Promise<string[]> => {
      const { body } = await api.http.get(`/v1/assistants/published?${query}`).expect(200);
      return body.items.map((item: { id: string }) => item.id);
    };
    for (const query of ['duty=vat-working-papers', 'skill=xero', 'language=de', 'country=PT', 'instant=false']) {
      expect(await ids(query)).toEqual([id]);
    }
    expect(await ids('duty=vat-working-papers&skill=xero&language=de&country=PT&instant=false')).toEqual([id]);
    expect(await ids('duty=vat-working-papers&instant=true')).toEqual([]);
    await aPublishedAssistant(api, mine, listing);
    const first = await api.http.get('/v1/assistants/published?skill=xero&limit=1').expect(200);
    expect(await ids(`skill=xero&limit=1&after=${first.body.next}`)).not.toContain(id);
    expect(await ids(`agency=${mine.organisationId}&limit=1`)).toEqual([id]);
    const agencies = await api.http.get('/v1/agencies/published?skill=xero&country=PT').expect(200);
    expect(agencies.body.items).toEqual([
      {
        id: mine.organisationId,
        name: expect.any(String),
        assistants: 2,
        countryCodes: ['PT'],
        instantBooking: false,
      },
    ]);
    await api.http.get('/v1/assistants/published?agency=one').expect(400);
    await api.http.get('/v1/assistants/published?instant=perhaps').expect(400);
    await api.http.get('/v1/assistants/published?duties=x').expect(400);
  });

  it('are not found once their agency is suspended', async () => {
    const mine = await anAgency(api);
    const { id } = await aPublishedAssistant(api, mine);
    await api.http
      .put(`/v1/agencies/${mine.organisationId}/suspension`)
      .set({ ...(await anAdministrator(api)).headers(), 'if-match': '*' })
      .send({ reason: 'complaints' })
      .expect(200);
    await api.http.get(`/v1/assistants/published/${id}`).expect(404);
  });

  it('wait for the verification of their agency', async () => {
    const unverified = await anAgency(api, { verified: false });
    const { id, etag } = await anAssistant(api, unverified);
    const refused = await post(`${id}/publication`, unverified, etag);
    expect(refused.body).toMatchObject({ status: 409, code: 'assistant.agency-not-verified' });
  });

  it.each<[string, object]>([
    ['assistant.no-duties', { dutyCodes: [] }],
    ['assistant.no-languages', { languages: [] }],
    ['assistant.no-hours', { weeklyHours: [] }],
    ['assistant.no-capacity', { weeklyCapacityMinutes: 0 }],
  ])('are not published as %s', async (code, listing) => {
    const { id, etag } = await anAssistant(api, agency, listing);
    expect((await post(`${id}/publication`, agency, etag)).body).toMatchObject({ status: 409, code });
  });

  it.each<[string, string, object]>([
    ['assistant.unknown-skill', '/skills/0', { skills: [{ skillCode: 'juggling', level: 3 }] }],
    ['assistant.unknown-duty', '/dutyCodes/0', { dutyCodes: ['juggling'] }],
    ['request.invalid', '/languages/0/language', { languages: [{ language: 'CA', level: 'C2' }] }],
    ['request.invalid', '/languages/0/language', { languages: [{ language: 'xx', level: 'C2' }] }],
    ['assistant.rate-not-positive', '/hourlyRate/amountMinor', { hourlyRate: { amountMinor: 0, currency: 'EUR' } }],
    ['money.unknown-currency', '/hourlyRate/currency', { hourlyRate: { amountMinor: 1, currency: 'XAU' } }],
    ['time.bad-hours', '/weeklyHours/0', { weeklyHours: [{ weekday: 1, start: '14:00', end: '09:00' }] }],
    ['time.bad-range', '/daysOff/0', { daysOff: [{ from: '2026-08-02', to: '2026-08-01' }] }],
    ['request.invalid', '/timeZone', { timeZone: 'Madrid' }],
    ['request.invalid', '/countryCode', { countryCode: 'XX' }],
    ['request.invalid', '/skills/0/level', { skills: [{ skillCode: 'xero', level: 6 }] }],
    ['request.invalid', '/nickname', { nickname: 'N' }],
  ])('are refused with %s at %s', async (code, pointer, change) => {
    const { body } = await api.http
      .post('/v1/assistants')
      .set(agency.headers())
      .send({ ...aListing, ...change });
    expect(body).toMatchObject({ status: 400, code });
    expect(body.errors[0].pointer).toContain(pointer);
  });

  it('have references of their own in the agency, under concurrency as well', async () => {
    const send = () =>
      api.http
        .post('/v1/assistants')
        .set(agency.headers())
        .send({ ...aListing, externalRef: 'ONE' });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body.code).toBe('assistant.external-ref-taken');
    await anAssistant(api, other, { externalRef: 'ONE' });
  });
});
