import { SuggestionEffectAskedForV1, SuggestionEffectBegunV1, SuggestionEffectMeasuredV1 } from '#contracts';
import type { SuggestionEffect, SuggestionEffectFact } from '#domain';
import type { EventBody } from '#platform/database';

export function suggestionEffectEvent(fact: SuggestionEffectFact, effect: SuggestionEffect): EventBody {
  const { engagementId, businessId, agencyId, assistantId, suggestion } = effect;
  const { type, data } = bodyOf(fact);
  const of = { engagementId, businessId, agencyId, assistantId, suggestionId: suggestion.suggestionId };
  return { type, audience: [agencyId, businessId], data: { ...of, ...data } };
}

function bodyOf(fact: SuggestionEffectFact): Omit<EventBody, 'audience'> {
  switch (fact.type) {
    case 'effectBegun':
      return { type: SuggestionEffectBegunV1.type, data: { dueAt: fact.effect.dueAt } };
    case 'effectAskedFor':
      return { type: SuggestionEffectAskedForV1.type, data: { askedAt: fact.since } };
    case 'effectMeasured': {
      const { verdict, source, measuredAt } = fact;
      return { type: SuggestionEffectMeasuredV1.type, data: { verdict, source, measuredAt } };
    }
  }
}
