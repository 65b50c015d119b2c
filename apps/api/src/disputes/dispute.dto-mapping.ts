import type { DisputeDto, VerdictDto } from '#contracts';
import { type Dispute, turnOf, type DisputeVerdict } from '#domain';
import type { Versioned } from '#platform/database';
import { partiesOf } from '../parties-of.js';

export const verdictOf = ({ outcome, keeps = null }: VerdictDto): DisputeVerdict => ({ outcome, keeps });

export function disputeDto({ state, version }: Versioned<Dispute>): DisputeDto {
  const { disputeId: id, agreementId: engagementId, subject, charge, status, openedBy, asks, openedAt } = state;
  const settled = state.status === 'settled' ? state : null;
  const { description, unit, measure, amount } = charge;
  return {
    id,
    engagementId,
    ...partiesOf(state),
    subject: { kind: subject.kind, id: subject.id },
    charge: { description, unit, measure, amount },
    openedBy,
    asks: { ...asks },
    status,
    waitsFor: waitsFor(state),
    answerDueAt: 'answerDueAt' in state ? state.answerDueAt : null,
    statements: state.statements.map(({ side, text, fileIds, madeAt }) => ({
      side,
      text,
      fileIds: [...fileIds],
      madeAt,
    })),
    unanswered: [...state.unanswered],
    verdict: settled === null ? null : { ...settled.verdict },
    settledBy: settled?.settledBy ?? null,
    reason: settled?.reason ?? null,
    creditNoteId: settled?.creditNoteId ?? null,
    openedAt,
    settledAt: settled?.settledAt ?? null,
    version,
  };
}

function waitsFor(dispute: Dispute): DisputeDto['waitsFor'] {
  if (dispute.status === 'opened' || dispute.status === 'answered') return turnOf(dispute);
  return dispute.status === 'to-decide' ? 'administrator' : null;
}
