import type { ResponseReportDto } from '#contracts';
import { eventually } from '#platform/testing';
import { anEngagement, signedInAgain } from '../testing/engagements.js';
import { aMember } from '../testing/memberships.js';
import { aBusiness, anAgency, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { BaselineFreezing } from './baseline-freezing.js';
import { maxEnquiryLines } from './enquiry-file.js';

const api = await testApi();
const { owner } = api;
afterAll(() => api.close());
const dayMs = 86_400_000;
let engaged = await anEngagement(api);
const daysAgo = (days: number, minutes = 0): string =>
  new Date(Date.parse(api.clock.now()) - days * dayMs + minutes * 60_000).toISOString();

const tell = (by: SignedIn, enquiry: object) => api.http.post('/v1/enquiries').set(by.headers()).send(enquiry);
const send = (by: SignedIn, text: string, type = 'text/csv') =>
  api.http
    .post('/v1/enquiries/import')
    .set({ ...by.headers(), 'content-type': type })
    .send(text);
const csv = (...lines: readonly string[]): string =>
  ['reference,openedAt,firstAnsweredAt,automatic', ...lines].join('\n');
const report = async (by: SignedIn, id = engaged.id): Promise<ResponseReportDto> =>
  (await api.http.get(`/v1/engagements/${id}/response-time`).set(by.headers()).expect(200)).body;
const freeze = (by: SignedIn, id = engaged.id) =>
  api.http.post(`/v1/engagements/${id}/response-time/baseline`).set(by.headers());
const hoursPath = (business: SignedIn) => `/v1/businesses/${business.organisationId}/response-hours`;
/** Around the clock, so that working minutes are minutes whatever the weekday on which this runs. */
const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '00:00', end: '24:00' }));

describe('enquiries of the customers of a business', () => {
  it('are told one by one, again when somebody answers, and anew when they are reopened', async () => {
    const business = await aBusiness(api);
    const asked = { reference: 'shop-1', openedAt: '2026-03-02T09:00:00+01:00' };
    const first = await tell(business, asked).expect(201);
    expect(first.body).toMatchObject({
      firstAnsweredAt: null,
      workingMinutes: null,
      reopened: false,
      source: 'api',
      version: 1,
    });
    const answered = await tell(business, { ...asked, firstAnsweredAt: '2026-03-02T09:42:00+01:00' }).expect(201);
    expect(answered.body).toMatchObject({ id: first.body.id, workingMinutes: 42, version: 2 });
    // Who knows of no answer doesn't take away one that is known.
    expect((await tell(business, asked).expect(201)).body).toEqual(answered.body);
    const again = await tell(business, { ...asked, openedAt: '2026-03-03T09:00:00+01:00' }).expect(201);
    expect(again.body).toMatchObject({ reopened: true, workingMinutes: null });
    const read = await api.http
      .get(again.headers['location'] as string)
      .set(business.headers())
      .expect(200);
    expect([read.body, read.headers['etag']]).toEqual([again.body, '"1"']);
    const list = await api.http.get('/v1/enquiries?state=waiting').set(business.headers()).expect(200);
    expect(list.body).toMatchObject({ items: [{ id: again.body.id }], total: 1, next: null });
  });

  it.each([
    [{ openedAt: '2099-01-01T00:00:00Z' }, 'enquiry.in-the-future', '/openedAt'],
    [{ openedAt: '1999-01-01T00:00:00Z' }, 'enquiry.too-old', '/openedAt'],
    [{ firstAnsweredAt: '2026-03-01T00:00:00Z' }, 'enquiry.answered-before-opened', '/firstAnsweredAt'],
  ])('with %j are refused', async (changes, code, pointer) => {
    const answer = await tell(engaged.business, { reference: 'bad', openedAt: '2026-03-02T09:00:00Z', ...changes });
    expect(answer.body).toMatchObject({ status: 400, code, errors: [{ pointer }] });
  });

  it('come as CSV, in local time if a line says no offset, with a report of what was not taken', async () => {
    const business = await aBusiness(api);
    const file = csv(
      '1,2026-03-02 09:00,2026-03-02 09:30,no',
      '2,2026-03-02T08:00:00Z,,yes',
      '3,soon,,',
      '4,2026-03-02 09:00,2026-03-01 09:00,',
      '1,2026-03-02T08:00:00.000Z,,',
      '5,2026-03-02 09:00',
    );
    const taken = await send(business, file).expect(200);
    expect(taken.body).toMatchObject({ created: 2, updated: 0, unchanged: 0, rejected: 4 });
    expect(taken.body.rejectedLines.map(({ line, code, field }: never) => [line, code, field])).toEqual([
      [4, 'enquiry-file.bad-value', 'openedAt'],
      [5, 'enquiry.answered-before-opened', 'firstAnsweredAt'],
      [6, 'enquiry-file.twice', 'reference'],
      [7, 'enquiry-file.column-count', null],
    ]);
    expect((await send(business, file)).body).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const list = await api.http.get('/v1/enquiries?sort=opened').set(business.headers()).expect(200);
    expect(list.body.items).toMatchObject([
      { reference: '1', openedAt: '2026-03-02T08:00:00.000Z', workingMinutes: 30, automatic: false, source: 'file' },
      { reference: '2', automatic: true },
    ]);
  });

  it('come as JSON line by line', async () => {
    const business = await aBusiness(api);
    const lines = [
      { reference: 'a', openedAt: '2026-03-02T09:00:00Z', firstAnsweredAt: '2026-03-02T09:05:00Z' },
      { reference: 'b', openedAt: '2026-03-02T09:00:00Z', subject: 'Where is my bread?' },
    ];
    const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"reference":\n[]\n`;
    const taken = await send(business, text, 'application/x-ndjson').expect(200);
    expect(taken.body).toMatchObject({ created: 1, rejected: 3 });
    expect(taken.body.rejectedLines.map(({ line, code }: never) => [line, code])).toEqual([
      [2, 'enquiry-file.bad-value'],
      [3, 'enquiry-file.broken-line'],
      [4, 'enquiry-file.broken-line'],
    ]);
  });

  it.each([
    ['', 'request.malformed'],
    [`reference,openedAt${'\n"1"2,2026-03-02'.repeat(501)}`, 'enquiry-file.not-csv'],
    ['reference,openedAt', 'enquiry-file.empty'],
    ['reference\n1', 'enquiry-file.missing-column'],
    ['reference,openedAt,subject\n1,2,3', 'enquiry-file.unknown-column'],
    ['reference,openedAt,reference\n1,2,3', 'enquiry-file.column-twice'],
    [`${csv()}${'\n1,2026-03-02 09:00,,'.repeat(maxEnquiryLines + 1)}`, 'enquiry-file.too-many-lines'],
  ])('are not read of a file that is none', async (text, code) => {
    expect((await send(engaged.business, text)).body).toMatchObject({ status: 400, code });
  });

  it('are for the business alone', async () => {
    const { body } = await tell(engaged.business, { reference: 'ours', openedAt: daysAgo(5) }).expect(201);
    const stranger = await aBusiness(api);
    await api.http.get(`/v1/enquiries/${body.id}`).set(stranger.headers()).expect(404);
    await api.http.get(`/v1/enquiries/${body.id}`).set(engaged.agency.headers()).expect(403);
    const accountant = await aMember(api, engaged.business, ['business.accountant']);
    await api.http.get(`/v1/enquiries/${body.id}`).set(accountant.headers()).expect(200);
    expect((await tell(accountant, { reference: 'theirs', openedAt: daysAgo(0, -60) })).status).toBe(403);
  });
});

describe('the hours by which they are counted', () => {
  it('are nine to five until the business says otherwise, and then all is counted anew', async () => {
    const business = await aBusiness(api);
    const usual = await api.http.get(hoursPath(business)).set(business.headers()).expect(200);
    expect(usual.body).toMatchObject({ timeZone: 'Europe/Madrid', isSet: false, closedOn: [], version: 1 });
    const asked = {
      reference: '1',
      openedAt: '2026-03-02T16:00:00+01:00',
      firstAnsweredAt: '2026-03-03T10:00:00+01:00',
    };
    expect((await tell(business, asked)).body.workingMinutes).toBe(120);
    const set = (etag: string, body: object) =>
      api.http
        .put(hoursPath(business))
        .set({ ...business.headers(), 'if-match': etag })
        .send(body);
    const changed = await set('"1"', { weeklyHours: always, closedOn: ['2026-03-03'] }).expect(200);
    expect([changed.body.isSet, changed.headers['etag']]).toEqual([true, '"2"']);
    const list = await api.http.get('/v1/enquiries').set(business.headers()).expect(200);
    expect(list.body.items).toMatchObject([{ workingMinutes: 480, version: 1 }]);
    expect((await set('"1"', { weeklyHours: always, closedOn: [] })).body.code).toBe('precondition.stale');
    expect((await set('"2"', { weeklyHours: [], closedOn: [] })).status).toBe(400);
    expect((await set('*', { weeklyHours: always, closedOn: ['2026-02-30'] })).body).toMatchObject({
      code: 'time.bad-date',
      errors: [{ pointer: '/closedOn/0' }],
    });
    await api.http
      .get(hoursPath(business))
      .set((await aBusiness(api)).headers())
      .expect(404);
  });
});

describe('the response time of an engagement', () => {
  /** Opened so many days ago, each answered after so many minutes. */
  const answered = (
    prefix: string,
    count: number,
    days: (index: number) => number,
    minutes: (index: number) => number,
  ) =>
    csv(
      ...Array.from({ length: count }, (_, index) => {
        const ago = days(index);
        return `${prefix}-${index},${daysAgo(ago)},${daysAgo(ago, minutes(index))},no`;
      }),
    );

  it('says that there is not enough data, and then what was before', async () => {
    const { business, agency } = engaged;
    await api.http
      .put(hoursPath(business))
      .set({ ...business.headers(), 'if-match': '*' })
      .send({ weeklyHours: always, closedOn: [] })
      .expect(200);
    await send(
      business,
      answered(
        'few',
        19,
        (index) => 2 + index,
        () => 300,
      ),
    ).expect(200);
    expect((await report(agency)).baseline).toMatchObject({ enquiries: 19, medianMinutes: null, frozenAt: null });
    expect((await freeze(business)).body).toMatchObject({ status: 409, code: 'response-baseline.not-enough-data' });
    await send(
      business,
      answered(
        'before',
        21,
        (index) => 2 + index,
        (index) => 200 + index,
      ),
    ).expect(200);
    await send(business, csv(`letter,${daysAgo(3)},,yes`, `old,${daysAgo(200)},${daysAgo(199)},no`)).expect(200);
    expect((await report(business)).baseline).toMatchObject({ enquiries: 40, medianMinutes: 219, p90Minutes: 300 });
  });

  it('has a baseline that stays once the business has frozen it', async () => {
    const { business, agency } = engaged;
    expect((await freeze(agency)).status).toBe(403);
    expect((await freeze(await aBusiness(api))).body.code).toBe('engagement.not-found');
    const races = await Promise.all(Array.from({ length: 5 }, () => freeze(business)));
    expect(races.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    await send(
      business,
      answered(
        'late',
        30,
        (index) => 2 + index,
        () => 1,
      ),
    ).expect(200);
    expect((await report(agency)).baseline).toMatchObject({
      enquiries: 40,
      medianMinutes: 219,
      frozenAt: expect.any(String),
    });
    await eventually(async () => {
      const { rows } = await owner.query<{ data: object }>(
        `SELECT data FROM api.journal WHERE type = 'response-baseline.frozen.v1' AND aggregate_id = $1`,
        [engaged.id],
      );
      expect(rows).toMatchObject([{ data: { enquiries: 40, medianMinutes: 219, p90Minutes: 300 } }]);
    });
  });

  it('has got better by so much, week by week, and the agency carries it', async () => {
    api.clock.advance({ days: 28 });
    engaged = await signedInAgain(api, engaged);
    const { business, agency } = engaged;
    const since = answered(
      'since',
      60,
      (index) => 20 - (index % 20),
      (index) => 20 + index,
    );
    await send(business, since).expect(200);
    const more = csv(
      `since-0,${daysAgo(5)},${daysAgo(5, 30)},no`,
      `silent,${daysAgo(15)},,no`,
      `fresh,${daysAgo(1)},,no`,
      `robot,${daysAgo(1)},,yes`,
    );
    await send(business, more).expect(200);
    const read = await report(agency);
    expect(read.since).toMatchObject({
      enquiries: 62,
      medianMinutes: 49,
      reopened: 1,
      unanswered: 1,
      waiting: 1,
      automatic: 1,
    });
    expect(read.change?.median).toMatchObject({ minutes: -170, verdict: 'better' });
    expect(read.change!.median.highMinutes).toBeLessThan(0);
    expect(read.weeks.reduce((sum, { enquiries }) => sum + enquiries, 0)).toBe(62);
    const { change, weeks } = await report(business);
    expect({ change, weeks }).toEqual({ change: read.change, weeks: read.weeks });
    const record = () => api.http.get(`/v1/agencies/${agency.organisationId}/response-record`).expect(200);
    expect((await record()).body).toMatchObject({ compared: 0, medianMinutes: null });
    await api.app.get(BaselineFreezing, { strict: false }).sweep(api.clock.now());
    expect((await record()).body).toEqual({
      agencyId: agency.organisationId,
      compared: 1,
      better: 1,
      worse: 0,
      enquiries: 62,
      medianMinutes: 49,
    });
  });

  it('is frozen by itself two weeks after the start', async () => {
    const other = await anEngagement(api);
    await send(
      other.business,
      answered(
        'mine',
        20,
        (index) => 2 + index,
        () => 60,
      ),
    ).expect(200);
    const sweep = () => api.app.get(BaselineFreezing, { strict: false }).sweep(api.clock.now());
    await sweep();
    expect((await report(other.agency, other.id)).baseline).toMatchObject({ enquiries: 20, frozenAt: null });
    api.clock.advance({ days: 16 });
    const again = await signedInAgain(api, other);
    await sweep();
    expect((await report(again.agency, other.id)).baseline).toMatchObject({
      enquiries: 20,
      frozenAt: expect.any(String),
    });
  });

  it('is nobody else’s', async () => {
    const stranger = await anAgency(api);
    const path = `/v1/engagements/${engaged.id}/response-time`;
    await api.http.get(path).set(stranger.headers()).expect(404);
    await api.http.get(`/v1/agencies/${engaged.business.organisationId}/response-record`).expect(404);
  });
});
