import type { AssistantPageDto, NeedDto } from '#contracts';
import type { DemoClient } from './demo-client.js';
import { askForSuggestions } from './demo-suggestions.js';
import { daysFromNow } from './demo-time.js';

const draft = { words: 'Customers wait days for an answer when I am at the oven.', language: 'en' };

const secondNeed = {
  words: 'Nobody knows which account a payment belongs to.',
  language: 'en',
  lines: [{ lineId: 'coding', dutyCode: 'transaction-coding', volume: 60, cadence: 'monthly', importance: 3 }],
  requiredLanguages: [{ language: 'es', level: 'B2' }],
  hours: { timeZone: 'Europe/Madrid', kind: 'weekly', weekly: [{ weekday: 2, start: '10:00', end: '14:00' }] },
  minOverlapMinutesPerWeek: 120,
  hourlyRateCap: { amountMinor: 2600, currency: 'EUR' },
  channels: ['email'],
  openToProposals: true,
};

/** Who is proposed for the second need. */
const proposed = 'A-002';

const termDays = 34;

/**
 * What waits for a business, beside the work that goes on: what was done so far is charged, a need has a proposal to answer, and
 * another need is a draft.
 * @param since when the engagement's term began
 */
export async function leaveOpenEnds(
  agency: DemoClient,
  business: DemoClient,
  engagementId: string,
  since: string,
): Promise<void> {
  await agency.post('/v1/invoices', { body: { engagementId, periodFrom: since, periodTo: daysFromNow(0) } });
  const { body: need } = await business.post<NeedDto>('/v1/needs', {
    body: { ...secondNeed, startsOn: daysFromNow(0), endsOn: daysFromNow(termDays) },
  });
  await business.post(`/v1/needs/${need.id}/posting`);
  await askForSuggestions(agency, business, need.id, 'Which of it could be done by rules?');
  const { body: roster } = await agency.get<AssistantPageDto>('/v1/assistants?limit=200');
  await agency.post('/v1/proposals', {
    body: {
      needId: need.id,
      assistantId: roster.items.find(({ externalRef }) => externalRef === proposed)!.id,
      lines: [{ lineId: 'coding', unitPrice: { amountMinor: 85, currency: 'EUR' } }],
      suggestions: [],
      message: 'She does the same for a restaurant in Las Palmas, and would begin with a list of your accounts.',
    },
  });
  await business.post('/v1/needs', { body: draft });
}
