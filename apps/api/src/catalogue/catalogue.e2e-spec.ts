import { catalogueDuties, catalogueSkills } from '#knowledge/catalogue';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
afterAll(() => api.close());

describe('the catalogue over HTTP', () => {
  it('is read by everybody, in English unless told otherwise', async () => {
    const [english, catalan] = await Promise.all([
      api.http.get('/v1/catalogue/duties').expect(200),
      api.http.get('/v1/catalogue/duties?language=ca').expect(200),
    ]);
    expect(english.body.items).toHaveLength(catalogueDuties.length);
    const triage = catalogueDuties.find(({ code }) => code === 'inbox-triage')!;
    const shown = (body: { items: { code: string }[] }) => body.items.find(({ code }) => code === 'inbox-triage');
    expect(shown(english.body)).toMatchObject({ label: triage.label.en, unit: triage.unit.en, mode: triage.mode });
    expect(shown(catalan.body)).toMatchObject({ label: triage.label.ca, doneCriterion: triage.doneCriterion.ca });
  });

  it('says what each skill is used for', async () => {
    const { body } = await api.http.get('/v1/catalogue/skills?language=es').expect(200);
    expect(body.items).toHaveLength(catalogueSkills.length);
    expect(body.items[0]).toEqual({
      code: catalogueSkills[0]!.code,
      label: catalogueSkills[0]!.label.es,
      dutyCodes: catalogueSkills[0]!.dutyCodes,
    });
  });

  it('is sent again only to those who have another wording', async () => {
    const { headers } = await api.http.get('/v1/catalogue/duties?language=es').expect(200);
    const again = (language: string) =>
      api.http.get(`/v1/catalogue/duties?language=${language}`).set('if-none-match', headers['etag'] as string);
    expect((await again('es').expect(304)).text).toBe('');
    await again('ca').expect(200);
  });

  it.each(['language=fr', 'language=', 'lang=es', 'language=es&language=ca'])('refuses ?%s', async (query) => {
    const { body } = await api.http.get(`/v1/catalogue/skills?${query}`).expect(400);
    expect(body.code).toBe('request.invalid');
  });
});
