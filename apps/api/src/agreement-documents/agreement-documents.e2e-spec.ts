import type { Actor } from '#access';
import type { AgreementChangesDto, AgreementDto, AgreementVersionDto } from '#contracts';
import { applyPatch, type Operation } from 'rfc6902';
import { dayAheadOf } from '../testing/days.js';
import { aBookableAssistant } from '../testing/bookable.js';
import { aChangeOrder, proposedTerms } from '../testing/change-orders.js';
import { anAcceptedRun, anEngagement, type Engaged, runsOf } from '../testing/engagements.js';
import { anAssistant } from '../testing/listings.js';
import { aMember } from '../testing/memberships.js';
import { aBusiness, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { DueDiligence } from './due-diligence.js';

const api = await testApi();
afterAll(() => api.close());
const bookable = await aBookableAssistant(api);
const stranger = await aBusiness(api);

describe('what is read of agreements', () => {
  const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
  const get = (engaged: Engaged, part: string, by: SignedIn, query: object = {}) =>
    api.http.get(`/v1/agreements/${engaged.id}${part}`).set(by.headers()).query(query);
  const changes = async (engaged: Engaged, query: object = {}): Promise<AgreementChangesDto> =>
    (await get(engaged, '/changes', engaged.business, query).expect(200)).body;
  const read = async (engaged: Engaged): Promise<AgreementDto> =>
    (await get(engaged, '', engaged.business).expect(200)).body;
  /** A change order of the business: seven sweeps in the place of five, a notice, and nothing entered any more. */
  const changed = async (engaged: Engaged, more: object = {}) => {
    const [{ lines }] = (await read(engaged)).versions as [AgreementVersionDto];
    const sweeps = lines.filter(({ lineId }) => lineId === 'inbox').map((line) => ({ ...line, volume: 7 }));
    return proposedTerms(api, engaged, { lines: sweeps, noticeDays: 14, ...more });
  };

  it('are the changes of a version in words, in three languages', async () => {
    const engaged = await anEngagement(api, bookable);
    await changed(engaged);
    const words = async (language: string) => (await changes(engaged, { language })).items.map(({ says }) => says);
    expect(await words('en')).toEqual([
      'Notice before the end becomes 14 days in the place of not said.',
      expect.stringMatching(/^“.*”: How much becomes 7 × .* each week in the place of 5 × .* each week\.$/),
      expect.stringMatching(/^“.*” is no longer part of it\.$/),
    ]);
    expect((await words('es'))[0]).toBe('Preaviso antes del final: pasa a ser 14 días en lugar de no se dice.');
    expect((await words('ca'))[0]).toBe('Preavís abans del final: passa a ser 14 dies en lloc de no es diu.');
    const { from, to, items } = await changes(engaged);
    expect([from.number, to.number]).toEqual([1, 2]);
    expect(items[0]).toMatchObject({ field: 'notice', lineId: null, before: 'not said', after: '14 days' });
  });

  it('are a JSON Patch that makes the terms of one version into those of the other', async () => {
    const engaged = await anEngagement(api, bookable);
    await changed(engaged);
    const { patch } = await changes(engaged);
    const [first, second] = (await read(engaged)).versions as [AgreementVersionDto, AgreementVersionDto];
    expect(applyPatch(first, patch as Operation[]).every((problem) => problem === null)).toBe(true);
    const ownOfVersion = new Set(['number', 'contentHash', 'writtenBy', 'writtenAt']);
    for (const name of Object.keys(second) as (keyof AgreementVersionDto)[]) {
      if (ownOfVersion.has(name) || /accept/i.test(name)) continue;
      expect([name, first[name]]).toEqual([name, second[name]]);
    }
    // Read the other way round, it makes the later one into the earlier.
    const [back, forth] = [await changes(engaged, { from: 2, to: 1 }), await changes(engaged)];
    expect(back.price.difference.amountMinor).toBe(-forth.price.difference.amountMinor);
    expect(back.price.difference.amountMinor).not.toBe(0);
  });

  it('show what a change does to the price before anybody accepts, and never touch what was invoiced', async () => {
    const engaged = await anEngagement(api, bookable);
    await anAcceptedRun(api, engaged);
    const today = dayAheadOf(api.clock, 0);
    const { body: invoice } = await api.http
      .post('/v1/invoices')
      .set(engaged.agency.headers())
      .send({ engagementId: engaged.id, periodFrom: today, periodTo: today })
      .expect(201);
    await changed(engaged);
    const { price } = await changes(engaged);
    expect(price.invoiced).toEqual(invoice.subtotal);
    expect(price.kept).toEqual(invoice.subtotal);
    const [inbox, receipts] = price.lines;
    expect(inbox!.difference.amountMinor).toBe((inbox!.before.amountMinor / 5) * 2);
    expect(receipts).toMatchObject({ lineId: 'receipts', after: { amountMinor: 0 } });
    expect(receipts!.difference.amountMinor).toBe(-receipts!.before.amountMinor);
    // One week of five was accepted at its price: of the others each has two units more.
    const unit = invoice.subtotal.amountMinor / 5;
    expect(price.ahead.difference.amountMinor).toBe(
      (inbox!.before.amountMinor / unit - 5) * 0.4 * unit - receipts!.before.amountMinor,
    );
    expect(price.difference.amountMinor).toBe(price.after.amountMinor - price.before.amountMinor);
  });

  it('are for both sides and the assistant who is named, and for no colleague of hers', async () => {
    const engaged = await anEngagement(api, bookable);
    const herself = await aMember(api, bookable.agency, ['agency.assistant'], bookable.assistantId);
    const { id: colleagueId } = await anAssistant(api, bookable.agency);
    const colleague = await aMember(api, bookable.agency, ['agency.assistant'], colleagueId);
    for (const part of ['', '/parties', '/quote', '/changes']) {
      await get(engaged, part, herself).expect(200);
      expect(outcome(await get(engaged, part, colleague))).toEqual([404, 'agreement.not-found']);
      expect(outcome(await get(engaged, part, stranger))).toEqual([404, 'agreement.not-found']);
    }
    const listed = async (by: SignedIn) =>
      (await api.http.get('/v1/agreements').set(by.headers()).expect(200)).body.items;
    expect((await listed(herself)).map(({ id }: { id: string }) => id)).toContain(engaged.id);
    expect(await listed(colleague)).toEqual([]);
  });

  it('say who answers for what, with both parties in full, as HTML and as PDF in three languages', async () => {
    const engaged = await anEngagement(api, bookable);
    const { versions } = await read(engaged);
    const [version] = versions as [AgreementVersionDto];
    // What says why there is none is no paper to save.
    const none = await get(engaged, '/responsibilities.pdf', engaged.business, { version: 9 }).expect(404);
    expect(none.headers).not.toHaveProperty('content-disposition');
    const paper = async (kind: 'html' | 'pdf', language: string) =>
      get(engaged, `/responsibilities.${kind}`, engaged.business, { language }).responseType('blob').expect(200);
    for (const [language, title] of [
      ['en', 'Who answers for what'],
      ['es', 'Quién responde de qué'],
      ['ca', 'Qui respon de què'],
    ] as const) {
      const html = await paper('html', language);
      const text = (html.body as Buffer).toString();
      expect(html.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(html.headers['content-disposition']).toContain('attachment');
      expect(text).toContain(`<html lang="${language}">`);
      const { agency, business } = version.parties!;
      const said = [title, version.contentHash, agency.legalName, business.legalName, agency.vatId ?? '']
        .concat(version.lines.flatMap(({ description, doneCriterion }) => [description, doneCriterion]))
        .map((part) => part.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;'));
      expect(said.filter((part) => !text.includes(part))).toEqual([]);
      const pdf = await paper('pdf', language);
      expect(pdf.headers['content-type']).toBe('application/pdf');
      expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
      expect((await paper('pdf', language)).body).toEqual(pdf.body);
    }
    expect(outcome(await get(engaged, '/responsibilities.pdf', stranger))).toEqual([404, 'agreement.not-found']);
    const missing = await get(engaged, '/responsibilities.html', engaged.agency, { version: 7 });
    expect(outcome(missing)).toEqual([404, 'agreement.version-not-found']);
  });

  it('are the record of due diligence, which says nothing of a home or of health', async () => {
    const other = await aBookableAssistant(api);
    const engaged = await anEngagement(api, other);
    const clearances = `/v1/assistants/${other.assistantId}/clearances`;
    const { body: before } = await api.http.get(clearances).set(other.agency.headers()).expect(200);
    const record = async () => (await get(engaged, '/due-diligence', engaged.business).expect(200)).body;
    expect(await record()).toMatchObject({
      clearances: [{ status: 'granted', jurisdiction: 'es', assessor: expect.any(String), voidReason: null }],
      training: null,
    });
    await api.http
      .post(`${clearances}/${before.items[0].id}/voiding`)
      .set({ ...other.agency.headers(), 'if-match': '*' })
      .send({ reason: 'pain-reported' })
      .expect(200);
    const after = await record();
    expect(after.clearances).toMatchObject([{ status: 'voided', voidReason: 'reported' }]);
    expect(JSON.stringify(after)).not.toMatch(/pain|answers|chair/);
    for (const language of ['en', 'es', 'ca']) {
      const query = { language };
      const pdf = await get(engaged, '/due-diligence.pdf', engaged.business, query).responseType('blob').expect(200);
      expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    }
    expect(outcome(await get(engaged, '/due-diligence', stranger))).toEqual([404, 'agreement.not-found']);
    // In the last hour of a year in UTC, it is the next one where the work is done for.
    const { organisationId } = engaged.business;
    const reader = { organisationKind: 'business', organisationId, roles: ['business.owner'] } as unknown as Actor;
    const diligence = api.app.get(DueDiligence, { strict: false });
    const { footer } = await diligence.paper(reader, engaged.id, 'en', '2026-12-31T23:30:00.000Z');
    expect(footer.text).toBe('Made on Jan 1, 2027');
  });

  it('name whose public holidays put off what is due, of those that are known', async () => {
    const { body: known } = await api.http.get('/v1/holiday-calendars').expect(200);
    const spain = known.items.find(({ countryCode }: { countryCode: string }) => countryCode === 'ES');
    expect(spain.regions.map(({ code }: { code: string }) => code)).toContain('CT');
    const engaged = await anEngagement(api, bookable);
    const refused = await changed(engaged, { holidays: { countryCode: 'ES', regionCode: 'XX' } });
    expect(outcome(refused)).toEqual([400, 'holidays.unknown-calendar']);
    expect(refused.body.errors[0].pointer).toBe('/holidays');
    await changed(engaged, { holidays: { countryCode: 'ES', regionCode: 'CT' } });
    const { items } = await changes(engaged, { language: 'ca' });
    expect(items.find(({ field }) => field === 'holidays')).toMatchObject({
      after: expect.stringContaining('Espanya'),
    });
    // What nobody says of them stays; null takes them away.
    expect((await changed(engaged)).body.versions.at(-1).holidays).toEqual({ countryCode: 'ES', regionCode: 'CT' });
    expect((await changed(engaged, { holidays: null })).body.versions.at(-1).holidays).toBeNull();
  });

  it('say on which days work is due, by a rule that has its price and its runs', async () => {
    const engaged = await anEngagement(api, bookable);
    const [{ lines }] = (await read(engaged)).versions as [AgreementVersionDto];
    const [inbox] = lines;
    const onMondays = { ...inbox, lineId: 'mondays', rule: 'BYDAY=TH,MO;FREQ=WEEKLY' };
    const atTheEnd = {
      ...inbox,
      lineId: 'close',
      cadence: 'monthly',
      rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    };
    const refused = await changed(engaged, { lines: [inbox, { ...onMondays, rule: 'FREQ=WEEKLY;COUNT=3;BYDAY=MO' }] });
    expect(outcome(refused)).toEqual([400, 'agreement.bad-rule']);
    expect(refused.body.errors[0].pointer).toBe('/lines/1/rule');
    const moved = await changed(engaged, { lines: [{ ...inbox, rule: 'FREQ=DAILY' }] });
    expect(outcome(moved)).toEqual([409, 'agreement.line-cadence-fixed']);

    const { contentHash } = await aChangeOrder(api, engaged, { lines: [inbox, onMondays, atTheEnd] });
    const { versions } = await read(engaged);
    const now = versions.at(-1)!;
    expect([now.contentHash, now.lines.map(({ rule }) => rule)]).toEqual([
      contentHash,
      [null, 'FREQ=WEEKLY;BYDAY=MO,TH', atTheEnd.rule],
    ]);
    const { body: quote } = await get(engaged, '/quote', engaged.business).expect(200);
    const runs = await runsOf(api, engaged, 'mondays');
    expect(runs.map(({ periodTo }) => new Date(periodTo).getUTCDay()).every((day) => day === 1 || day === 4)).toBe(
      true,
    );
    const quoted = quote.lines.find(({ lineId }: { lineId: string }) => lineId === 'mondays');
    expect(quoted.occurrences).toBe(runs.length);
    const said = async (language: string) =>
      (await get(engaged, '/responsibilities.html', engaged.business, { language })).text;
    expect(await said('en')).toContain('each time: every week, on Monday and Thursday');
    expect(await said('es')).toContain('cada vez: cada mes, el último lunes, martes, miércoles, jueves o viernes');
    expect(await said('ca')).toContain('cada vegada: cada setmana, dilluns i dijous');
  });

  it('are refused for versions that there are not', async () => {
    const engaged = await anEngagement(api, bookable);
    for (const query of [{ from: 9 }, { to: 2 }]) {
      expect(outcome(await get(engaged, '/changes', engaged.agency, query))).toEqual([
        404,
        'agreement.version-not-found',
      ]);
    }
    expect((await changes(engaged)).items).toEqual([]);
    expect((await get(engaged, '/changes', engaged.agency, { to: 'two' })).status).toBe(400);
  });

  it('never let the assistant end what the catalogue has her prepare', async () => {
    const engaged = await anEngagement(api, bookable);
    const [version] = (await read(engaged)).versions as [AgreementVersionDto];
    const [line] = version.lines;
    const payments = { ...line, lineId: 'pay', dutyCode: 'payment-run-preparation', mode: null };
    const refused = await changed(engaged, { lines: [line, { ...payments, mode: 'acts' }] });
    expect(outcome(refused)).toEqual([400, 'agreement.duty-only-prepared']);
    expect(refused.body.errors[0].pointer).toBe('/lines/1/mode');
    const { body } = await changed(engaged, { lines: [line, payments] });
    expect(body.versions.at(-1).lines.map(({ mode }: { mode: string }) => mode)).toEqual([line!.mode, 'prepares']);
  });
});
