import type { AssistantPageDto, HandoverDto, SubstitutionPageDto } from '#contracts';
import { type DemoClient, UnexpectedAnswer } from './demo-client.js';
import { daysFromNow } from './demo-time.js';

/**
 * A colleague is proposed for whoever has a day off next week, and the handover pack is written: the business has only to say
 * whether it is willing.
 */
export async function ensureSubstitution(agency: DemoClient, engagementId: string, assistantId: string): Promise<void> {
  const { body: known } = await agency.get<SubstitutionPageDto>('/v1/substitutions');
  if (known.items.length > 0) return;
  const { body: roster } = await agency.get<AssistantPageDto>('/v1/assistants?limit=200');
  const colleagues = roster.items.filter(({ id, status }) => id !== assistantId && status === 'published');
  for (const { id: substituteId } of colleagues) {
    const substitutionId = await proposed(agency, { engagementId, assistantId: substituteId, temporary: true });
    if (substitutionId === null) continue;
    await handOver(agency, substitutionId);
    return;
  }
}

/** Null for a colleague who fails a condition of the need, or isn't cleared. */
async function proposed(agency: DemoClient, body: object): Promise<string | null> {
  try {
    return (await agency.post<{ id: string }>('/v1/substitutions', { body })).body.id;
  } catch (error) {
    if (error instanceof UnexpectedAnswer && error.status === 409) return null;
    throw error;
  }
}

async function handOver(agency: DemoClient, substitutionId: string): Promise<void> {
  const path = `/v1/substitutions/${substitutionId}/handover`;
  const { body: handover, etag } = await agency.get<HandoverDto>(path);
  const inAWeek = daysFromNow(7);
  await agency.put(path, {
    etag,
    body: {
      howTos: handover.duties.map(({ lineId }) => ({
        lineId,
        text: 'Oldest first. Burst pipes go to the telephone at once; what asks for a price gets the form, and a day.',
      })),
      openItems: [{ what: 'Mrs Okafor waits for the price of a new boiler', dueOn: inAWeek }],
      promises: [{ what: 'The council gets the certificate of the gas safety check', dueOn: inAWeek }],
      accesses: handover.accesses.map(({ accessGrantId }) => ({
        accessGrantId,
        how: 'Delegated to the colleague as well, until the end of the week',
      })),
    },
  });
}
