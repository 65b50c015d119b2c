import {
  AssistantDaysOffChangedV1,
  AssistantDraftedV1,
  AssistantEditedV1,
  AssistantListedV1,
  AssistantPausedV1,
  AssistantResumedV1,
  AssistantWithdrawnV1,
} from '#contracts';
import type { Assistant, AssistantFact } from '#domain';
import type { EventBody } from '#platform/database';

/** Every fact of an assistant becomes one event. Name, title, roster reference and reasons stay at home: personal data. */
export function assistantEvent(fact: AssistantFact, assistant: Assistant): EventBody {
  const { agencyId } = assistant;
  const audience = [agencyId];
  switch (fact.type) {
    case 'assistantDrafted':
      return { type: AssistantDraftedV1.type, audience, data: { agencyId, draftedAt: fact.draftedAt } };
    case 'assistantEdited':
      return { type: AssistantEditedV1.type, audience, data: { ...shownOf(assistant), editedAt: fact.editedAt } };
    case 'assistantDaysOffChanged':
      return {
        type: AssistantDaysOffChangedV1.type,
        audience,
        data: { ...shownOf(assistant), changedAt: fact.changedAt },
      };
    case 'assistantListed':
      return { type: AssistantListedV1.type, audience, data: { ...shownOf(assistant), publishedAt: fact.listedAt } };
    case 'assistantWithdrawn':
      return { type: AssistantWithdrawnV1.type, audience, data: { agencyId, withdrawnAt: fact.withdrawnAt } };
    case 'assistantPaused':
      return { type: AssistantPausedV1.type, audience, data: { agencyId, pausedAt: fact.pausedAt } };
    case 'assistantResumed':
      return { type: AssistantResumedV1.type, audience, data: { ...shownOf(assistant), resumedAt: fact.resumedAt } };
    default:
      return fact satisfies never;
  }
}

function shownOf(assistant: Assistant) {
  return {
    agencyId: assistant.agencyId,
    // To whoever reads the first version of a listing, someone paused is not to be had, as someone withdrawn is not.
    status: assistant.status === 'paused' ? 'withdrawn' : assistant.status,
    countryCode: assistant.countryCode,
    timeZone: assistant.timeZone,
    skills: assistant.skills,
    dutyCodes: assistant.dutyCodes,
    languages: assistant.languages,
    hourlyRate: assistant.hourlyRate,
    weeklyHours: assistant.weeklyHours,
    daysOff: assistant.daysOff,
    weeklyCapacityMinutes: assistant.weeklyCapacityMinutes,
    instantBooking: assistant.instantBooking,
    listedAt: assistant.status === 'draft' ? null : assistant.listedAt,
  };
}
