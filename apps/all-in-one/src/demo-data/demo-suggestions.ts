import type { AgencyDto, AskedSuggestionsDto, SuggestionRequestDto } from '#contracts';
import type { DemoClient } from './demo-client.js';

const suggestions = [
  {
    title: 'Answers kept ready for what customers ask most',
    baseline: 'Each answer is written anew, between two loaves',
    expectedEffect: 'Half of the customers have an answer within an hour',
    measure: 'The median of the first answer, in the hours of the shop',
    effort: 'Six hours of writing in the first week',
    target: { metric: 'response-median', baseline: 210, expected: 60 },
  },
  {
    title: 'Orders by a form instead of by telephone',
    baseline: 'The telephone rings while the bread is in the oven',
    expectedEffect: 'Most standing orders come by the form',
    measure: 'Calls about orders in a week, as the shop counts them',
    effort: 'An afternoon, and a note on the counter',
    target: { metric: 'number', unit: 'calls a week', baseline: 40, expected: 20 },
  },
];

/** The business asks the agency how its work could be easier, and takes up what it says before they agree. */
export async function ensureSuggestions(agency: DemoClient, business: DemoClient, needId: string): Promise<void> {
  const { id } = await askForSuggestions(
    agency,
    business,
    needId,
    'Mornings are the worst: what would you change first?',
  );
  const { body: answered } = await agency.post<SuggestionRequestDto>(`/v1/suggestion-requests/${id}/answer`, {
    body: { suggestions },
  });
  await business.put(`/v1/suggestion-requests/${id}/adopted-suggestions`, {
    etag: `"${answered.version}"`,
    body: { suggestionIds: answered.suggestions.map(({ suggestionId }) => suggestionId) },
  });
}

/** A request that waits for the agency. */
export async function askForSuggestions(
  agency: DemoClient,
  business: DemoClient,
  needId: string,
  question: string,
): Promise<SuggestionRequestDto> {
  const { body: agencies } = await agency.get<{ items: AgencyDto[] }>('/v1/agencies');
  const { body: asked } = await business.post<AskedSuggestionsDto>('/v1/suggestion-requests', {
    body: { needId, agencyIds: [agencies.items[0]!.id], question },
  });
  return asked.items[0]!;
}
