import { eventually } from '#platform/testing';
import { ClearanceReview } from '../clearances/clearance-review.js';
import { aBookableAssistant, anAcceptedAgreement } from '../testing/bookable.js';
import { aClearance } from '../testing/clearances.js';
import { aPublishedAssistant } from '../testing/listings.js';
import { KeptMails } from '../testing/kept-mails.js';
import { aKey, aMember } from '../testing/memberships.js';
import { aBusiness, anAdministrator, anAgency, type SignedIn, signIn } from '../testing/people.js';
import { testApi, testApiOn } from '../testing/test-api.js';
import { Digests } from './digests.js';

const mails = new KeptMails();
const settings = { transport: mails, webUrl: 'https://pages.example', mustConfirm: false };
const api = await testApi(settings);
/** Another process of the same service: whoever of the two handles an event, it is told once. */
const other = await testApiOn(api.databaseUrl, settings);
afterAll(async () => {
  await other.close();
  await api.close();
});
const business = await aBusiness(api);
const { agency, assistantId } = await aBookableAssistant(api);
const assistant = await aMember(api, agency, ['agency.assistant'], assistantId);
const { id: colleaguesListing } = await aPublishedAssistant(api, agency);
const colleague = await aMember(api, agency, ['agency.assistant'], colleaguesListing);
const agreementId = await anAcceptedAgreement(api, business, assistantId);

interface Told {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly readAt: string | null;
}

describe('being told', () => {
  const list = async (who: SignedIn, query = ''): Promise<{ items: Told[]; total: number; next: string | null }> =>
    (await api.http.get(`/v1/notifications${query}`).set(who.headers()).expect(200)).body;
  const kindsOf = async (who: SignedIn): Promise<string[]> => (await list(who)).items.map(({ kind }) => kind);
  const toldOf = (who: SignedIn, kind: string, id: string): Promise<Told> =>
    eventually(async () => {
      const found = (await list(who)).items.filter((told) => told.kind === kind && told.subject.id === id);
      expect(found).toHaveLength(1);
      return found[0]!;
    });
  let day = 1;
  /** A confirmed booking of an hour, days from now. */
  const aBooking = async (): Promise<string> => {
    day += 1;
    const startAt = new Date(Date.parse(api.clock.now()) + day * 86_400_000);
    startAt.setUTCMinutes(0, 0, 0);
    const slots = [{ startAt: startAt.toISOString(), endAt: new Date(startAt.getTime() + 3_600_000).toISOString() }];
    const { body } = await api.http
      .post('/v1/bookings')
      .set(business.headers())
      .send({ agreementId, slots, confirm: true })
      .expect(201);
    return body.id as string;
  };
  const cancel = (bookingId: string) =>
    api.http
      .post(`/v1/bookings/${bookingId}/cancellation`)
      .set({ ...business.headers(), 'if-match': '*' })
      .send({ reason: 'Not needed' })
      .expect(201);
  const preferences = (who: SignedIn) => api.http.get('/v1/account/notification-preferences').set(who.headers());
  const prefer = (who: SignedIn, body: object, ifMatch = '*') =>
    api.http
      .put('/v1/account/notification-preferences')
      .set({ ...who.headers(), 'if-match': ifMatch })
      .send({ language: 'en', timeZone: null, mail: {}, ...body });
  /** Mail about what happened, beside what confirms addresses. */
  const newsTo = ({ email }: SignedIn) => mails.to(email).filter(({ subject }) => !subject.startsWith('Confirm'));

  it('reaches whom it concerns, in words for each side, and nobody else', async () => {
    const bookingId = await aBooking();
    const told = await toldOf(agency, 'booking.confirmed', bookingId);
    expect(told.text).toMatch(/^Forn de la Plaça has booked .+, from /);
    expect(told.subject).toEqual({ type: 'booking', id: bookingId });
    expect((await toldOf(assistant, 'booking.confirmed', bookingId)).text).toMatch(/^Forn de la Plaça has booked you/);
    // The business did it; the other assistant has nothing to do with it.
    expect(await kindsOf(business)).not.toContain('booking.confirmed');
    expect(await kindsOf(colleague)).toEqual([]);
    expect(await list(await anAgency(api, { verified: false }))).toMatchObject({ items: [], total: 0 });
  });

  it('is worded in the language asked for, or the reader’s own', async () => {
    const bookingId = await aBooking();
    const { id } = await toldOf(assistant, 'booking.confirmed', bookingId);
    const read = async (query: string): Promise<string> =>
      (await api.http.get(`/v1/notifications/${id}${query}`).set(assistant.headers()).expect(200)).body.text;
    expect(await read('?language=ca')).toMatch(/^Forn de la Plaça us ha reservat, des del /);
    await prefer(assistant, { language: 'es' }).expect(200);
    expect(await read('')).toMatch(/^Forn de la Plaça te ha reservado, desde el /);
    await prefer(assistant, {}).expect(200);
  });

  it('is counted while it is unread, and read by one’s own hand alone', async () => {
    const bookingId = await aBooking();
    const { id } = await toldOf(agency, 'booking.confirmed', bookingId);
    const read = (who: SignedIn, of: string, body: object = {}) =>
      api.http.put(`/v1/notifications/${of}/read`).set(who.headers()).send(body);
    for (const stranger of [assistant, business, colleague]) {
      expect((await read(stranger, id).expect(404)).body.code).toBe('notification.not-found');
      await api.http.get(`/v1/notifications/${id}`).set(stranger.headers()).expect(404);
    }
    const before = (await list(agency, '?status=unread&limit=1')).total;
    await read(agency, id).expect(204);
    await read(agency, id).expect(204);
    expect((await list(agency, '?status=unread&limit=1')).total).toBe(before - 1);
    expect((await list(agency, '?status=read')).items.map((told) => told.id)).toEqual([id]);
    const newest = (await list(agency)).items[0]!;
    await read(agency, newest.id, { earlierToo: true }).expect(204);
    expect((await list(agency, '?status=unread')).total).toBe(0);
    const first = await list(agency, '?limit=1');
    expect((await list(agency, `?limit=1&after=${first.next!}`)).items[0]!.id).not.toBe(first.items[0]!.id);
  });

  it('is for people: a key is told nothing', async () => {
    const { key } = await aKey(api, agency.token, ['members:read']);
    await api.http
      .get('/v1/notifications')
      .set({ authorization: `Bearer ${key}` })
      .expect(403);
  });

  it('reaches administrators, who belong to no side', async () => {
    const administrator = await anAdministrator(api);
    const registered = await anAgency(api, { verified: false });
    const told = await toldOf(administrator, 'agency.registered', registered.organisationId);
    expect(told.text).toBe('Bona Ajuda has registered and waits to be verified.');
  });

  it('comes by mail at once where it matters, once, with a way to hear no more of it', async () => {
    const bookingId = await aBooking();
    const { id } = await toldOf(assistant, 'booking.confirmed', bookingId);
    const [mail] = await eventually(() => {
      const found = newsTo(assistant).filter(({ text }) => text.includes(id));
      expect(found).toHaveLength(1);
      return Promise.resolve(found);
    });
    expect(mail!.subject).toMatch(/^Forn de la Plaça has booked you/);
    expect(mail!.text).toContain(`https://pages.example/notifications/${id}`);
    expect(mail!.unsubscribeUrl).toMatch(/^https:\/\/pages\.example\/v1\/unsubscriptions\//);
    const path = new URL(mail!.unsubscribeUrl!).pathname;
    await api.http.get(path).expect(405);
    expect(
      (await api.http.post(`${path}x`).type('form').send('List-Unsubscribe=One-Click').expect(404)).body.code,
    ).toBe('notification.unsubscribe-token-invalid');
    await api.http.post(path).type('form').send('List-Unsubscribe=One-Click').expect(204);
    await api.http.post(path).field('List-Unsubscribe', 'One-Click').expect(204);
    await api.http.post(path).expect(204);
    expect((await preferences(assistant).expect(200)).body.mail).toEqual({ bookings: 'never' });
    const next = await aBooking();
    const unmailed = await toldOf(assistant, 'booking.confirmed', next);
    // What is essential is mailed all the same, and offers nothing to unsubscribe from.
    await cancel(next);
    const called = await toldOf(assistant, 'booking.cancelled', next);
    const essential = await eventually(() => {
      const found = newsTo(assistant).find(({ text }) => text.includes(called.id));
      expect(found).toBeDefined();
      return Promise.resolve(found!);
    });
    expect(essential.unsubscribeUrl).toBeNull();
    expect(newsTo(assistant).filter(({ text }) => text.includes(unmailed.id))).toEqual([]);
  });

  it('goes by preferences that are a person’s own, and change by their version', async () => {
    const first = await preferences(business).expect(200);
    expect(first.body).toEqual({ language: 'en', timeZone: null, mail: {} });
    const wanted = { language: 'ca', timeZone: 'Europe/Madrid', mail: { work: 'never', invoices: 'at-once' } };
    const changed = await prefer(business, wanted, first.headers['etag'] as string).expect(200);
    expect(changed.body).toEqual(wanted);
    expect((await prefer(business, wanted, first.headers['etag'] as string).expect(412)).body.code).toBe(
      'precondition.stale',
    );
    for (const [body, pointer] of [
      [{ timeZone: 'Mars/Olympus' }, '/timeZone'],
      [{ language: 'xx' }, '/language'],
      [{ mail: { work: 'hourly' } }, '/mail/work'],
      [{ mail: { weather: 'daily' } }, '/mail/weather'],
      [{ mail: null }, '/mail'],
    ] as const) {
      const refused = await prefer(business, body).expect(400);
      expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    }
    expect((await preferences(business)).body).toEqual(wanted);
  });

  it('is heard over a stream as it happens, until the session ends', async () => {
    const abort = new AbortController();
    const reader = await signIn(api, agency.email);
    const { body } = await api.http.get('/v1/account/sessions').set(reader.headers()).expect(200);
    const current = (body.items as { id: string; isCurrent: boolean }[]).find(({ isCurrent }) => isCurrent)!;
    const answer = await fetch(`${await api.app.getUrl()}/v1/notifications/stream`, {
      headers: reader.headers(),
      signal: abort.signal,
    });
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const readUntil = async (wanted: string): Promise<string> => {
      let text = '';
      for await (const chunk of answer.body!.values({ preventCancel: true })) {
        text += Buffer.from(chunk).toString();
        if (text.includes(wanted)) break;
      }
      return text;
    };
    const { id } = await toldOf(agency, 'booking.confirmed', await aBooking());
    expect(await readUntil(id)).toContain('event: notified');
    await api.http.delete(`/v1/account/sessions/${current.id}`).set(agency.headers()).expect(204);
    const late = await toldOf(agency, 'booking.confirmed', await aBooking());
    expect(await readUntil(late.id)).not.toContain(late.id);
    abort.abort();
  });

  it('reminds all whom it concerns of the end of a clearance, 30 and 7 days before, once each and in their language', async () => {
    const house = await anAgency(api);
    // Whoever was invited has confirmed her address by that, and gets mail.
    const coordinator = await aMember(api, house, ['agency.coordinator']);
    const assessor = await aMember(api, house, ['agency.assessor']);
    const { id } = await aPublishedAssistant(api, house);
    const herself = await aMember(api, house, ['agency.assistant'], id);
    const readers = [
      [coordinator, 'ca', /^El lloc de treball de .* està autoritzat/],
      [assessor, 'en', /^The workplace of .* is cleared until/],
      [herself, 'es', /^Tu puesto está autorizado/],
    ] as const;
    for (const [reader, language] of readers) await prefer(reader, { language }).expect(200);
    const inDays = (days: number): string => new Date(Date.parse(api.clock.now()) + days * 86_400_000).toISOString();
    const validUntil = inDays(40);
    const clearanceId = await aClearance(api, house, id, { assessor, validUntil });
    for (const [times, days] of [
      [1, 11],
      [2, 34],
    ] as const) {
      // Events happen now, and what happened days ago is no news: so only those who look are told what day it is.
      const looks = [api, other, api].map(({ app }) => app.get(ClearanceReview, { strict: false }).sweep(inDays(days)));
      await Promise.all(looks);
      for (const [reader, , says] of readers) {
        const told = await eventually(async () => {
          const found = (await list(reader)).items.filter(({ kind }) => kind === 'clearance.expiring');
          expect(found).toHaveLength(times);
          return found;
        });
        expect(told.map(({ subject }) => subject.id)).toEqual(told.map(() => clearanceId));
        const mailed = (one: Told) => newsTo(reader).filter(({ text }) => text.includes(one.id));
        await eventually(async () => expect(told.map((one) => mailed(one).length)).toEqual(told.map(() => 1)));
        const [mail] = mailed(told[0]!);
        expect([mail!.subject, mail!.unsubscribeUrl]).toEqual([expect.stringMatching(says), null]);
        expect(mail!.html).toContain(told[0]!.id);
      }
    }
  });

  it('waits for the reader’s morning where it can wait, and comes then in one mail', async () => {
    await prefer(assistant, { timeZone: 'Australia/Lord_Howe', mail: { bookings: 'daily' } }).expect(200);
    const bookings = [await aBooking(), await aBooking(), await aBooking()];
    const told: Told[] = [];
    for (const bookingId of bookings) told.push(await toldOf(assistant, 'booking.confirmed', bookingId));
    await api.http.put(`/v1/notifications/${told[0]!.id}/read`).set(assistant.headers()).send({}).expect(204);
    const digestsIn = () => newsTo(assistant).filter(({ text }) => told.some(({ id }) => text.includes(id)));
    const sweep = async () => {
      await Promise.all([api, other].map(({ app, clock }) => app.get(Digests, { strict: false }).sweep(clock.now())));
    };
    await sweep();
    expect(digestsIn()).toEqual([]);
    for (const { clock } of [api, other]) clock.advance({ hours: 25 });
    await sweep();
    await eventually(async () => expect(digestsIn()).toHaveLength(1));
    const [digest] = digestsIn();
    expect(digest!.subject).toBe('What happened since yesterday');
    expect(told.map(({ id }) => digest!.text.includes(id))).toEqual([false, true, true]);
    await sweep();
    expect(digestsIn()).toHaveLength(1);
    await api.http
      .post(new URL(digest!.unsubscribeUrl!).pathname)
      .type('form')
      .send('List-Unsubscribe=One-Click')
      .expect(204);
    const { mail } = (await preferences(await signIn(api, assistant.email))).body as { mail: Record<string, string> };
    expect(new Set(Object.values(mail))).toEqual(new Set(['never']));
  });
});
