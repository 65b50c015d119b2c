import { eventTypes } from '#contracts';
import { type AgreementTerms, canonicalTerms, type VatRates } from '#domain';
import { vatRates } from '#knowledge/rates';
import { createHash, randomUUID } from 'node:crypto';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { aBookableAssistant, aClearedAssistant } from '../testing/bookable.js';
import { termsOf } from '../testing/change-orders.js';
import { dayAheadOf } from '../testing/days.js';
import { anEngagement, anHourIn } from '../testing/engagements.js';
import { aPublishedAssistant, anAssistant } from '../testing/listings.js';
import { aMember } from '../testing/memberships.js';
import { aNeed, aNeedsDetails } from '../testing/needs.js';
import { aBusiness, anAdministrator, anAgency, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { ApiDatabase } from '../api-database.js';
import { apiSettingsToken } from '../api-settings.js';
import { BusinessStore } from '../businesses/business.store.js';
import { VatChecks } from '../businesses/vat-checks.js';
import type { VatAnswer, VatRegister } from '../businesses/vat-register.js';
import { AgreementStore } from './agreement.store.js';

interface VersionBody extends Omit<AgreementTerms, 'lines' | 'assistantId'> {
  number: number;
  contentHash: string;
  lines: (Omit<AgreementTerms['lines'][number], 'accountable'> & { accountable: object[] })[];
}

const api = await testApi();
afterAll(() => api.close());
const agency = await anAgency(api);
const business = await aBusiness(api);
const stranger = await aBusiness(api);
const assistantId = await aClearedAssistant(api, agency);

describe('agreements', () => {
  const draft = (needId: string, changes: object = {}, by = business) =>
    api.http
      .post('/v1/agreements')
      .set(by.headers())
      .send({ needId, assistantId, ...changes });
  const drafted = async () => (await draft(await aNeed(api, business)).expect(201)).body;
  const accept = (id: string, contentHash: string, by: SignedIn) =>
    api.http.post(`/v1/agreements/${id}/acceptances`).set(by.headers()).send({ contentHash });
  const inForce = async () => {
    const { id, current } = await drafted();
    return (await accept(id, current.contentHash, business).expect(200)).body;
  };
  const read = async (id: string) =>
    (await api.http.get(`/v1/agreements/${id}`).set(agency.headers()).expect(200)).body;
  const revise = (id: string, version: number, terms: object, by = business) =>
    api.http
      .put(`/v1/agreements/${id}/terms`)
      .set({ ...by.headers(), 'if-match': `"${version}"` })
      .send(terms);
  const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

  it('are accepted by owners, and by whom they made signatory', async () => {
    const { id, current } = await drafted();
    const colleague = await aMember(api, business, ['business.colleague']);
    const signatory = await aMember(api, business, ['business.accountant', 'business.signatory']);
    expect(outcome(await accept(id, current.contentHash, colleague))).toEqual([403, 'auth.forbidden']);
    await accept(id, current.contentHash, signatory).expect(200);
  });

  it('are drafted in one go at the listed rate, with the standing acceptance of the agency', async () => {
    const answer = await draft(await aNeed(api, business)).expect(201);
    expect(answer.headers).toMatchObject({ etag: '"2"', location: `/v1/agreements/${answer.body.id}` });
    expect(answer.body).toMatchObject({ instant: true, proposalId: null, status: 'drafting', versionInForce: null });
    const [version] = answer.body.versions;
    expect(version).toMatchObject({
      standingAcceptance: true,
      acceptedByBusinessAt: null,
      writtenBy: 'business',
      currency: 'EUR',
      timeZone: 'Europe/Madrid',
      channels: ['email', 'chat'],
      freeCancellationHours: 24,
      lateFeeBps: 5_000,
      taxBps: 2_100,
    });
    expect(version.acceptedByAgencyAt).not.toBeNull();
    expect(version.lines[0].unitPrice.amountMinor).toBeGreaterThan(0);
    const accepted = await accept(answer.body.id, version.contentHash, business).expect(200);
    expect(accepted.body).toMatchObject({ status: 'accepted', versionInForce: 1 });
  });

  it('name each version by the SHA-256 of its canonical terms', async () => {
    const { id } = await drafted();
    const scope = { kind: 'organisation', organisationId: agency.organisationId } as const;
    const { state } = await api.app.get(AgreementStore, { strict: false }).load(scope, id);
    const [version] = state.versions;
    const hash = createHash('sha256').update(canonicalTerms(version!.terms)).digest('hex');
    expect(version!.contentHash).toBe(hash);
  });

  it('take the tax from where the two sides are', async () => {
    const french = await aBusiness(api, { countryCode: 'FR', timeZone: 'Europe/Paris' });
    const american = await aBusiness(api, { countryCode: 'US', timeZone: 'America/New_York' });
    const rates = [];
    for (const customer of [french, american]) {
      const answer = await draft(await aNeed(api, customer), {}, customer).expect(201);
      rates.push(answer.body.versions[0].taxBps);
    }
    expect(rates).toEqual([2_100, 0]);
  });

  it('are refused for a listing that does not allow instant booking, and for one that nobody can see', async () => {
    const needId = await aNeed(api, business);
    const asked = (await aPublishedAssistant(api, agency, { instantBooking: false })).id;
    const hidden = (await anAssistant(api, agency)).id;
    expect(outcome(await draft(needId, { assistantId: asked }))).toEqual([409, 'agreement.instant-not-allowed']);
    expect(outcome(await draft(needId, { assistantId: hidden }))).toEqual([404, 'assistant.not-found']);
    expect(outcome(await draft(needId, { assistantId: randomUUID() }))).toEqual([404, 'assistant.not-found']);
  });

  it('of a listing are of offered duties alone, whatever the need asks for', async () => {
    const [inbox] = aNeedsDetails().lines;
    const needId = await aNeed(api, business, {
      lines: [inbox!, { ...inbox!, lineId: 'books', dutyCode: 'bank-reconciliation', volume: 10_000 }],
      minOverlapMinutesPerWeek: 0,
    });
    const answer = await draft(needId);
    expect(outcome(answer)).toEqual([409, 'agreement.duty-not-offered']);
    expect(answer.body.errors[0].pointer).toBe('/needId');
    const list = await api.http.get(`/v1/agreements?needId=${needId}`).set(agency.headers()).expect(200);
    expect(list.body.items).toEqual([]);
  });

  it('of a listing are for needs that the assistant qualifies for, done when the catalogue says so', async () => {
    const refused = await draft(await aNeed(api, business, { hourlyRateCap: { amountMinor: 1_000, currency: 'EUR' } }));
    expect(outcome(refused)).toEqual([409, 'agreement.assistant-not-qualified']);
    expect(refused.body.errors[0]).toMatchObject({ pointer: '/assistantId', code: 'rate' });
    const uncleared = (await aPublishedAssistant(api, agency)).id;
    const unsafe = await draft(await aNeed(api, business), { assistantId: uncleared });
    expect(unsafe.body.errors[0]).toMatchObject({ code: 'clearance' });
    const [inbox] = aNeedsDetails().lines;
    const { lines } = (await drafted()).versions[0] as VersionBody;
    expect(lines[0]?.doneCriterion).not.toBe(inbox?.doneCriterion);
    expect(lines[0]?.doneCriterion).not.toBe('');
  });

  it('of a listing bind the agency to no more than its standing terms', async () => {
    const { agency: strict, assistantId: hers } = await aBookableAssistant(api);
    const set = (terms: object) =>
      api.http
        .put(`/v1/agencies/${strict.organisationId}/standing-terms`)
        .set({ ...strict.headers(), 'if-match': '*' })
        .send(terms);
    const standing = {
      responseTargetMinutes: 120,
      freeCancellationHours: 48,
      lateFeeBps: 8_000,
      silenceAcceptsAfterHours: 72,
      mostMinutesPerWeek: 120,
      leastNoticeHours: 24,
    };
    const day = (ahead: number) => dayAheadOf(api.clock, ahead);
    const [inbox] = aNeedsDetails().lines;
    const small = { startsOn: day(0), endsOn: day(27), lines: [{ ...inbox!, volume: 1 }] };
    const much = { ...small, lines: [{ ...inbox!, volume: 60 }] };
    await set(standing).expect(200);
    const outOfRange = await set({ ...standing, leastNoticeHours: -1 });
    expect(outcome(outOfRange)).toEqual([400, 'request.invalid']);
    const taken = (changes: object, need: object = small) =>
      aNeed(api, business, need).then((id) => draft(id, { assistantId: hers, ...changes }));
    for (const [field, value] of Object.entries({
      responseTargetMinutes: 60,
      freeCancellationHours: 24,
      lateFeeBps: 0,
      silenceAcceptsAfterHours: 73,
    })) {
      const answer = await taken({ [field]: value });
      expect(outcome(answer)).toEqual([409, 'agreement.beyond-standing-terms']);
      expect(answer.body.errors[0].pointer).toBe(`/${field}`);
    }
    expect(outcome(await taken({}, much))).toEqual([409, 'agreement.too-much-work-a-week']);
    const answer = await taken({ responseTargetMinutes: 240 });
    expect(answer.status).toBe(201);
    expect(answer.body.versions[0]).toMatchObject({
      responseTargetMinutes: 240,
      freeCancellationHours: 48,
      lateFeeBps: 8_000,
      silenceAcceptsAfterHours: 72,
      instantLimits: { mostMinutesPerWeek: 120, leastNoticeHours: 24 },
    });
    await accept(answer.body.id, answer.body.current.contentHash, business).expect(200);
    // What was accepted stays as it was accepted.
    await set({ ...standing, mostMinutesPerWeek: 60, leastNoticeHours: 0 }).expect(200);
    const book = (slots: readonly object[]) =>
      api.http.post('/v1/bookings').set(business.headers()).send({ agreementId: answer.body.id, slots, confirm: true });
    expect(outcome(await book([anHourIn(api, 20)]))).toEqual([409, 'booking.too-short-notice']);
    const firstFree = async (of: object, assistant = hers) => {
      const query = { from: api.clock.now(), to: anHourIn(api, 96).endAt, ...of };
      const found = await api.http.get(`/v1/assistants/${assistant}/free-slots`).set(business.headers()).query(query);
      return found.status === 200 ? Date.parse(found.body.items[0].startAt) : found.body.code;
    };
    const agreed = { agreementId: answer.body.id };
    expect(await firstFree(agreed)).toBeGreaterThanOrEqual(Date.parse(anHourIn(api, 23).startAt));
    expect(await firstFree(agreed, assistantId)).toBe('booking.other-assistant');
    // Whoever has agreed on nothing yet would agree on what the agency says now.
    expect(await firstFree({})).toBeLessThan(Date.parse(anHourIn(api, 23).startAt));
    // In the middle of next week, so that all of them are of one.
    const midweek = 24 * (10 - ((new Date(api.clock.now()).getUTCDay() + 6) % 7));
    const hours = [0, 1, 2].map((later) => anHourIn(api, midweek + later));
    expect(outcome(await book(hours))).toEqual([409, 'booking.beyond-weekly-hours']);
    await book(hours.slice(0, 2)).expect(201);
    expect(outcome(await book(hours.slice(2)))).toEqual([409, 'booking.beyond-weekly-hours']);
  });

  it("need a posted need of the business's own", async () => {
    const own = await aNeed(api, business, {}, { posted: false });
    expect(outcome(await draft(own))).toEqual([409, 'agreement.need-not-posted']);
    expect(outcome(await draft(await aNeed(api, stranger)))).toEqual([404, 'need.not-found']);
    expect((await draft(own, {}, agency)).status).toBe(403);
  });

  it('come once from a request that is sent again', async () => {
    const needId = await aNeed(api, business);
    const headers = business.headers();
    const send = () => api.http.post('/v1/agreements').set(headers).send({ needId, assistantId });
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const list = await api.http.get(`/v1/agreements?needId=${needId}`).set(agency.headers()).expect(200);
    expect(list.body.items).toHaveLength(1);
    expect(list.body.items[0]).toMatchObject({ id: answers[0]?.body.id, current: { number: 1 } });
  });

  it('are hidden from everybody else', async () => {
    const { id, current } = await drafted();
    const other = await anAgency(api);
    for (const one of [stranger, other]) {
      for (const path of ['', '/quote']) {
        const answer = await api.http.get(`/v1/agreements/${id}${path}`).set(one.headers());
        expect(outcome(answer)).toEqual([404, 'agreement.not-found']);
      }
      expect(outcome(await accept(id, current.contentHash, one))).toEqual([404, 'agreement.not-found']);
      expect((await api.http.get('/v1/agreements').set(one.headers()).expect(200)).body.items).toEqual([]);
    }
  });

  it('need both acceptances anew after any edit', async () => {
    const { id, versions, version } = await drafted();
    const edited = await revise(id, version, termsOf(versions[0], { responseTargetMinutes: 30 })).expect(200);
    expect(edited.body).toMatchObject({ status: 'drafting', current: { number: 2 } });
    expect(edited.body.versions[1]).toMatchObject({ acceptedByAgencyAt: null, acceptedByBusinessAt: null });
    expect(outcome(await accept(id, versions[0].contentHash, business))).toEqual([409, 'agreement.stale-version']);
    await accept(id, edited.body.current.contentHash, business).expect(200);
    const both = await accept(id, edited.body.current.contentHash, agency).expect(200);
    expect(both.body).toMatchObject({ status: 'accepted', versionInForce: 2 });
    expect(both.body.versions[0]).toEqual(versions[0]);
  });

  it('keep the accepted version in force until both have accepted a change order', async () => {
    const { id, version, versions } = await inForce();
    const more = versions[0].lines.map((line: object) => ({ ...line, volume: 7 }));
    const change = await revise(id, version, termsOf(versions[0], { lines: more }), agency).expect(200);
    expect(change.body).toMatchObject({ status: 'changing', versionInForce: 1, current: { number: 2 } });
    await accept(id, change.body.current.contentHash, agency).expect(200);
    expect((await read(id)).versionInForce).toBe(1);
    const both = await accept(id, change.body.current.contentHash, business).expect(200);
    expect(both.body).toMatchObject({ status: 'accepted', versionInForce: 2 });
    expect(both.body.versions[0]).toEqual(versions[0]);
  });

  it('stay as they were when a change order is withdrawn', async () => {
    const { id, version, versions } = await inForce();
    await revise(id, version, termsOf(versions[0], { responseTargetMinutes: 15 })).expect(200);
    const withdraw = () => api.http.post(`/v1/agreements/${id}/withdrawal`).set(business.headers());
    const back = await withdraw().expect(200);
    expect(back.body).toMatchObject({ status: 'accepted', versionInForce: 1, current: { number: 1 } });
    expect(outcome(await withdraw())).toEqual([409, 'agreement.in-force']);
  });

  it('can be given up before both have accepted', async () => {
    const { id, current } = await drafted();
    const gone = await api.http.post(`/v1/agreements/${id}/withdrawal`).set(agency.headers()).expect(200);
    expect(gone.body).toMatchObject({ status: 'withdrawn', versionInForce: null });
    expect(outcome(await accept(id, current.contentHash, business))).toEqual([409, 'agreement.withdrawn']);
  });

  it.each<[string, (line: object) => object]>([
    ['agreement.line-without-accountable', (line) => ({ lines: [{ ...line, accountable: [] }] })],
    [
      'agreement.line-with-several-accountable',
      (line) => ({
        lines: [{ ...line, accountable: [{ party: 'assistant' }, { party: 'business', personName: 'B' }] }],
      }),
    ],
    ['agreement.accountable-unnamed', (line) => ({ lines: [{ ...line, accountable: [{ party: 'business' }] }] })],
    [
      'agreement.business-line-priced',
      (line) => ({ lines: [{ ...line, accountable: [{ party: 'business', personName: 'B' }] }] }),
    ],
    ['agreement.line-without-done-criterion', (line) => ({ lines: [{ ...line, doneCriterion: '' }] })],
    ['agreement.line-without-unit', (line) => ({ lines: [{ ...line, unit: ' ' }] })],
    ['agreement.line-duplicated', (line) => ({ lines: [line, line] })],
    ['agreement.channels-not-one-or-two', () => ({ channels: [] })],
    ['agreement.channels-not-one-or-two', () => ({ channels: ['email', 'chat', 'phone'] })],
    ['agreement.dates-reversed', () => ({ endsOn: '2020-01-01' })],
    ['request.invalid', () => ({ startsOn: '2026-02-30' })],
    ['request.invalid', (line) => ({ lines: [{ ...line, volume: 1.5 }] })],
    ['request.invalid', () => ({ commissionBps: 0 })],
  ])('are refused with %s', async (code, changes) => {
    const { id, versions, version } = await drafted();
    const terms = termsOf(versions[0], changes(versions[0].lines[0]));
    expect(outcome(await revise(id, version, terms))).toEqual([400, code]);
    expect((await read(id)).version).toBe(version);
  });

  it('are edited on the version that was read', async () => {
    const { id, versions, version } = await drafted();
    const terms = termsOf(versions[0], { responseTargetMinutes: 30 });
    await api.http.put(`/v1/agreements/${id}/terms`).set(business.headers()).send(terms).expect(428);
    expect(outcome(await revise(id, version - 1, terms))).toEqual([412, 'precondition.stale']);
  });

  it('change no more after the engagement has ended', async () => {
    const engaged = await anEngagement(api);
    const by = engaged.business.headers();
    await api.http.post(`/v1/engagements/${engaged.id}/end`).set(by).send({ reason: 'It is done' }).expect(200);
    const { version, versions } = (await api.http.get(`/v1/agreements/${engaged.id}`).set(by).expect(200)).body;
    const change = await api.http
      .put(`/v1/agreements/${engaged.id}/terms`)
      .set({ ...by, 'if-match': `"${version}"` })
      .send(termsOf(versions[0], { responseTargetMinutes: 30 }));
    expect(outcome(change)).toEqual([409, 'agreement.engagement-ended']);
  });

  it('have a quote whose lines add up to it', async () => {
    const { id, versions } = await drafted();
    const quote = (await api.http.get(`/v1/agreements/${id}/quote`).set(business.headers()).expect(200)).body;
    const sum = (part: string) =>
      quote.lines.reduce(
        (total: number, line: Record<string, { amountMinor: number }>) => total + line[part]!.amountMinor,
        0,
      );
    for (const part of ['subtotal', 'commission', 'tax', 'total']) expect(sum(part)).toBe(quote[part].amountMinor);
    expect(quote.lines.map(({ quantity }: { quantity: number }) => quantity)).toEqual([20, 40]);
    const [inbox, receipts] = versions[0].lines;
    const subtotal = 20 * inbox.unitPrice.amountMinor + 40 * receipts.unitPrice.amountMinor;
    expect(quote).toMatchObject({
      versionNumber: 1,
      contentHash: versions[0].contentHash,
      subtotal: { amountMinor: subtotal, currency: 'EUR' },
    });
  });

  it('have a quote for each version', async () => {
    const { id, version, versions } = await inForce();
    await revise(id, version, termsOf(versions[0], { lines: versions[0].lines.slice(0, 1) })).expect(200);
    const quote = (query: string) => api.http.get(`/v1/agreements/${id}/quote${query}`).set(agency.headers());
    const numbers = [];
    for (const query of ['', '?version=1', '?version=2'])
      numbers.push((await quote(query).expect(200)).body.versionNumber);
    expect(numbers).toEqual([1, 1, 2]);
    expect((await quote('?version=2')).body.lines).toHaveLength(1);
    expect(outcome(await quote('?version=3'))).toEqual([404, 'agreement.version-not-found']);
    expect(outcome(await quote('?version=one'))).toEqual([400, 'request.invalid']);
  });

  it('name both parties as they were when it was drafted, and tell either who the other is', async () => {
    const shop = await aBusiness(api);
    const change = (changes: object) =>
      api.http
        .patch(`/v1/businesses/${shop.organisationId}`)
        .set({ ...shop.headers(), 'if-match': '*' })
        .send(changes)
        .expect(200);
    const address = { street: 'Plaça Major 1', postalCode: '08500', city: 'Vic' };
    await change({ legalName: 'Forn de la Plaça, S.L.', vatId: 'b-65000002', registrationNumber: 'T 1, F 2', address });
    const { body } = await draft(await aNeed(api, shop), {}, shop).expect(201);
    const named = {
      agency: { organisationId: agency.organisationId, legalName: 'Bona Ajuda', countryCode: 'ES', vatId: null },
      business: {
        organisationId: shop.organisationId,
        legalName: 'Forn de la Plaça, S.L.',
        registrationNumber: 'T 1, F 2',
        vatId: 'ESB65000002',
        countryCode: 'ES',
        address: { ...address, region: null },
      },
    };
    expect(body.versions[0].parties).toMatchObject(named);
    const get = (path: string, by: SignedIn) => api.http.get(`/v1/agreements/${body.id}/${path}`).set(by.headers());
    expect((await get('quote', shop).expect(200)).body.parties).toMatchObject(named);
    await change({ legalName: 'Forn Nou, S.L.' });
    const herself = await aMember(api, agency, ['agency.assistant'], assistantId);
    for (const party of [shop, agency, herself]) {
      const { body: present } = await get('parties', party).expect(200);
      expect(present).toMatchObject({ agency: named.agency, business: { legalName: 'Forn Nou, S.L.' } });
    }
    const { id: colleague } = await anAssistant(api, agency);
    for (const other of [stranger, await aMember(api, agency, ['agency.assistant'], colleague)])
      expect(outcome(await get('parties', other))).toEqual([404, 'agreement.not-found']);
    expect((await read(body.id)).versions[0].parties).toMatchObject(named);
  });

  it('tax what is supplied by the rates of the day that the business has, which may be another one than in UTC', async () => {
    const settings: { vatRates?: VatRates } = api.app.get(apiSettingsToken, { strict: false });
    const dayIn = (timeZone: string) => dayAheadOf(api.clock, 0, timeZone);
    const timeZone = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].find((one) => dayIn(one) !== dayIn('UTC'))!;
    const from = [dayIn(timeZone), dayIn('UTC')].toSorted().at(-1)!;
    const rates = [
      { from: '2012-09-01', bps: 2_100 },
      { from, bps: 2_200 },
    ];
    settings.vatRates = { ...vatRates(), countries: [{ countryCode: 'ES', inUnion: true, rates }] };
    try {
      const elsewhere = await aBusiness(api, { timeZone });
      const answer = await draft(await aNeed(api, elsewhere), {}, elsewhere).expect(201);
      expect(answer.body.versions[0].taxBps).toBe(from === dayIn(timeZone) ? 2_200 : 2_100);
    } finally {
      delete settings.vatRates;
    }
  });

  it('shift the tax across borders only to a VAT id that counts, whatever is written there', async () => {
    const abroad = await anAgency(api, { countryCode: 'PT' });
    const assistantAbroad = await aClearedAssistant(api, abroad);
    const shop = await aBusiness(api);
    const administrator = await anAdministrator(api);
    const path = `/v1/businesses/${shop.organisationId}`;
    const taxed = async (): Promise<[number, string]> => {
      const { body } = await draft(await aNeed(api, shop), { assistantId: assistantAbroad }, shop).expect(201);
      return [body.versions[0].taxBps, body.versions[0].taxNote];
    };
    const say = (vatId: string) =>
      api.http
        .patch(path)
        .set({ ...shop.headers(), 'if-match': '*' })
        .send({ vatId });
    for (const vatId of ['none', 'N/A.', '1234', 'PT123456789', 'ESB12345678', '----']) {
      const { status, body } = await say(vatId);
      expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([400, 'business.bad-vat-id', '/vatId']);
    }
    expect((await say('\u200b\u200b\u200b\u200b')).status).toBe(400);
    expect(await taxed()).toEqual([2_300, 'standard rate of VAT in PT since 2011-01-01']);
    const { body: known } = await say('ESB12345674').expect(200);
    expect(known.vatCheck).toMatchObject({ result: 'unchecked', source: 'none', reference: null });
    expect(await taxed()).toEqual([0, expect.stringContaining('VAT id ESB12345674, not confirmed')]);

    const note = (result: string, vatId = 'ESB12345674') =>
      api.http
        .put(`${path}/vat-check`)
        .set({ ...administrator.headers(), 'if-match': '*' })
        .send({ vatId, result, reference: 'looked up' });
    const { body: checked } = await note('valid').expect(200);
    expect(checked.vatCheck).toMatchObject({ result: 'valid', source: 'manual', reference: 'looked up' });
    expect(await taxed()).toEqual([
      0,
      expect.stringMatching(/VAT id ESB12345674, valid on \d{4}-\d\d-\d\d \(manual\)/),
    ]);
    await note('invalid').expect(200);
    expect((await taxed())[0]).toBe(2_300);
    expect(outcome(await note('valid', 'ESB65000002'))).toEqual([409, 'business.other-vat-id']);

    const all = await api.http.get('/v1/businesses').query({ limit: 200 }).set(administrator.headers()).expect(200);
    const listed = all.body.items.find(({ vatId }: { vatId: string | null }) => vatId === 'ESB12345674');
    expect(listed.vatCheck).toMatchObject({ result: 'invalid', source: 'manual' });
    await api.http.get('/v1/businesses').set(business.headers()).expect(403);
  });

  it('go by what a register says of the VAT id, which is asked outside of any transaction', async () => {
    const shop = await aBusiness(api);
    const path = `/v1/businesses/${shop.organisationId}`;
    const change = { ...shop.headers(), 'if-match': '*' };
    await api.http.patch(path).set(change).send({ vatId: 'ESB65000010' }).expect(200);
    const asked: string[] = [];
    const answers: VatAnswer[] = [
      { result: 'unavailable', reference: null },
      { result: 'valid', reference: 'WAPI1' },
    ];
    const register: VatRegister = {
      isThere: true,
      ask: (vatId) => {
        if (vatId !== 'ESB65000010') return Promise.resolve({ result: 'valid', reference: null });
        asked.push(vatId);
        return Promise.resolve(answers[asked.length - 1]!);
      },
    };
    const of = <T>(token: unknown): T => api.app.get<T>(token as never, { strict: false });
    const checks = new VatChecks(of(ApiDatabase), of(BusinessStore), register);
    const check = async () => (await api.http.get(path).set(shop.headers()).expect(200)).body.vatCheck;
    const start = api.clock.now();
    const later = (minutes: number): string => new Date(Date.parse(start) + minutes * 60_000).toISOString();
    await checks.sweep(start);
    expect(await check()).toEqual({ result: 'unavailable', source: 'vies', checkedAt: start, reference: null });
    await checks.sweep(later(59));
    expect(asked).toHaveLength(1);
    await checks.sweep(later(61));
    expect(await check()).toEqual({ result: 'valid', source: 'vies', checkedAt: later(61), reference: 'WAPI1' });
    await checks.sweep(later(200));
    expect(asked).toHaveLength(2);
  });

  it('tell both sides what happens, in one event for each fact', async () => {
    const { id } = await inForce();
    const events = (await api.told({ ids: [id] })).filter(({ kind }) => kind === 'agreement');
    expect(events.map(({ type, version }) => [version, type])).toEqual([
      [1, 'agreement.drafted.v1'],
      [2, 'agreement.side-accepted.v1'],
      [3, 'agreement.side-accepted.v1'],
      [4, 'agreement.accepted.v1'],
    ]);
    for (const { type, data, audience } of events) {
      expect([...audience].sort()).toEqual([agency.organisationId, business.organisationId].sort());
      const payload = eventTypes.find((one) => one.type === type)!;
      expect(await validate(plainToInstance(payload, data), { whitelist: true, forbidNonWhitelisted: true })).toEqual(
        [],
      );
    }
  });
});
