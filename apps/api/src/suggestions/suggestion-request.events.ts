import {
  SuggestionRequestAnsweredV1,
  SuggestionRequestAskedV1,
  SuggestionRequestDeclinedV1,
  SuggestionRequestSuggestionsAdoptedV1,
  SuggestionRequestWithdrawnV1,
} from '#contracts';
import type { SuggestionRequest, SuggestionRequestFact } from '#domain';
import type { EventBody } from '#platform/database';

/** That something was asked, said and taken up; the words stay at home. */
export function suggestionRequestEvent(fact: SuggestionRequestFact, request: SuggestionRequest): EventBody {
  const { needId, businessId, agencyId } = request;
  const { type, data } = bodyOf(fact);
  return { type, audience: [agencyId, businessId], data: { needId, businessId, agencyId, ...data } };
}

function bodyOf(fact: SuggestionRequestFact): Omit<EventBody, 'audience'> {
  switch (fact.type) {
    case 'suggestionsAsked':
      return { type: SuggestionRequestAskedV1.type, data: { askedAt: fact.request.askedAt } };
    case 'suggestionsGiven': {
      const { suggestions, answeredAt } = fact;
      return { type: SuggestionRequestAnsweredV1.type, data: { suggested: suggestions.length, answeredAt } };
    }
    case 'requestDeclined':
      return { type: SuggestionRequestDeclinedV1.type, data: { declinedAt: fact.closedAt } };
    case 'requestWithdrawn':
      return { type: SuggestionRequestWithdrawnV1.type, data: { withdrawnAt: fact.closedAt } };
    case 'suggestionsTakenUp': {
      const { suggestionIds, adoptedAt } = fact;
      return { type: SuggestionRequestSuggestionsAdoptedV1.type, data: { suggestionIds, adoptedAt } };
    }
  }
}
