import type { Currency } from '../billing/money/currency.js';
import type { Money } from '../billing/money/money.js';
import { every } from '../every.js';
import type { AgencyId, BusinessId, NeedId, ProposalId } from '../ids.js';
import type { Disqualification } from '../matching/qualification.js';
import type { AgencyStatus } from '../organisation/agency.js';
import type { Party } from '../organisation/party.js';
import type { Assistant, AssistantStatus } from '../supply/assistant.js';
import type { WorkParties } from '../work-parties.js';
import type { Suggestion } from './suggestion.js';

/** The price of one line of the need. */
export interface PricedLine {
  readonly lineId: string;
  /** Per unit, without commission and tax. */
  readonly unitPrice: Money;
}

interface ProposalOfAgency extends WorkParties {
  readonly proposalId: ProposalId;
  readonly needId: NeedId;
  /** The need's version that was answered. */
  readonly needVersion: number;
  readonly lines: readonly PricedLine[];
  readonly suggestions: readonly Suggestion[];
  readonly adoptedSuggestionIds: readonly string[];
  readonly message: string;
  readonly madeAt: string;
}
export interface OpenProposal extends ProposalOfAgency {
  readonly status: 'open';
}
export interface AcceptedProposal extends ProposalOfAgency {
  readonly status: 'accepted';
  readonly acceptedAt: string;
}
export interface DeclinedProposal extends ProposalOfAgency {
  readonly status: 'declined';
  readonly reason: string | null;
  readonly declinedAt: string;
}
/** The business found somebody else for the need, or gave it up. */
export interface ClosedProposal extends ProposalOfAgency {
  readonly status: 'closed';
  readonly closedAt: string;
}
export interface WithdrawnProposal extends ProposalOfAgency {
  readonly status: 'withdrawn';
  readonly withdrawnAt: string;
}
export type Proposal = OpenProposal | AcceptedProposal | DeclinedProposal | ClosedProposal | WithdrawnProposal;
export const proposalStatuses = every<Proposal['status']>({
  open: true,
  accepted: true,
  declined: true,
  closed: true,
  withdrawn: true,
});

/** What changes of a need while a proposal waits. */
export interface AnsweredNeed {
  readonly posted: boolean;
  readonly lineIds: readonly string[];
}
/** What a proposal has to know of the need that it answers. */
export interface NeedToAnswer extends AnsweredNeed {
  readonly needId: NeedId;
  readonly version: number;
  readonly businessId: BusinessId;
  readonly openToProposals: boolean;
  readonly invitedAgencyIds: readonly AgencyId[];
  /** Of its cap, in which its lines are priced; null where there is none. */
  readonly currency: Currency | null;
}
/** What is offered: an agency and one of its assistants, as they stand now. */
export interface Offer {
  readonly agencyStatus: AgencyStatus;
  readonly assistantStatus: AssistantStatus;
  /** Why the assistant can't have this need's work; null for whoever passes all hard filters. */
  readonly disqualification: Disqualification | null;
}
export interface MakeProposal {
  readonly type: 'makeProposal';
  readonly proposalId: ProposalId;
  readonly need: NeedToAnswer;
  readonly agencyId: AgencyId;
  readonly assistant: Pick<Assistant, 'assistantId' | 'agencyId'>;
  readonly offer: Offer;
  /** Proposals of the agency for this need that the business hasn't decided about yet. */
  readonly othersOpen: number;
  readonly lines: readonly PricedLine[];
  readonly suggestions: readonly Suggestion[];
  readonly message: string;
  readonly now: string;
}
export interface AdoptSuggestions {
  readonly type: 'adoptSuggestions';
  readonly by: Party;
  readonly suggestionIds: readonly string[];
  readonly now: string;
}
export interface AcceptProposal {
  readonly type: 'acceptProposal';
  readonly by: Party;
  /** The need as it is now; its lines must still be the priced ones. */
  readonly need: AnsweredNeed;
  /** The agency may have been suspended, or the assistant withdrawn, since the proposal was made. */
  readonly offer: Offer;
  readonly now: string;
}
export interface DeclineProposal {
  readonly type: 'declineProposal';
  readonly by: Party;
  readonly reason: string | null;
  readonly now: string;
}
export interface WithdrawProposal {
  readonly type: 'withdrawProposal';
  readonly by: Party;
  readonly now: string;
}
/** The need was filled or closed: nothing can come of the proposal any more. */
export interface CloseProposal {
  readonly type: 'closeProposal';
  readonly now: string;
}
export type ProposalCommand =
  MakeProposal | AdoptSuggestions | AcceptProposal | DeclineProposal | CloseProposal | WithdrawProposal;

export type ProposalMade = { readonly type: 'proposalMade'; readonly proposal: OpenProposal };
export type SuggestionsAdopted = {
  readonly type: 'suggestionsAdopted';
  readonly suggestionIds: readonly string[];
  readonly adoptedAt: string;
};
export type ProposalAccepted = { readonly type: 'proposalAccepted'; readonly acceptedAt: string };
export type ProposalDeclined = {
  readonly type: 'proposalDeclined';
  readonly reason: string | null;
  readonly declinedAt: string;
};
export type ProposalClosed = { readonly type: 'proposalClosed'; readonly closedAt: string };
export type ProposalWithdrawn = { readonly type: 'proposalWithdrawn'; readonly withdrawnAt: string };
export type ProposalFact =
  ProposalMade | SuggestionsAdopted | ProposalAccepted | ProposalDeclined | ProposalClosed | ProposalWithdrawn;
