import { referenceRates } from '#knowledge/rates';
import { databaseToken } from '#platform/database';
import { eventually, TraceCollector } from '#platform/testing';
import { stopTracing } from '#platform/tracing';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anAcceptedAgreement, aroundTheClock } from '../../api/src/testing/bookable.js';
import { aClearance } from '../../api/src/testing/clearances.js';
import { aPublishedAssistant } from '../../api/src/testing/listings.js';
import { dayAhead } from '../../api/src/testing/needs.js';
import { aBusiness, anAgency, signIn } from '../../api/src/testing/people.js';
import { ReferenceRates } from '../../matcher/src/supply/reference-rates.js';
import { Supply } from '../../matcher/src/supply/supply.js';
import { testMarketplace } from './testing/test-marketplace.js';

const need = {
  words: 'my inbox eats my mornings and the receipts are in a shoebox',
  lines: [{ lineId: 'inbox', dutyCode: 'inbox-triage', volume: 2, cadence: 'weekly', importance: 3 }],
  requiredLanguages: [{ language: 'en', level: 'B1' }],
  hours: { timeZone: 'Europe/Madrid', kind: 'weekly', weekly: [{ weekday: 1, start: '09:00', end: '12:00' }] },
  minOverlapMinutesPerWeek: 60,
  startsOn: dayAhead(7),
  endsOn: dayAhead(34),
  hourlyRateCap: { amountMinor: 2_500, currency: 'EUR' },
  channels: ['email'],
};

const market = await testMarketplace();
const agency = await anAgency(market);
const business = await aBusiness(market);
afterAll(() => market.close());

describe('matching', () => {
  const send = (path: string, body: object = {}, prefer = 'wait=5') =>
    market.http
      .post(path)
      .set({ ...business.headers(), prefer })
      .send(body);
  const get = (path: string, prefer = 'wait=5') => market.http.get(path).set({ ...business.headers(), prefer });
  const posted = async (body: object = need): Promise<string> => {
    const { id } = (await send('/v1/needs', body).expect(201)).body;
    await send(`/v1/needs/${id}/posting`).expect(200);
    return id;
  };

  it('goes from a listing, a clearance and a need to a shortlist with its reasons', async () => {
    const { id: cleared } = await aPublishedAssistant(market, agency);
    await aClearance(market, agency, cleared);
    const { id: uncleared } = await aPublishedAssistant(market, agency, { displayName: 'Pau' });
    const needId = await posted();
    const { body } = await get(`/v1/needs/${needId}/shortlist`).expect(200);
    expect(body).toMatchObject({ needId, status: 'prepared', needVersion: 2, considered: 2 });
    expect(body.entries).toHaveLength(1);
    expect(body.entries[0]).toMatchObject({
      rank: 1,
      assistantId: cleared,
      displayName: 'Núria',
      professionalTitle: 'online assistant',
      agencyName: 'Bona Ajuda',
      newcomerSlot: null,
    });
    const { score, explanation } = body.entries[0];
    const points = explanation.parts.reduce((sum: number, part: { points: number }) => sum + part.points, 0);
    expect(points).toBeCloseTo(score, 9);
    expect(explanation.sharedHours).toContainEqual(expect.objectContaining({ weekday: 1, minutes: 180 }));
    expect(body.nearMisses).toEqual([
      expect.objectContaining({ assistantId: uncleared, failedFilter: 'clearance', displayName: 'Pau' }),
    ]);
    expect(body.excluded).toEqual({ clearance: 1 });
    const { asOf } = referenceRates();
    expect(body.rates).toEqual({ asOf, ageDays: expect.any(Number) });
  });

  it('compares prices by the latest reference rates that could be read, and says how old they are', async () => {
    const today = market.clock.now().slice(0, 10);
    const file = join(mkdtempSync(join(tmpdir(), 'rates-')), 'daily.xml');
    writeFileSync(file, `<Cube><Cube time='${today}'><Cube currency='USD' rate='2.0'/></Cube></Cube>`);
    const of = <T>(token: unknown): T => market.app.get<T>(token as never, { strict: false });
    const reading = (source: string) =>
      new ReferenceRates(of(databaseToken('matcher')), source, of(Supply)).sweep(market.clock.now());
    // 4,000 dollars are 2,000 euros by these rates, and far above the cap by those of before.
    const hourlyRate = { amountMinor: 4_000, currency: 'USD' };
    const { id } = await aPublishedAssistant(market, agency, { hourlyRate });
    await aClearance(market, agency, id);
    const needId = await posted();
    const shortlist = async () => (await send(`/v1/needs/${needId}/shortlist`)).body;
    const first = (await get(`/v1/needs/${needId}/shortlist`).expect(200)).body;
    expect(first.entries.map(({ assistantId }: { assistantId: string }) => assistantId)).not.toContain(id);
    expect(await reading(file)).toBe(1);
    const next = await shortlist();
    expect(next.entries.map(({ assistantId }: { assistantId: string }) => assistantId)).toContain(id);
    expect(next.rates).toEqual({ asOf: today, ageDays: 0 });
    expect(await reading('/nowhere/daily.xml')).toBe(0);
    market.clock.advance({ minutes: 1 });
    expect((await shortlist()).rates).toEqual({ asOf: today, ageDays: 0 });
  });

  it('prepares a shortlist anew for an edited need, and a fresh one when it is asked for', async () => {
    const needId = await posted();
    await get(`/v1/needs/${needId}/shortlist`).expect(200);
    const edit = { ...business.headers(), 'if-match': '*' };
    const dearer = { hourlyRateCap: { amountMinor: 100, currency: 'EUR' } };
    await market.http.patch(`/v1/needs/${needId}`).set(edit).send(dearer).expect(200);
    const edited = await get(`/v1/needs/${needId}/shortlist`).expect(200);
    expect(edited.body).toMatchObject({ status: 'prepared', needVersion: 3, entries: [] });
    expect(edited.body.nearMisses[0]).toMatchObject({ failedFilter: 'rate' });
    const cheap = await aPublishedAssistant(market, agency, { hourlyRate: { amountMinor: 90, currency: 'EUR' } });
    await aClearance(market, agency, cheap.id);
    const fresh = await send(`/v1/needs/${needId}/shortlist`).expect(200);
    expect(fresh.body.entries.map(({ assistantId }: { assistantId: string }) => assistantId)).toEqual([cheap.id]);
  });

  it('is one trace where somebody traces: from the client over request and statements to what both services do with the events', async () => {
    const collector = await TraceCollector.ofThisProcess('marketplace');
    try {
      const { id } = (await send('/v1/needs', need).expect(201)).body;
      const [traceId, spanId] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];
      await market.http
        .post(`/v1/needs/${id}/posting`)
        .set({ ...business.headers(), traceparent: `00-${traceId}-${spanId}-01` })
        .expect(200);
      await get(`/v1/needs/${id}/shortlist`).expect(200);
      await market.http.get('/health/live').expect(200);
      await stopTracing();
      const trace = collector.spans.filter((span) => span.traceId === traceId);
      const named = (name: string) => trace.filter((span) => span.name === name);
      const [request] = named('POST /v1/needs/:id/posting');
      expect(request).toMatchObject({
        parentSpanId: spanId,
        attributes: { 'http.request.method': 'POST', 'http.response.status_code': 200 },
      });
      const ranking = named('process ajudant.need').find(
        ({ attributes }) => attributes['messaging.consumer.group.name'] === 'matcher-ranking',
      );
      expect(ranking?.parentSpanId).toBe(request?.spanId);
      expect(named('process ajudant.shortlist').map(({ parentSpanId }) => parentSpanId)).toContain(ranking?.spanId);
      const statements = trace.filter(({ attributes }) => attributes['db.system.name'] === 'postgresql');
      expect(new Set(statements.map(({ parentSpanId }) => parentSpanId))).toContain(request?.spanId);
      // Nobody's values are in it, nor ids but those of requests and events.
      const told = JSON.stringify(collector.spans.map(({ name, attributes }) => [name, attributes]));
      expect(told).not.toMatch(new RegExp([id, business.email, need.words.slice(0, 20)].join('|')));
      expect(collector.spans.map(({ name }) => name)).not.toContain('GET /health/live');
    } finally {
      await collector.close();
    }
  });

  it('forgets whoever is withdrawn or whose clearance is void', async () => {
    const needId = await posted();
    const onIt = async (): Promise<string[]> => {
      const { body } = await send(`/v1/needs/${needId}/shortlist`).expect(200);
      return body.entries.map(({ assistantId }: { assistantId: string }) => assistantId);
    };
    const { id } = await aPublishedAssistant(market, agency);
    const clearanceId = await aClearance(market, agency, id);
    const other = await aPublishedAssistant(market, agency);
    await aClearance(market, agency, other.id);
    expect(await onIt()).toEqual(expect.arrayContaining([id, other.id]));
    await market.http
      .post(`/v1/assistants/${id}/clearances/${clearanceId}/voiding`)
      .set({ ...agency.headers(), 'if-match': '*' })
      .send({ reason: 'moved' })
      .expect(200);
    expect(await onIt()).not.toContain(id);
    await market.http
      .post(`/v1/assistants/${other.id}/withdrawal`)
      .set({ ...agency.headers(), 'if-match': '*' })
      .send({ reason: 'on leave' })
      .expect(200);
    expect(await onIt()).not.toContain(other.id);
  });

  it('leaves out whoever is paused, who keeps what is booked, and finds them again when they are resumed', async () => {
    const needId = await posted();
    const onIt = async (): Promise<string[]> => {
      const { body } = await send(`/v1/needs/${needId}/shortlist`).expect(200);
      return body.entries.map(({ assistantId }: { assistantId: string }) => assistantId);
    };
    const { id } = await aPublishedAssistant(market, agency, aroundTheClock);
    await aClearance(market, agency, id);
    const agreementId = await anAcceptedAgreement(market, business, id);
    const book = (ahead: number) =>
      send('/v1/bookings', {
        agreementId,
        slots: [{ startAt: `${dayAhead(ahead)}T09:00:00.000Z`, endAt: `${dayAhead(ahead)}T10:00:00.000Z` }],
      });
    const move = (step: string) =>
      market.http
        .post(`/v1/assistants/${id}/${step}`)
        .set({ ...agency.headers(), 'if-match': '*' })
        .expect(200);
    const held = (await book(8).expect(201)).body;
    expect(await onIt()).toContain(id);
    await move('pause');
    expect(await onIt()).not.toContain(id);
    expect((await book(9)).body).toMatchObject({ status: 409, code: 'assistant.paused' });
    const confirmed = await send(`/v1/bookings/${held.id}/confirmation`).set('if-match', '*').expect(201);
    expect(confirmed.body.status).toBe('confirmed');
    await move('resumption');
    expect(await onIt()).toContain(id);
    await book(9).expect(201);
  });

  it('reads duties out of plain words, in three languages, with the words that led to them', async () => {
    const texts = {
      en: 'My inbox eats my mornings.',
      es: 'El correo se me come las mañanas.',
      ca: "El correu se'm menja els matins.",
    };
    for (const [language, text] of Object.entries(texts)) {
      const { body, headers } = await send('/v1/duty-suggestions', { text }).expect(201);
      expect(body).toMatchObject({ status: 'suggested', language, abstained: false });
      expect(headers['location']).toBe(`/v1/duty-suggestions/${body.id}`);
      const [first] = body.items;
      expect(first.dutyCode).toBe('inbox-triage');
      for (const { start, end, words } of first.evidence) expect(text.slice(start, end)).toBe(words);
    }
  });

  it('calls no language one of the three that is none, and takes a correction of such words', async () => {
    const text = 'Ich brauche jemanden für die Buchhaltung';
    const { body } = await send('/v1/duty-suggestions', { text }).expect(201);
    expect(body).toMatchObject({ language: null, abstained: true, reason: { code: 'other-language' }, items: [] });
    const corrected = await send(`/v1/duty-suggestions/${body.id}/corrections`, { dutyCodes: ['transaction-coding'] });
    expect([corrected.status, corrected.body.language]).toEqual([200, null]);
  });

  it('waits for suggestions unless told not to', async () => {
    const text = 'Nobody answers the phone when I am baking';
    const unasked = await market.http.post('/v1/duty-suggestions').set(business.headers()).send({ text }).expect(201);
    expect(unasked.headers['preference-applied']).toBe('wait=5');
    const { body, headers } = await send('/v1/duty-suggestions', { text }, 'wait=0').expect(202);
    expect(body).toMatchObject({ status: 'pending', items: [] });
    const later = await get(headers['location'] as string).expect(200);
    expect(later.body).toMatchObject({ id: body.id, status: 'suggested' });
  });

  it('suggests duties for the words of a need, and asks about the same words once', async () => {
    const { id } = (await send('/v1/needs', { words: need.words }).expect(201)).body;
    const first = await get(`/v1/needs/${id}/suggested-duties`).expect(200);
    expect(first.body.items.map(({ dutyCode }: { dutyCode: string }) => dutyCode)).toContain('inbox-triage');
    const again = await get(`/v1/needs/${id}/suggested-duties`, 'wait=0').expect(200);
    expect(again.body).toEqual(first.body);
    const wordless = (await send('/v1/needs', { lines: need.lines }).expect(201)).body.id;
    expect((await get(`/v1/needs/${wordless}/suggested-duties`).expect(409)).body.code).toBe('need.no-words');
  });

  it('learns from corrections', async () => {
    const text = 'The gnomes in the attic are grumpy again';
    const before = (await send('/v1/duty-suggestions', { text }).expect(201)).body;
    expect(before.abstained).toBe(true);
    const correct = (id: string, dutyCodes: string[]) => send(`/v1/duty-suggestions/${id}/corrections`, { dutyCodes });
    expect((await correct(before.id, ['sell-boats']).expect(400)).body.code).toBe('duty-suggestion.unknown-duty');
    const corrected = await correct(before.id, ['receipt-capture']).expect(200);
    expect(corrected.body.correctedDutyCodes).toEqual(['receipt-capture']);
    // Learning goes on beside the answers, so that nobody waits for it.
    await eventually(async () => {
      const { body } = await send('/v1/duty-suggestions', { text: 'grumpy gnomes in my attic' }).expect(201);
      expect(body.items[0]?.dutyCode).toBe('receipt-capture');
    }, 100_000);
  });

  it('keeps suggestions from others', async () => {
    const { id } = (await send('/v1/duty-suggestions', { text: 'My inbox eats my mornings' }).expect(201)).body;
    const other = await aBusiness(market);
    const answer = await market.http.get(`/v1/duty-suggestions/${id}`).set(other.headers()).expect(404);
    expect(answer.body.code).toBe('duty-suggestion.not-found');
  });

  describe('over a stream', () => {
    const aborts: AbortController[] = [];
    afterEach(() => aborts.splice(0).forEach((abort) => abort.abort()));

    const openStream = async (needId: string, who = business) => {
      const abort = new AbortController();
      aborts.push(abort);
      const url = `${await market.app.getUrl()}/v1/needs/${needId}/stream`;
      const answer = await fetch(url, { headers: who.headers(), signal: abort.signal });
      return { answer, end: () => abort.abort() };
    };
    /** What comes until it says so, or ends. */
    const readUntil = async ({ answer }: { answer: Response }, wanted: string): Promise<string> => {
      let text = '';
      for await (const chunk of answer.body!.values({ preventCancel: true })) {
        text += Buffer.from(chunk).toString();
        if (text.includes(wanted)) break;
      }
      return text;
    };

    it('tells when a shortlist is there', async () => {
      const needId = await posted();
      const stream = await openStream(needId);
      expect(stream.answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
      expect(await readUntil(stream, 'shortlist-prepared')).toContain(`"needId":"${needId}"`);
    });

    it('ends with the session, before it tells anything more', async () => {
      const needId = await posted();
      const stream = await openStream(needId, await signIn(market, business.email));
      await readUntil(stream, 'shortlist-prepared');
      await market.http.delete('/v1/account/sessions').set(business.headers()).expect(204);
      await send(`/v1/needs/${needId}/shortlist`).expect(200);
      expect(await readUntil(stream, 'shortlist-prepared')).not.toContain('shortlist-prepared');
    });

    it('listens to five at a time for one person', async () => {
      const needId = await posted();
      const streams = [];
      for (let count = 0; count < 5; count += 1) streams.push(await openStream(needId));
      expect(streams.map(({ answer }) => answer.status)).toEqual([200, 200, 200, 200, 200]);
      const refused = await openStream(needId);
      expect([refused.answer.status, await refused.answer.json()]).toEqual([
        429,
        expect.objectContaining({ code: 'request.too-many' }),
      ]);
      streams[0]!.end();
      await eventually(async () => expect((await openStream(needId)).answer.status).toBe(200));
    });
  });
});
