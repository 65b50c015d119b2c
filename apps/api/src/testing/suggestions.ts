import type { AgreementDto, AskedSuggestionsDto, SuggestionEffectListDto, SuggestionRequestDto } from '#contracts';
import { eventually } from '#platform/testing';
import type { Engaged } from './engagements.js';
import type { SignedIn } from './people.js';
import type { TestApi } from './test-api.js';

/** Something that can be counted, unless said otherwise: the answers to customers. */
export const aSuggestion = (target: object = { metric: 'response-median', baseline: 240, expected: 60 }) => ({
  title: 'Answers kept ready for the ten usual questions',
  baseline: 'Each answer is written anew, in four hours',
  expectedEffect: 'Half of the customers have an answer within an hour',
  measure: 'The median of the first answer',
  effort: 'Six hours of writing, once',
  target,
});

export async function aSuggestionRequest(
  api: TestApi,
  business: SignedIn,
  needId: string,
  agency: SignedIn,
): Promise<SuggestionRequestDto> {
  const asked = await api.http
    .post('/v1/suggestion-requests')
    .set(business.headers())
    .send({ needId, agencyIds: [agency.organisationId] })
    .expect(201);
  return (asked.body as AskedSuggestionsDto).items[0]!;
}

/** What the agency suggests, in an answer. */
export async function anAnsweredRequest(
  api: TestApi,
  request: SuggestionRequestDto,
  agency: SignedIn,
  ...suggestions: readonly object[]
): Promise<SuggestionRequestDto> {
  const answered = await api.http
    .post(`/v1/suggestion-requests/${request.id}/answer`)
    .set(agency.headers())
    .send({ suggestions: suggestions.length === 0 ? [aSuggestion()] : suggestions })
    .expect(200);
  return answered.body as SuggestionRequestDto;
}

export const adopt = (api: TestApi, request: SuggestionRequestDto, business: SignedIn) =>
  api.http
    .put(`/v1/suggestion-requests/${request.id}/adopted-suggestions`)
    .set({ ...business.headers(), 'if-match': `"${request.version}"` })
    .send({ suggestionIds: request.suggestions.map(({ suggestionId }) => suggestionId) });

export const effectsOf = async (api: TestApi, id: string, by: SignedIn) =>
  (
    (await api.http.get(`/v1/engagements/${id}/suggestion-effects`).set(by.headers()).expect(200))
      .body as SuggestionEffectListDto
  ).items;

/** What is on the table of an agreement is accepted by both sides. */
async function agreedTo(api: TestApi, agreementId: string, sides: readonly SignedIn[]): Promise<void> {
  for (const side of sides) {
    const { body } = await api.http.get(`/v1/agreements/${agreementId}`).set(side.headers()).expect(200);
    const { contentHash } = (body as AgreementDto).versions.at(-1)!;
    await api.http
      .post(`/v1/agreements/${agreementId}/acceptances`)
      .set(side.headers())
      .send({ contentHash })
      .expect(200);
  }
}

/** Asked for in an engagement, answered, adopted, and agreed to by both sides. */
export async function anAdoptedSuggestion(
  api: TestApi,
  { id, agency, business }: Engaged,
  ...suggestions: readonly object[]
): Promise<{ requestId: string; effectId: string }> {
  const agreement = await api.http.get(`/v1/agreements/${id}`).set(business.headers()).expect(200);
  const request = await aSuggestionRequest(api, business, agreement.body.needId as string, agency);
  const known = (await effectsOf(api, id, business)).length;
  const answered = await anAnsweredRequest(api, request, agency, ...suggestions);
  await adopt(api, answered, business).expect(200);
  await agreedTo(api, id, [agency, business]);
  const effectId = await eventually(async () => {
    const effects = await effectsOf(api, id, business);
    expect(effects).toHaveLength(known + answered.suggestions.length);
    return effects.at(-1)!.id;
  });
  return { requestId: request.id, effectId };
}
