import type { MakeProposalDto, ProposalDto } from '#contracts';
import { money, type Proposal } from '#domain';
import type { Versioned } from '#platform/database';
import { suggestionDto, writtenSuggestion } from '../suggestions/suggestion.dto-mapping.js';
import { partiesOf } from '../parties-of.js';
import type { ProposalDraft } from './make-proposal.js';
import { decidedAtOf } from './proposal.store.js';

/** @throws DomainError `money.unknown-currency` */
export const proposalDraft = ({
  needId,
  assistantId,
  lines,
  suggestions,
  message,
}: MakeProposalDto): ProposalDraft => ({
  needId,
  assistantId,
  lines: lines.map(({ lineId, unitPrice }, index) => ({
    lineId,
    unitPrice: money(unitPrice.amountMinor, unitPrice.currency, ['lines', index, 'unitPrice']),
  })),
  suggestions: (suggestions ?? []).map(writtenSuggestion),
  message: message ?? '',
});

export function proposalDto({ state, version }: Versioned<Proposal>, agreementId: string | null): ProposalDto {
  const { proposalId, needId, needVersion, status, message, madeAt } = state;
  return {
    id: proposalId,
    needId,
    needVersion,
    ...partiesOf(state),
    status,
    lines: [...state.lines],
    suggestions: state.suggestions.map(suggestionDto),
    adoptedSuggestionIds: [...state.adoptedSuggestionIds],
    message: message === '' ? null : message,
    madeAt,
    decidedAt: decidedAtOf(state),
    declineReason: state.status === 'declined' ? state.reason : null,
    agreementId,
    version,
  };
}
