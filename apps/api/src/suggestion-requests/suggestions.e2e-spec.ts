import type { AgreementDto } from '#contracts';
import { MeasuringEffects } from '../suggestion-effects/measuring-effects.js';
import { aBookableAssistant } from '../testing/bookable.js';
import { anEngagement, move, runsOf, signedInAgain, work } from '../testing/engagements.js';
import { aNeed } from '../testing/needs.js';
import { aBusiness, anAgency, type SignedIn } from '../testing/people.js';
import {
  adopt,
  anAdoptedSuggestion,
  anAnsweredRequest,
  aSuggestion,
  aSuggestionRequest,
  effectsOf,
} from '../testing/suggestions.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
afterAll(() => api.close());
const dayMs = 86_400_000;
const { agency, assistantId } = await aBookableAssistant(api);
const business = await aBusiness(api);

const ask = (by: SignedIn, body: object) => api.http.post('/v1/suggestion-requests').set(by.headers()).send(body);
const listOf = async (by: SignedIn, query = '') =>
  (await api.http.get(`/v1/suggestion-requests${query}`).set(by.headers()).expect(200)).body.items;
const agreementOf = async (by: SignedIn, id: string): Promise<AgreementDto> =>
  (await api.http.get(`/v1/agreements/${id}`).set(by.headers()).expect(200)).body;

describe('suggestions', () => {
  it('are asked of named agencies, each of which sees the context of the business and not the other', async () => {
    const context = { sector: 'dentist', tools: ['gmail'], currentFirstResponseMinutes: 300 };
    const needId = await aNeed(api, business, { context });
    const other = await anAgency(api);
    const agencyIds = [agency.organisationId, other.organisationId];
    const { body } = await ask(business, { needId, agencyIds, question: 'What about the phone?' }).expect(201);
    expect(body.items.map(({ agencyId }: { agencyId: string }) => agencyId)).toEqual(agencyIds);
    const [seen, ...rest] = await listOf(other);
    expect(rest).toEqual([]);
    expect(seen).toMatchObject({
      id: body.items[1].id,
      businessId: business.organisationId,
      question: 'What about the phone?',
      context: {
        sector: 'dentist',
        tools: ['gmail'],
        volumes: [{ dutyCode: 'inbox-triage', asNeeded: false }, {}],
        responseTime: { source: 'business', medianMinutes: 300 },
      },
    });
    await api.http.get(`/v1/suggestion-requests/${body.items[0].id}`).set(other.headers()).expect(404);
    const again = await ask(business, { needId, agencyIds: [other.organisationId] });
    expect(again.body).toMatchObject({ status: 409, code: 'suggestion-request.asked-already' });
    expect(await listOf(business, `?needId=${needId}&status=asked`)).toHaveLength(2);
    const unknown = await ask(business, { needId, agencyIds: [business.organisationId] });
    expect(unknown.body).toMatchObject({ status: 400, code: 'suggestion-request.unknown-agency' });
    await api.http.post(`/v1/suggestion-requests/${seen.id}/declination`).set(other.headers()).expect(200);
    expect(await listOf(business, `?needId=${needId}&status=declined`)).toHaveLength(1);
  });

  it('are shown how fast customers are answered as it is counted, where there is enough to count', async () => {
    const counting = await aBusiness(api);
    const lines = Array.from({ length: 20 }, (_, day) => {
      const opened = Date.parse(api.clock.now()) - (day + 20) * dayMs;
      return `${day},${new Date(opened).toISOString()},${new Date(opened + 3_600_000).toISOString()}`;
    });
    await api.http
      .post('/v1/enquiries/import')
      .set({ ...counting.headers(), 'content-type': 'text/csv' })
      .send(['reference,openedAt,firstAnsweredAt', ...lines].join('\n'))
      .expect(200);
    const { context } = await aSuggestionRequest(api, counting, await aNeed(api, counting), agency);
    expect(context.responseTime).toMatchObject({ source: 'enquiries', enquiries: 20 });
  });

  it('that are adopted before an agreement are part of the one that a proposal leads to', async () => {
    const needId = await aNeed(api, business);
    const request = await aSuggestionRequest(api, business, needId, agency);
    const answered = await anAnsweredRequest(api, request, agency, aSuggestion(), aSuggestion());
    expect(answered).toMatchObject({ status: 'answered', adoptedSuggestionIds: [] });
    const [first] = answered.suggestions;
    const taken = await adopt(api, { ...answered, suggestions: [first!] }, business).expect(200);
    expect(taken.body.adoptedSuggestionIds).toEqual([first!.suggestionId]);
    expect((await adopt(api, { ...answered, version: taken.body.version }, agency)).status).toBe(403);
    const lines = ['inbox', 'receipts'].map((lineId) => ({ lineId, unitPrice: { amountMinor: 900, currency: 'EUR' } }));
    const own = { ...aSuggestion({ metric: 'number', unit: 'calls', baseline: 9, expected: 3 }), suggestionId: 'own' };
    const proposal = await api.http
      .post('/v1/proposals')
      .set(agency.headers())
      .send({ needId, assistantId, lines, suggestions: [own] })
      .expect(201);
    expect(proposal.body.suggestions[0]).toMatchObject({
      effort: own.effort,
      target: { metric: 'number', unit: 'calls' },
    });
    const accepted = await api.http
      .post(`/v1/proposals/${proposal.body.id}/acceptance`)
      .set(business.headers())
      .send({})
      .expect(201);
    const { versions } = await agreementOf(business, accepted.body.agreementId);
    expect(versions[0]!.adoptedSuggestions).toEqual([first]);
  });

  it('that are adopted in an engagement are a change order, and measured after thirty days from what was done', async () => {
    let engaged = await anEngagement(api);
    const { id } = engaged;
    const runs = { metric: 'run-minutes', dutyCode: 'inbox-triage', baseline: 30, expected: 20 };
    const number = { metric: 'number', unit: 'calls a week', baseline: 40, expected: 20 };
    await anAdoptedSuggestion(api, engaged, aSuggestion(runs), aSuggestion(number), aSuggestion());
    const { versions, versionInForce } = await agreementOf(engaged.business, id);
    expect(versionInForce).toBe(2);
    expect(versions[1]!.adoptedSuggestions).toHaveLength(3);
    const [minutes, calls, answers] = await effectsOf(api, id, engaged.agency);
    expect(minutes).toMatchObject({ status: 'running', value: null, verdict: null });
    const tell = (effectId: string, by: SignedIn, body: object, version = 2) =>
      api.http
        .post(`/v1/engagements/${id}/suggestion-effects/${effectId}/result`)
        .set({ ...by.headers(), 'if-match': `"${version}"` })
        .send(body);
    const soon = await tell(calls!.id, engaged.business, { value: 18 }, 1);
    expect(soon.body).toMatchObject({ status: 409, code: 'suggestion-effect.too-soon' });

    api.clock.advance({ days: 7 });
    engaged = await signedInAgain(api, engaged);
    const run = (await runsOf(api, engaged)).find(({ opensAt }) => opensAt >= minutes!.from);
    await move(api, engaged, run!.id, 'done', engaged.agency, work({ minutes: 110, quantity: 5 })).expect(200);
    api.clock.advance({ days: 24 });
    engaged = await signedInAgain(api, engaged);
    await api.app.get(MeasuringEffects, { strict: false }).sweep(api.clock.now());
    const after = await effectsOf(api, id, engaged.business);
    expect(after.map(({ status }) => status)).toEqual(['measured', 'due', 'due']);
    expect(after[0]).toMatchObject({ value: 22, verdict: 'improved', source: 'duty-runs' });
    expect((await tell(calls!.id, engaged.agency, { value: 18 })).status).toBe(403);
    const told = await tell(calls!.id, engaged.business, { value: 18 }).expect(200);
    expect(told.body).toMatchObject({ status: 'measured', value: 18, verdict: 'reached', source: 'business' });
    const word = await tell(answers!.id, engaged.business, { verdict: 'reached' });
    expect(word.body).toMatchObject({ status: 400, code: 'suggestion-effect.verdict-follows' });
    const record = await api.http.get(`/v1/agencies/${engaged.agency.organisationId}/suggestion-record`).expect(200);
    expect(record.body).toMatchObject({ measured: 2, reached: 1, improved: 1, notImproved: 0 });
  });
});
