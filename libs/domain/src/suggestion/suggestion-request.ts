import { every } from '../every.js';
import type { AgencyId, Brand, BusinessId, NeedId } from '../ids.js';
import type { NeedContext, NeedLine } from '../need/need.js';
import type { AgencyStatus } from '../organisation/agency.js';
import type { Party } from '../organisation/party.js';
import type { Suggestion, SuggestionTarget } from '../proposal/suggestion.js';

export type SuggestionRequestId = Brand<string, 'SuggestionRequestId'>;

/** How fast the business's customers are answered, in minutes of its hours, and who says so. */
export interface KnownResponseTime {
  readonly source: 'enquiries' | 'business';
  /** Null where the business says it. */
  readonly enquiries: number | null;
  readonly medianMinutes: number;
  readonly p90Minutes: number | null;
}

/** What an agency sees of the business that asks it: as it was when it asked, and nothing of who its customers are. */
export interface AskedContext {
  readonly sector: string | null;
  readonly tools: readonly string[];
  readonly volumes: readonly Pick<NeedLine, 'asNeeded' | 'cadence' | 'dutyCode' | 'volume'>[];
  readonly responseTime: KnownResponseTime | null;
}

interface RequestForSuggestions {
  readonly requestId: SuggestionRequestId;
  readonly needId: NeedId;
  readonly businessId: BusinessId;
  readonly agencyId: AgencyId;
  /** What the business wants to hear of in particular. */
  readonly question: string | null;
  readonly context: AskedContext;
  readonly askedAt: string;
}
export interface AskedRequest extends RequestForSuggestions {
  readonly status: 'asked';
}
export interface AnsweredRequest extends RequestForSuggestions {
  readonly status: 'answered';
  readonly suggestions: readonly Suggestion[];
  readonly adoptedSuggestionIds: readonly string[];
  readonly answeredAt: string;
}
export interface ClosedRequest extends RequestForSuggestions {
  readonly status: 'declined' | 'withdrawn';
  readonly closedAt: string;
}
export type SuggestionRequest = AskedRequest | AnsweredRequest | ClosedRequest;
export const suggestionRequestStatuses = every<SuggestionRequest['status']>({
  asked: true,
  answered: true,
  declined: true,
  withdrawn: true,
});

/** Of the need that suggestions are asked about. */
export interface NeedToStreamline {
  readonly needId: NeedId;
  readonly businessId: BusinessId;
  readonly status: 'draft' | 'posted' | 'closed';
  readonly lines: readonly NeedLine[];
  readonly context: NeedContext;
  readonly excludedAgencyIds: readonly AgencyId[];
}

export interface AskForSuggestions {
  readonly type: 'askForSuggestions';
  readonly requestId: SuggestionRequestId;
  readonly by: Party;
  readonly need: NeedToStreamline;
  readonly agency: { readonly agencyId: AgencyId; readonly status: AgencyStatus };
  /** Whether the agency works on the need by an agreement. */
  readonly isEngaged: boolean;
  /** Counted from what the business told of enquiries; null where that is not enough. */
  readonly measured: Omit<KnownResponseTime, 'source'> | null;
  readonly question: string | null;
  readonly now: string;
}

/** A suggestion of an answer says everything: what it takes, and by which figure it will be seen. */
export type AnsweredSuggestion = Suggestion & { readonly effort: string; readonly target: SuggestionTarget };

export interface GiveSuggestions {
  readonly type: 'giveSuggestions';
  readonly by: Party;
  readonly suggestions: readonly AnsweredSuggestion[];
  readonly now: string;
}
export interface DeclineRequest {
  readonly type: 'declineRequest';
  readonly by: Party;
  readonly now: string;
}
export interface WithdrawRequest {
  readonly type: 'withdrawRequest';
  readonly by: Party;
  readonly now: string;
}
export interface TakeUpSuggestions {
  readonly type: 'takeUpSuggestions';
  readonly by: Party;
  readonly suggestionIds: readonly string[];
  readonly now: string;
}
export type SuggestionRequestCommand = GiveSuggestions | DeclineRequest | WithdrawRequest | TakeUpSuggestions;

export type SuggestionsAsked = { readonly type: 'suggestionsAsked'; readonly request: AskedRequest };
export type SuggestionsGiven = {
  readonly type: 'suggestionsGiven';
  readonly suggestions: readonly Suggestion[];
  readonly answeredAt: string;
};
export type RequestDeclined = { readonly type: 'requestDeclined'; readonly closedAt: string };
export type RequestWithdrawn = { readonly type: 'requestWithdrawn'; readonly closedAt: string };
export type SuggestionsTakenUp = {
  readonly type: 'suggestionsTakenUp';
  readonly suggestionIds: readonly string[];
  readonly adoptedAt: string;
};
export type SuggestionRequestFact =
  SuggestionsAsked | SuggestionsGiven | RequestDeclined | RequestWithdrawn | SuggestionsTakenUp;
