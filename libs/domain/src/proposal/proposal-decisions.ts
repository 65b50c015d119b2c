import { unexpectedFact, uphold } from '../policy.js';
import {
  acceptProposalPolicies,
  adoptPolicies,
  declinePolicies,
  makePolicies,
  withdrawPolicies,
} from './proposal.policies.js';
import type {
  AdoptSuggestions,
  MakeProposal,
  OpenProposal,
  Proposal,
  ProposalCommand,
  ProposalFact,
} from './proposal.js';

/**
 * An agency's answer to a need and what the business says to it.
 * @throws DomainError `proposal.*`
 */
export function decideProposal(command: ProposalCommand, proposal: Proposal | null): ProposalFact[] {
  if (command.type === 'makeProposal') {
    if (proposal) throw new Error(`proposal ${proposal.proposalId} was made before`);
    return make(command);
  }
  if (!proposal) throw new Error(`${command.type} without a proposal`);
  switch (command.type) {
    case 'adoptSuggestions':
      return adopt(command, proposal);
    case 'acceptProposal':
      uphold(acceptProposalPolicies, { command, proposal });
      return [{ type: 'proposalAccepted', acceptedAt: command.now }];
    case 'declineProposal':
      uphold(declinePolicies, { command, proposal });
      return [{ type: 'proposalDeclined', reason: command.reason, declinedAt: command.now }];
    case 'closeProposal':
      // Whoever was decided about before stays as decided.
      return proposal.status === 'open' ? [{ type: 'proposalClosed', closedAt: command.now }] : [];
    case 'withdrawProposal':
      uphold(withdrawPolicies, { command, proposal });
      return [{ type: 'proposalWithdrawn', withdrawnAt: command.now }];
    default:
      return command satisfies never;
  }
}

function make(command: MakeProposal): ProposalFact[] {
  uphold(makePolicies, command);
  const { proposalId, need, agencyId, assistant, lines, suggestions, message, now } = command;
  const proposal: OpenProposal = {
    status: 'open',
    proposalId,
    needId: need.needId,
    needVersion: need.version,
    businessId: need.businessId,
    agencyId,
    assistantId: assistant.assistantId,
    lines,
    suggestions,
    adoptedSuggestionIds: [],
    message,
    madeAt: now,
  };
  return [{ type: 'proposalMade', proposal }];
}

function adopt(command: AdoptSuggestions, proposal: Proposal): ProposalFact[] {
  uphold(adoptPolicies, { command, proposal });
  const adopted = new Set(proposal.adoptedSuggestionIds);
  const suggestionIds = [...new Set(command.suggestionIds)].filter((id) => !adopted.has(id));
  if (suggestionIds.length === 0) return [];
  return [{ type: 'suggestionsAdopted', suggestionIds, adoptedAt: command.now }];
}

/** The proposal after one more fact. */
export function evolveProposal(proposal: Proposal | null, fact: ProposalFact): Proposal {
  if (fact.type === 'proposalMade') {
    return proposal ? unexpectedFact(fact, proposal.status) : fact.proposal;
  }
  if (proposal?.status !== 'open') return unexpectedFact(fact, proposal?.status ?? 'nothing');
  switch (fact.type) {
    case 'suggestionsAdopted':
      return { ...proposal, adoptedSuggestionIds: [...proposal.adoptedSuggestionIds, ...fact.suggestionIds] };
    case 'proposalAccepted':
      return { ...proposal, status: 'accepted', acceptedAt: fact.acceptedAt };
    case 'proposalDeclined':
      return { ...proposal, status: 'declined', reason: fact.reason, declinedAt: fact.declinedAt };
    case 'proposalClosed':
      return { ...proposal, status: 'closed', closedAt: fact.closedAt };
    case 'proposalWithdrawn':
      return { ...proposal, status: 'withdrawn', withdrawnAt: fact.withdrawnAt };
    default:
      return fact satisfies never;
  }
}
