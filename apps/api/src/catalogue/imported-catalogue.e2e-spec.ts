import { catalogueDuties } from '#knowledge/catalogue';
import { eventually } from '#platform/testing';
import { randomUUID } from 'node:crypto';
import { aBookableAssistant } from '../testing/bookable.js';
import { aListing, anAssistant, aPublishedAssistant } from '../testing/listings.js';
import { dayAhead } from '../testing/needs.js';
import { aBusiness, anAdministrator, anAgency, type SignedIn } from '../testing/people.js';
import { testApi, testApiOn } from '../testing/test-api.js';

const header = 'id,en,es,unit_en,done_criterion_en,minutes';
const parcels = `${header}
parcels,Post parcels,Enviar paquetes,parcel,The carrier has it,12
plants,Water plants,,,,
`;

const api = await testApi();
afterAll(() => api.close());
const administrator = await anAdministrator(api);

describe('a catalogue that somebody else keeps', () => {
  /** Each test has a source of its own. */
  let source: string;
  beforeEach(() => {
    source = `s${randomUUID().slice(0, 8)}`;
  });

  const send = (body: string | object, query = '', type = typeof body === 'string' ? 'text/csv' : 'application/json') =>
    api.http
      .post(`/v1/admin/catalogue/imports?source=${source}${query}`)
      .set({ ...administrator.headers(), 'content-type': type })
      .send(body);
  const get = async (path: string) => (await api.http.get(path).set(administrator.headers()).expect(200)).body;
  const duties = async (language = 'en', http = api.http) => {
    const { body } = await http.get(`/v1/catalogue/duties?language=${language}`).expect(200);
    return (body.items as { code: string; source: string | null }[]).filter((duty) => duty.source === source);
  };
  const counts = ({ accepted, updated, unchanged, retired, missing, rejected }: Record<string, unknown>) => ({
    counts: [accepted, updated, unchanged, retired, missing],
    rejected,
  });
  const refusal = ({ status, body }: { status: number; body: { code: string; errors?: { pointer: string }[] } }) =>
    `${status} ${body.code} ${body.errors?.[0]?.pointer ?? ''}`.trim();

  it('is taken in, and again without changing anything', async () => {
    const first = await send(parcels).expect(200);
    expect(counts(first.body)).toEqual({ counts: [2, 0, 0, 0, 0], rejected: [] });
    const entries = await get(`/v1/admin/catalogue/entries?source=${source}`);
    expect(entries.items).toMatchObject([
      { code: `${source}:parcels`, externalId: 'parcels', version: 1, revision: first.body.revision },
      { code: `${source}:plants`, labels: { en: 'Water plants' }, status: 'active', retiredAt: null },
    ]);
    const again = await send(parcels).expect(200);
    expect(counts(again.body)).toEqual({ counts: [0, 0, 2, 0, 0], rejected: [] });
    expect(again.body.revision).toBe(first.body.revision);
    expect(await get(`/v1/admin/catalogue/entries?source=${source}`)).toEqual(entries);
  });

  it('is shown before it is taken in, and nothing comes of that', async () => {
    const preview = async (body: string, query = '') => {
      const path = `/v1/admin/catalogue/previews?source=${source}${query}`;
      const request = api.http.post(path).set({ ...administrator.headers(), 'content-type': 'text/csv' });
      return (await request.send(body).expect(200)).body;
    };
    const before = await preview(`${parcels}\n,No id,,,,\n`);
    expect(before).toMatchObject({ source, accepted: 2, rejected: [expect.objectContaining({ field: 'id' })] });
    expect(before.entries).toEqual([
      { code: `${source}:parcels`, labels: { en: 'Post parcels', es: 'Enviar paquetes' }, becomes: 'new' },
      { code: `${source}:plants`, labels: { en: 'Water plants' }, becomes: 'new' },
    ]);
    expect((await get(`/v1/admin/catalogue/entries?source=${source}`)).items).toEqual([]);
    expect((await get(`/v1/admin/catalogue/imports?source=${source}`)).items).toEqual([]);
    await send(parcels).expect(200);
    const next = await preview(`${header}\nparcels,Send parcels,,,,\n`, '&retireMissing=true');
    expect(counts(next)).toEqual({ counts: [0, 1, 0, 1, 0], rejected: [] });
    expect(next.entries).toEqual([
      { code: `${source}:parcels`, labels: { en: 'Send parcels' }, becomes: 'changed' },
      { code: `${source}:plants`, labels: { en: 'Water plants' }, becomes: 'retired' },
    ]);
  });

  it('is in the catalogue at once, in the language asked for or in one that there is', async () => {
    await send(parcels).expect(200);
    expect(await duties('es')).toEqual([
      {
        code: `${source}:parcels`,
        group: 'imported',
        source,
        label: 'Enviar paquetes',
        unit: 'parcel',
        doneCriterion: 'The carrier has it',
        indicativeMinutes: 12,
        mode: 'prepares',
      },
      expect.objectContaining({ code: `${source}:plants`, label: 'Water plants', unit: 'hora', indicativeMinutes: 60 }),
    ]);
    const { body } = await api.http.get('/v1/catalogue/duties').expect(200);
    expect(body.items.slice(0, catalogueDuties.length)).not.toContainEqual(expect.objectContaining({ source }));
  });

  it('is known to another process within moments', async () => {
    const other = await testApiOn(api.databaseUrl);
    try {
      await send(parcels).expect(200);
      await eventually(async () => expect(await duties('en', other.http)).toHaveLength(2));
      await send(`${header}\nparcels,Send parcels,,,,`, '&retireMissing=true').expect(200);
      await eventually(async () => expect(await duties('en', other.http)).toMatchObject([{ label: 'Send parcels' }]));
    } finally {
      await other.close();
    }
  });

  it('goes in where it is good, and is told line by line where it is not', async () => {
    const { body } = await send(
      `id,en\na,File letters\n,No id\na,Again\nb,\nc,${'x'.repeat(301)}\nhttp://x.org/a,Other\n`,
    );
    expect(counts(body)).toMatchObject({ counts: [1, 0, 0, 0, 0] });
    expect(body.rejected.map((each: object) => Object.values(each).slice(0, 3))).toEqual([
      [3, 'id', 'catalogue.id-missing'],
      [4, 'id', 'catalogue.id-twice'],
      [5, 'en', 'catalogue.no-label'],
      [6, 'en', 'catalogue.too-long'],
      [7, 'id', 'catalogue.code-taken'],
    ]);
  });

  it('may come as JSON, as JSON Lines, with tabs, and in one language after another', async () => {
    await send([{ id: 'a', label: { en: 'A' } }]).expect(200);
    const lines = '{"id":"a","labels":{"ca":"À"}}\n{"id":"b","es":"B"}\nno';
    const second = await send(lines, '', 'application/x-ndjson').expect(200);
    expect(counts(second.body)).toMatchObject({ counts: [1, 1, 0, 0, 0], rejected: [{ line: 3 }] });
    const third = await send('code\tlabel\nb\tBé\n', '&language=ca', 'text/tab-separated-values').expect(200);
    expect(counts(third.body)).toMatchObject({ counts: [0, 1, 0, 0, 1] });
    expect((await get(`/v1/admin/catalogue/entries?source=${source}`)).items).toMatchObject([
      { labels: { en: 'A', ca: 'À' }, version: 2 },
      { labels: { es: 'B', ca: 'Bé' }, version: 2 },
    ]);
  });

  it('clears what somebody emptied, and leaves alone what it has no column for', async () => {
    const columns = 'id,en,es,alt_en,description_en,minutes';
    await send(`${columns}\nt,Sort mail,Ordenar correo,triage mail|file mail,Old text,10\n`).expect(200);
    const { body } = await send('id,en,alt_en,description_en,minutes\nt,Sort mail,,,\n').expect(200);
    expect(counts(body)).toMatchObject({ counts: [0, 1, 0, 0, 0] });
    const { items } = await get(`/v1/admin/catalogue/entries?source=${source}`);
    expect(items).toMatchObject([{ labels: { en: 'Sort mail', es: 'Ordenar correo' }, descriptions: {} }]);
    expect(await duties()).toMatchObject([{ indicativeMinutes: 60 }]);
  });

  describe('of any size', () => {
    const ask = (body: string, query = '') =>
      api.http
        .post(`/v1/admin/catalogue/import-jobs?source=${source}${query}`)
        .set({ ...administrator.headers(), 'content-type': 'text/csv' })
        .send(body)
        .expect(202);
    const over = (path: string) =>
      eventually(async () => {
        const job = await get(path);
        expect(job.finishedAt).not.toBeNull();
        return job as { status: string; done: number; total: number; report: Record<string, unknown>; problem: object };
      });

    it('is taken in by and by, and says how far it is', async () => {
      const lines = Array.from({ length: 1_300 }, (_, at) => `d-${at},Duty number ${at}`);
      const text = ['id,en', ...lines, ',Nameless'].join('\n');
      const looked = await ask(text, '&preview=true');
      const preview = await over(looked.headers['location']!);
      expect(preview).toMatchObject({ status: 'done', isPreview: true, report: { accepted: 1_300, rejectedCount: 1 } });
      expect(preview.report['entries']).toHaveLength(50);
      expect(await duties()).toEqual([]);
      const asked = await ask(text);
      expect(asked.body).toMatchObject({ source, status: 'asked', done: 0, report: null });
      const done = await over(asked.headers['location']!);
      expect(done).toMatchObject({ status: 'done', done: 1_300, total: 1_300, problem: null });
      expect(done.report).toMatchObject({ accepted: 1_300, rejected: [{ line: 1_302, field: 'id' }], entries: [] });
      const again = await over((await ask(text)).headers['location']!);
      expect(again.report).toMatchObject({ accepted: 0, unchanged: 1_300, missing: 0 });
      const fewer = await over((await ask('id,en\nd-1,Duty number 1', '&retireMissing=true')).headers['location']!);
      expect(fewer.report).toMatchObject({ unchanged: 1, retired: 1_299, missing: 0 });
      expect(await duties()).toHaveLength(1);
      expect((await get(`/v1/admin/catalogue/imports?source=${source}`)).items).toMatchObject([
        { accepted: 0, retired: 1_299 },
        { unchanged: 1_300 },
        { accepted: 1_300, rejected: 1 },
      ]);
    });

    it('fails with its reason where the file can’t be read', async () => {
      const asked = await ask('conceptType,conceptUri,code,preferredLabel\nISCOGroup,x,1,y\n');
      expect(await over(asked.headers['location']!)).toMatchObject({
        status: 'failed',
        problem: { code: 'catalogue.other-file', detail: expect.stringContaining('ISCOGroups') },
      });
      const path = `/v1/admin/catalogue/import-jobs/${asked.body.id}/cancellation`;
      const headers = { ...administrator.headers(), 'if-match': '*' };
      expect(refusal(await api.http.post(path).set(headers))).toBe('409 catalogue-import.over');
    });
  });

  it('keeps its history, latest first, page by page', async () => {
    for (const text of [parcels, parcels, `${header}\n,Nameless,,,,`]) await send(text).expect(200);
    const path = `/v1/admin/catalogue/imports?source=${source}&limit=2`;
    const first = await get(path);
    expect(first.items).toMatchObject([
      { source, accepted: 0, rejected: 1 },
      { accepted: 0, unchanged: 2 },
    ]);
    const second = await get(`${path}&after=${first.next}`);
    expect(second).toMatchObject({ items: [{ accepted: 2, rejected: 0 }], next: null });
  });

  it('goes in once when it comes twice at the same time', async () => {
    const answers = await Promise.all([send(parcels), send(parcels), send(parcels)]);
    expect(answers.map(({ body }) => body.accepted as number).sort()).toEqual([0, 0, 2]);
    expect(await duties()).toHaveLength(2);
  });

  it.each([
    ['source=Esco', 'id,en\na,A', '400 request.invalid'],
    ['', 'id,en\na,A', '400 request.invalid'],
    ['source=x&retireMissing=yes', 'id,en\na,A', '400 request.invalid'],
    ['source=x', 'name,en\na,A', '400 catalogue.missing-column'],
    ['source=x', 'id,en,en\na,A,B', '400 catalogue.column-twice'],
    ['source=x', 'id,en\n', '400 catalogue.empty'],
    [
      'source=x',
      `id,en\n${Array.from({ length: 5_001 }, (_, at) => `${at},A`).join('\n')}`,
      '400 catalogue.too-many-entries',
    ],
    ['source=x', 'x'.repeat(1_100_000), '413 request.too-large'],
  ])('is refused as a whole with %p', async (query, body, expected) => {
    const answer = await api.http
      .post(`/v1/admin/catalogue/imports?${query}`)
      .set({ ...administrator.headers(), 'content-type': 'text/csv' })
      .send(body);
    expect(refusal(answer)).toMatch(expected);
  });

  it('is an administrator’s to import, and of a kind that can be read', async () => {
    const agency = await anAgency(api);
    const path = `/v1/admin/catalogue/imports?source=${source}`;
    await api.http
      .post(path)
      .set(agency.headers())
      .send([{ id: 'a', en: 'A' }])
      .expect(403);
    expect(refusal(await send('<catalogue/>', '', 'text/html'))).toBe('415 request.unsupported-media-type');
    expect(await duties()).toEqual([]);
  });

  describe('names duties that are used like any other', () => {
    const need = (dutyCode: string) => ({
      words: 'The parcels pile up.',
      language: 'en',
      lines: [{ lineId: 'one', dutyCode, volume: 2, cadence: 'weekly', importance: 3 }],
      hours: { timeZone: 'Europe/Madrid', kind: 'weekly', weekly: [{ weekday: 1, start: '09:00', end: '12:00' }] },
      startsOn: dayAhead(7),
      endsOn: dayAhead(30),
      hourlyRateCap: { amountMinor: 2_500, currency: 'EUR' },
      channels: ['email'],
    });
    const post = (path: string, who: SignedIn, body: object = {}) =>
      api.http
        .post(path)
        .set({ ...who.headers(), prefer: 'wait=0' })
        .send(body);

    it('in a listing, a need and the first terms of an agreement, with its unit and its minutes', async () => {
      await send(parcels).expect(200);
      const dutyCode = `${source}:parcels`;
      const business = await aBusiness(api);
      const { assistantId } = await aBookableAssistant(api, { dutyCodes: [dutyCode] });
      const drafted = await post('/v1/needs', business, need(dutyCode)).expect(201);
      expect(drafted.body.lines).toMatchObject([{ dutyCode, doneCriterion: 'The carrier has it' }]);
      await post(`/v1/needs/${drafted.body.id}/posting`, business).expect(200);
      const instant = { needId: drafted.body.id, assistantId };
      const { body } = await post('/v1/agreements', business, instant).expect(201);
      const { amountMinor } = aListing.hourlyRate;
      expect(JSON.stringify(body)).toContain('"unit":"parcel"');
      expect(JSON.stringify(body)).toContain(`"unitPrice":{"amountMinor":${(amountMinor * 12) / 60},"currency":"EUR"}`);
    });

    it('until it is retired: then they stay where they are, and are refused anew', async () => {
      await send(parcels).expect(200);
      const dutyCode = `${source}:parcels`;
      const [business, agency] = [await aBusiness(api), await anAgency(api)];
      const listed = await aPublishedAssistant(api, agency, { dutyCodes: [dutyCode] });
      const drafted = await post('/v1/needs', business, need(dutyCode)).expect(201);
      const kept = await send(`${header}\nplants,Water plants,,,,\n,Nameless,,,,`, '&retireMissing=true').expect(200);
      expect(counts(kept.body)).toMatchObject({ counts: [0, 0, 1, 0, 1], rejected: [{ line: 3 }] });
      const gone = await send(`${header}\nplants,Water plants,,,,`, '&retireMissing=true').expect(200);
      expect(counts(gone.body)).toEqual({ counts: [0, 0, 1, 1, 0], rejected: [] });
      expect(await duties()).toMatchObject([{ code: `${source}:plants` }]);
      expect((await get(`/v1/admin/catalogue/entries?source=${source}&status=retired`)).items).toMatchObject([
        { code: dutyCode, status: 'retired', version: 2, labels: { en: 'Post parcels' } },
      ]);

      await post(`/v1/needs/${drafted.body.id}/posting`, business).expect(200);
      const edited = { ...aListing, dutyCodes: [dutyCode], professionalTitle: 'virtual assistant' };
      await api.http
        .put(`/v1/assistants/${listed.id}`)
        .set({ ...agency.headers(), 'if-match': listed.etag })
        .send(edited)
        .expect(200);

      expect(refusal(await post('/v1/needs', business, need(dutyCode)))).toBe(
        '400 need.duty-retired /lines/0/dutyCode',
      );
      const anew = await post('/v1/assistants', agency, { ...aListing, dutyCodes: ['inbox-triage', dutyCode] });
      expect(refusal(anew)).toBe('400 assistant.duty-retired /dutyCodes/1');
      const corrections = `/v1/duty-suggestions/${randomUUID()}/corrections`;
      expect(refusal(await post(corrections, business, { dutyCodes: [dutyCode] }))).toBe(
        '400 duty-suggestion.duty-retired /dutyCodes/0',
      );
      await post(corrections, business, { dutyCodes: [`${source}:plants`] }).expect(404);

      expect(counts((await send(parcels).expect(200)).body)).toMatchObject({ counts: [0, 1, 1, 0, 0] });
      await anAssistant(api, agency, { dutyCodes: [dutyCode] });
    });

    it('in a roster', async () => {
      await send(parcels).expect(200);
      const columns = 'externalRef,displayName,professionalTitle,countryCode,timeZone,hourlyRate,currency,dutyCodes';
      const line = (ref: string, codes: string) => `${ref},Núria,online assistant,ES,Europe/Madrid,18.50,EUR,${codes}`;
      const roster = [columns, line('A', `${source}:parcels|inbox-triage`), line('B', `${source}:never`)].join('\n');
      const { body } = await api.http
        .post('/v1/assistants/import')
        .set({ ...(await anAgency(api)).headers(), 'content-type': 'text/csv' })
        .send(roster)
        .expect(200);
      expect(body).toMatchObject({ created: 1, rejected: [{ line: 3, code: 'assistant.unknown-duty' }] });
    });
  });

  it('of more duties than a page holds is read page by page', async () => {
    const text = ['id,en', ...Array.from({ length: 1_200 }, (_, at) => `d-${at},Duty number ${at}`)].join('\n');
    expect(counts((await send(text).expect(200)).body)).toMatchObject({ counts: [1_200, 0, 0, 0, 0] });
    const read: string[] = [];
    for (let after = ''; ;) {
      const { body } = await api.http.get(`/v1/catalogue/duties${after}`).expect(200);
      read.push(...(body.items as { code: string }[]).map(({ code }) => code));
      if (body.next === null) break;
      after = `?after=${body.next}`;
    }
    expect(read.filter((code) => code.startsWith(`${source}:`))).toHaveLength(1_200);
    expect(new Set(read).size).toBe(read.length);
  });
});
