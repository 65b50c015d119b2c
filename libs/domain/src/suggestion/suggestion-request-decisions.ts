import { decideBy, type Deciders } from '../deciders.js';
import { unexpectedFact, uphold } from '../policy.js';
import { type Suggestion, suggestionOf } from '../proposal/suggestion.js';
import {
  askingPolicies,
  decliningPolicies,
  givingPolicies,
  takingUpPolicies,
  withdrawingPolicies,
} from './suggestion-request.policies.js';
import type {
  AskedContext,
  AskForSuggestions,
  KnownResponseTime,
  SuggestionRequest,
  SuggestionRequestCommand,
  SuggestionRequestFact,
} from './suggestion-request.js';

/** The business asks an agency how its work could be streamlined. @throws DomainError `suggestion-request.…` */
export function decideRequest(command: AskForSuggestions): SuggestionRequestFact[] {
  uphold(askingPolicies, command);
  const { requestId, need, agency, question, now } = command;
  const request = {
    status: 'asked' as const,
    requestId,
    needId: need.needId,
    businessId: need.businessId,
    agencyId: agency.agencyId,
    question,
    context: contextOf(command),
    askedAt: now,
  };
  return [{ type: 'suggestionsAsked', request }];
}

function contextOf({ need, measured }: AskForSuggestions): AskedContext {
  const { sector, tools, currentFirstResponseMinutes } = need.context;
  const volumes = need.lines.map(({ dutyCode, volume, cadence, asNeeded }) => ({
    dutyCode,
    volume,
    cadence,
    ...(asNeeded && { asNeeded }),
  }));
  const responseTime =
    measured === null ? saidTime(currentFirstResponseMinutes) : { source: 'enquiries' as const, ...measured };
  return { sector, tools, volumes, responseTime };
}

/** What the business says of itself where there isn't enough to count. */
const saidTime = (minutes: number | null): KnownResponseTime | null =>
  minutes === null ? null : { source: 'business', enquiries: null, medianMinutes: minutes, p90Minutes: null };

/** @throws DomainError `suggestion-request.…`, `suggestion.…` */
export const decideAboutRequest = (
  command: SuggestionRequestCommand,
  request: SuggestionRequest,
): SuggestionRequestFact[] => decideBy(deciders, command, request);

const deciders: Deciders<SuggestionRequestCommand, SuggestionRequest, SuggestionRequestFact> = {
  giveSuggestions(command, request) {
    uphold(givingPolicies, { command, request });
    const suggestions = command.suggestions.map(suggestionOf);
    return [{ type: 'suggestionsGiven', suggestions, answeredAt: command.now }];
  },
  declineRequest(command, request) {
    uphold(decliningPolicies, { command, request });
    return [{ type: 'requestDeclined', closedAt: command.now }];
  },
  withdrawRequest(command, request) {
    uphold(withdrawingPolicies, { command, request });
    return [{ type: 'requestWithdrawn', closedAt: command.now }];
  },
  /** What was adopted before stays so, named again or not. */
  takeUpSuggestions(command, request) {
    uphold(takingUpPolicies, { command, request });
    const adopted = new Set(request.status === 'answered' ? request.adoptedSuggestionIds : []);
    const suggestionIds = [...new Set(command.suggestionIds)].filter((id) => !adopted.has(id));
    return suggestionIds.length === 0 ? [] : [{ type: 'suggestionsTakenUp', suggestionIds, adoptedAt: command.now }];
  },
};

/** What the business took up of an answer. */
export const adoptedOf = (request: SuggestionRequest): readonly Suggestion[] =>
  request.status === 'answered'
    ? request.suggestions.filter(({ suggestionId }) => request.adoptedSuggestionIds.includes(suggestionId))
    : [];

export function evolveRequest(request: SuggestionRequest | null, fact: SuggestionRequestFact): SuggestionRequest {
  if (fact.type === 'suggestionsAsked') return request ? unexpectedFact(fact, request.status) : fact.request;
  if (fact.type === 'suggestionsTakenUp') {
    if (request?.status !== 'answered') return unexpectedFact(fact, request?.status ?? 'nothing');
    return { ...request, adoptedSuggestionIds: [...request.adoptedSuggestionIds, ...fact.suggestionIds] };
  }
  if (request?.status !== 'asked') return unexpectedFact(fact, request?.status ?? 'nothing');
  switch (fact.type) {
    case 'suggestionsGiven': {
      const { suggestions, answeredAt } = fact;
      return { ...request, status: 'answered', suggestions, adoptedSuggestionIds: [], answeredAt };
    }
    case 'requestDeclined':
      return { ...request, status: 'declined', closedAt: fact.closedAt };
    case 'requestWithdrawn':
      return { ...request, status: 'withdrawn', closedAt: fact.closedAt };
    default:
      return fact satisfies never;
  }
}
