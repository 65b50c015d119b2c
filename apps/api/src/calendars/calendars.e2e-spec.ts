import { eventually } from '#platform/testing';
import ICAL from 'ical.js';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aBookableAssistant, anAcceptedAgreement, aroundTheClock } from '../testing/bookable.js';
import { aConfirmedBooking, anHourIn } from '../testing/engagements.js';
import { aMember } from '../testing/memberships.js';
import { aBusiness, anAgency, type SignedIn, signIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
/** What calendars elsewhere answer, by their path. */
const served = new Map<string, { status?: number; text: string; etag?: string; location?: string }>();
const asked: { path: string; etag: string | undefined }[] = [];
const elsewhere = createServer((request, response) => {
  const path = request.url ?? '';
  asked.push({ path, etag: request.headers['if-none-match'] });
  const { status = 200, text, etag, location } = served.get(path) ?? { status: 404, text: '' };
  const isKnown = etag !== undefined && request.headers['if-none-match'] === etag;
  response.writeHead(isKnown ? 304 : status, { ...(etag && { etag }), ...(location && { location }) });
  response.end(isKnown ? '' : text);
});
await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
const at = (path: string): string => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}${path}`;
afterAll(async () => {
  await api.close();
  elsewhere.closeAllConnections();
  elsewhere.close();
});

const compact = (instant: string): string => `${instant.replaceAll(/[-:]|\.\d+/g, '')}`;
const calendarWith = (...slots: { startAt: string; endAt: string }[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...slots.map(
      ({ startAt, endAt }, index) =>
        `BEGIN:VEVENT\r\nUID:${index}\r\nSUMMARY:The dentist\r\nDTSTART:${compact(startAt)}\r\nDTEND:${compact(endAt)}\r\nEND:VEVENT`,
    ),
    'END:VCALENDAR',
  ].join('\r\n');

let business = await aBusiness(api);
const anyVersion = (by: SignedIn) => ({ ...by.headers(), 'if-match': '*' });
const freeTime = async (assistantId: string, slot: { startAt: string; endAt: string }) => {
  const query = { from: slot.startAt, to: slot.endAt, minutes: 60 };
  const { body } = await api.http
    .get(`/v1/assistants/${assistantId}/free-slots`)
    .set(business.headers())
    .query(query)
    .expect(200);
  return body.items as unknown[];
};
const link = async (by: SignedIn, path: string, assistantId?: string) =>
  (
    await api.http
      .post('/v1/outside-calendars')
      .set(by.headers())
      .send({ address: at(path), name: 'Mine', ...(assistantId && { assistantId }) })
      .expect(201)
  ).body as { id: string };
const anHourLater = ({ startAt, endAt }: { startAt: string; endAt: string }, hours: number) => ({
  startAt: new Date(Date.parse(startAt) + hours * 3_600_000).toISOString(),
  endAt: new Date(Date.parse(endAt) + hours * 3_600_000).toISOString(),
});
const readNow = (by: SignedIn, { id }: { id: string }) =>
  api.http.post(`/v1/outside-calendars/${id}/reading`).set(by.headers()).expect(200);
const linked = async (by: SignedIn, { id }: { id: string }) =>
  (await api.http.get(`/v1/outside-calendars/${id}`).set(by.headers()).expect(200)).body;

describe('a calendar that an assistant keeps elsewhere', () => {
  it('takes time that nobody is offered or holds, and shows nobody what is in it', async () => {
    const { agency, assistantId } = await aBookableAssistant(api);
    const herself = await aMember(api, agency, ['agency.assistant'], assistantId);
    const agreementId = await anAcceptedAgreement(api, business, assistantId);
    const slot = anHourIn(api, 96);
    served.set('/dentist.ics', { text: calendarWith(slot), etag: '"1"' });
    expect(await freeTime(assistantId, slot)).toHaveLength(1);
    const calendar = await link(herself, '/dentist.ics');
    await eventually(async () =>
      expect(await linked(herself, calendar)).toMatchObject({ busyTimes: 1, failure: null }),
    );
    expect(await freeTime(assistantId, slot)).toEqual([]);
    const held = await api.http
      .post('/v1/bookings')
      .set(business.headers())
      .send({ agreementId, slots: [slot] });
    expect([held.status, held.body.code]).toEqual([409, 'booking.slot-taken']);
    const shown = await linked(agency, calendar);
    expect(JSON.stringify([shown, held.body])).not.toMatch(/dentist/i);
    const events = await api.http.get('/v1/events?limit=200').set(agency.headers()).expect(200);
    const types = events.body.items.map(({ type }: { type: string }) => type);
    expect(types).toContain('outside-calendar.linked.v1');
    expect(types).not.toContain('outside-calendar.busy-changed.v1');

    await api.http.delete(`/v1/outside-calendars/${calendar.id}`).set(anyVersion(herself)).expect(204);
    expect(await freeTime(assistantId, slot)).toHaveLength(1);
    await api.http.get(`/v1/outside-calendars/${calendar.id}`).set(herself.headers()).expect(404);
    await api.http
      .post('/v1/bookings')
      .set(business.headers())
      .send({ agreementId, slots: [slot] })
      .expect(201);
  });

  it('is followed where it went, and refused where nobody ought to go', async () => {
    const { agency, assistantId } = await aBookableAssistant(api);
    served.set('/moved.ics', { status: 302, text: '', location: '/here.ics' });
    served.set('/here.ics', { text: calendarWith(anHourIn(api, 96)) });
    served.set('/inside.ics', { status: 302, text: '', location: 'https://169.254.169.254/latest' });
    served.set('/page.ics', { text: '<html>Sign in</html>' });
    const calendars = await Promise.all(
      ['/moved.ics', '/inside.ics', '/page.ics', '/nothing.ics'].map((path) => link(agency, path, assistantId)),
    );
    await eventually(async () => {
      const shown = await Promise.all(calendars.map((calendar) => linked(agency, calendar)));
      expect(shown.map(({ failure, lastReadAt }) => failure ?? (lastReadAt === null ? 'not yet' : 'read'))).toEqual([
        'read',
        'address-refused',
        'not-a-calendar',
        'refused',
      ]);
    });
    const refusal = async (address: string) =>
      (await api.http.post('/v1/outside-calendars').set(agency.headers()).send({ assistantId, address, name: 'x' }))
        .body.code;
    expect(await refusal('ftp://example.org/x.ics')).toBe('outside-calendar.bad-address');
    expect(await refusal('https://me:pw@example.org/x.ics')).toBe('outside-calendar.address-with-password');
    await link(agency, '/here.ics', assistantId);
    expect(await refusal(at('/here.ics'))).toBe('outside-calendar.too-many');
  });

  it('is an assistant’s own: she names nobody else’s, and sees no other', async () => {
    const { agency, assistantId } = await aBookableAssistant(api);
    const other = await aBookableAssistant(api);
    const herself = await aMember(api, agency, ['agency.assistant'], assistantId);
    served.set('/own.ics', { text: calendarWith() });
    const named = { address: at('/own.ics'), name: 'x', assistantId: other.assistantId };
    await api.http.post('/v1/outside-calendars').set(herself.headers()).send(named).expect(404);
    const hers = await link(herself, '/own.ics');
    expect(await linked(herself, hers)).toMatchObject({ assistantId });
    const stranger = await aMember(api, other.agency, ['agency.assistant'], other.assistantId);
    await api.http.get(`/v1/outside-calendars/${hers.id}`).set(stranger.headers()).expect(404);
    const list = await api.http.get('/v1/outside-calendars').set(stranger.headers()).expect(200);
    expect(list.body.items).toEqual([]);
  });
});

describe('bookings in a calendar of one’s own', () => {
  const makeFeed = async (by: SignedIn, body: object = {}) =>
    (await api.http.post('/v1/calendar-feeds').set(by.headers()).send(body).expect(201)).body as {
      id: string;
      path: string;
      assistantId: string | null;
    };
  const entries = async (path: string) => {
    const answer = await api.http.get(path).expect(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const calendar = new ICAL.Component(ICAL.parse(answer.text) as never);
    return {
      text: answer.text,
      zones: calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid')),
      all: calendar
        .getAllSubcomponents('vevent')
        .map((component) => {
          const event = new ICAL.Event(component);
          return {
            startAt: event.startDate.toJSDate().toISOString(),
            endAt: event.endDate.toJSDate().toISOString(),
            status: component.getFirstPropertyValue('status'),
            sequence: event.sequence,
            uid: event.uid,
            summary: event.summary,
          };
        })
        .sort((one, two) => (one.startAt < two.startAt ? -1 : 1)),
    };
  };

  it('are shown to each side with the other’s name, in their zone, and follow moves and cancellations', async () => {
    const { agency, assistantId } = await aBookableAssistant(api);
    const agreementId = await anAcceptedAgreement(api, business, assistantId);
    const [first, second, later] = [anHourIn(api, 96), anHourIn(api, 120), anHourIn(api, 144)];
    const bookingId = await aConfirmedBooking(api, business, agreementId, [first, second]);
    const feed = await makeFeed(agency, { assistantId, language: 'ca' });
    const before = await entries(feed.path);
    expect(before.zones).toHaveLength(1);
    expect(before.all).toMatchObject([
      { ...first, status: 'CONFIRMED' },
      { ...second, status: 'CONFIRMED' },
    ]);
    await api.http
      .post(`/v1/bookings/${bookingId}/rescheduling`)
      .set(anyVersion(business))
      .send({ moves: [{ startAt: first.startAt, to: later }] })
      .expect(201);
    const moved = await entries(feed.path);
    expect(moved.all).toMatchObject([
      { ...first, status: 'CANCELLED', uid: before.all[0]!.uid },
      { ...second, status: 'CONFIRMED', uid: before.all[1]!.uid },
      { ...later, status: 'CONFIRMED' },
    ]);
    expect(moved.all[0]!.sequence).toBeGreaterThan(before.all[0]!.sequence);
    await api.http
      .post(`/v1/bookings/${bookingId}/cancellation`)
      .set(anyVersion(business))
      .send({ reason: 'The shop closes' })
      .expect(201);
    const theirs = await makeFeed(business);
    const after = (await entries(theirs.path)).all.filter(({ uid }) => uid.startsWith(bookingId));
    expect(after.map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
    expect(after[0]!.sequence).toBeGreaterThan(moved.all[0]!.sequence);
  });

  it('are an assistant’s own for her, and of nobody else’s organisation', async () => {
    const { agency, assistantId } = await aBookableAssistant(api);
    const other = await aBookableAssistant(api);
    const herself = await aMember(api, agency, ['agency.assistant'], assistantId);
    expect((await makeFeed(herself)).assistantId).toBe(assistantId);
    await api.http
      .post('/v1/calendar-feeds')
      .set(agency.headers())
      .send({ assistantId: other.assistantId })
      .expect(404);
    await api.http.post('/v1/calendar-feeds').set(business.headers()).send({ assistantId }).expect(404);
    const everybodys = await makeFeed(agency);
    const seen = await api.http.get('/v1/calendar-feeds').set(herself.headers()).expect(200);
    expect(seen.body.items).toHaveLength(1);
    await api.http.delete(`/v1/calendar-feeds/${everybodys.id}`).set(herself.headers()).expect(404);
  });

  it('are read by nobody once their address is revoked, or whoever made it has left', async () => {
    const agency = await anAgency(api);
    const coordinator = await aMember(api, agency, ['agency.coordinator']);
    const [feed, hers] = [await makeFeed(agency), await makeFeed(coordinator)];
    await api.http.get(feed.path).expect(200);
    await api.http.delete(`/v1/calendar-feeds/${feed.id}`).set(agency.headers()).expect(204);
    expect((await api.http.get(feed.path).expect(404)).body.code).toBe('calendar-feed.not-found');
    await api.http.get(hers.path).expect(200);
    await api.http.delete('/v1/account/membership').set(coordinator.headers()).expect(204);
    await api.http.get(hers.path).expect(404);
    const listed = await api.http.get('/v1/calendar-feeds').set(agency.headers()).expect(200);
    expect(JSON.stringify(listed.body)).not.toContain('ajf_');
    await api.http.get('/v1/calendar-feeds/ajf_guessed/bookings.ics').expect(404);
  });
});

describe('a calendar that an assistant keeps elsewhere, as time goes by', () => {
  it('is read again every quarter of an hour, whole only where it changed', async () => {
    const { agency: registered, assistantId } = await aBookableAssistant(api);
    let agency = registered;
    const later = async (minutes: number): Promise<void> => {
      api.clock.advance({ minutes });
      // Logins of minutes ago are over.
      [agency, business] = await Promise.all([signIn(api, agency.email), signIn(api, business.email)]);
    };
    const [first, second] = [anHourIn(api, 96), anHourIn(api, 120)];
    served.set('/changing.ics', { text: calendarWith(first), etag: '"a"' });
    const calendar = await link(agency, '/changing.ics', assistantId);
    await eventually(async () => expect(await linked(agency, calendar)).toMatchObject({ busyTimes: 1 }));
    const { lastReadAt } = await linked(agency, calendar);
    await later(16);
    await readNow(agency, calendar);
    // Noted as well as asked for: what is noted by the clock of later would be read again later yet.
    await eventually(async () => expect((await linked(agency, calendar)).lastReadAt).not.toBe(lastReadAt));
    expect(asked.filter(({ path }) => path === '/changing.ics').map(({ etag }) => etag)).toEqual([undefined, '"a"']);
    served.set('/changing.ics', { text: calendarWith(first, second), etag: '"b"' });
    await later(16);
    await readNow(agency, calendar);
    await eventually(async () => expect(await linked(agency, calendar)).toMatchObject({ busyTimes: 2 }));
    expect(await freeTime(assistantId, second)).toEqual([]);
  });

  it('is read whole again once its assistant lives by another clock', async () => {
    const { agency: registered, assistantId } = await aBookableAssistant(api);
    const on = anHourIn(api, 24 * 9).startAt.slice(0, 10);
    const wholeDay = `BEGIN:VEVENT\r\nUID:day\r\nDTSTART;VALUE=DATE:${on.replaceAll('-', '')}\r\nEND:VEVENT`;
    served.set('/moving.ics', { text: `BEGIN:VCALENDAR\r\n${wholeDay}\r\nEND:VCALENDAR`, etag: '"a"' });
    const calendar = await link(registered, '/moving.ics', assistantId);
    await eventually(async () => expect(await linked(registered, calendar)).toMatchObject({ busyTimes: 1 }));
    await api.http
      .put(`/v1/assistants/${assistantId}/availability`)
      .set(anyVersion(registered))
      .send({ ...aroundTheClock, daysOff: [], timeZone: 'Pacific/Kiritimati' })
      .expect(200);
    api.clock.advance({ minutes: 16 });
    const agency = await signIn(api, registered.email);
    business = await signIn(api, business.email);
    await readNow(agency, calendar);
    const begins = new Date(Date.parse(`${on}T00:00:00Z`) - 14 * 3_600_000).toISOString();
    const slot = { startAt: begins, endAt: new Date(Date.parse(begins) + 3_600_000).toISOString() };
    await eventually(async () => expect(await freeTime(assistantId, slot)).toEqual([]));
    const dayAfter = anHourLater(slot, 24);
    expect(await freeTime(assistantId, dayAfter)).toHaveLength(1);
  });

  it('goes on being heeded while it can’t be read, and after a day its assistant and her agency are told', async () => {
    const { agency: registered, assistantId } = await aBookableAssistant(api);
    let agency = registered;
    const later = async (minutes: number): Promise<void> => {
      api.clock.advance({ minutes });
      // Logins of minutes ago are over.
      [agency, business] = await Promise.all([signIn(api, agency.email), signIn(api, business.email)]);
    };
    const slot = anHourIn(api, 24 * 20);
    served.set('/moody.ics', { text: calendarWith(slot) });
    const calendar = await link(agency, '/moody.ics', assistantId);
    await eventually(async () => expect(await linked(agency, calendar)).toMatchObject({ busyTimes: 1 }));
    served.set('/moody.ics', { status: 500, text: '' });
    await later(16);
    await readNow(agency, calendar);
    await eventually(async () =>
      expect(await linked(agency, calendar)).toMatchObject({ failure: 'status', status: 'linked' }),
    );
    expect(await freeTime(assistantId, slot)).toEqual([]);
    await later(25 * 60);
    await readNow(agency, calendar);
    await eventually(async () => expect(await linked(agency, calendar)).toMatchObject({ status: 'unreachable' }));
    await eventually(async () => {
      const told = await api.http.get('/v1/notifications').set(agency.headers()).expect(200);
      expect(JSON.stringify(told.body)).toContain('outside-calendar.unreachable');
    });
    served.set('/moody.ics', { text: calendarWith() });
    await later(7 * 60);
    await readNow(agency, calendar);
    await eventually(async () =>
      expect(await linked(agency, calendar)).toMatchObject({ status: 'linked', busyTimes: 0 }),
    );
  });
});
