import {
  ProposalAcceptedV1,
  ProposalClosedV1,
  ProposalDeclinedV1,
  ProposalMadeV1,
  ProposalSuggestionsAdoptedV1,
  ProposalWithdrawnV1,
} from '#contracts';
import type { Proposal, ProposalFact } from '#domain';
import type { EventBody } from '#platform/database';
import { partiesOf } from '../parties-of.js';

/** Every fact of a proposal becomes one event; message, suggestions and reasons stay at home, being free text. */
export function proposalEvent(fact: ProposalFact, proposal: Proposal): EventBody {
  return { ...bodyOf(fact, proposal), audience: [proposal.businessId, proposal.agencyId] };
}

function bodyOf(fact: ProposalFact, proposal: Proposal): Omit<EventBody, 'audience'> {
  const { needId, needVersion, madeAt } = proposal;
  switch (fact.type) {
    case 'proposalMade':
      return { type: ProposalMadeV1.type, data: { needId, needVersion, ...partiesOf(proposal), madeAt } };
    case 'suggestionsAdopted': {
      const { suggestionIds, adoptedAt } = fact;
      return { type: ProposalSuggestionsAdoptedV1.type, data: { suggestionIds, adoptedAt } };
    }
    case 'proposalAccepted': {
      const { acceptedAt } = fact;
      return { type: ProposalAcceptedV1.type, data: { needId, ...partiesOf(proposal), acceptedAt } };
    }
    case 'proposalDeclined':
      return { type: ProposalDeclinedV1.type, data: { needId, declinedAt: fact.declinedAt } };
    case 'proposalClosed':
      return { type: ProposalClosedV1.type, data: { needId, closedAt: fact.closedAt } };
    case 'proposalWithdrawn':
      return { type: ProposalWithdrawnV1.type, data: { needId, withdrawnAt: fact.withdrawnAt } };
    default:
      return fact satisfies never;
  }
}
