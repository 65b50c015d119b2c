import {
  DisputeAnsweredV1,
  DisputeOpenedV1,
  DisputeSettledV1,
  DisputeUnansweredV1,
  DisputeWithdrawnV1,
} from '#contracts';
import type { Dispute, DisputeFact } from '#domain';
import type { EventBody } from '#platform/database';
import { partiesOf } from '../parties-of.js';

/** Every fact of a dispute becomes one event. What the two sides and the administrator say stays at home. */
export function disputeEvent(fact: DisputeFact, dispute: Dispute): EventBody {
  const { agreementId: engagementId, businessId, agencyId, openedBy } = dispute;
  const { kind: subjectKind, id: subjectId } = dispute.subject;
  const { type, data } = bodyOf(fact);
  return {
    type,
    audience: [businessId, agencyId],
    data: { engagementId, ...partiesOf(dispute), subjectKind, subjectId, openedBy, ...data },
  };
}

function bodyOf(fact: DisputeFact): Omit<EventBody, 'audience'> {
  switch (fact.type) {
    case 'disputeOpened':
      return { type: DisputeOpenedV1.type, data: { openedAt: fact.openedAt, answerDueAt: fact.answerDueAt } };
    case 'disputeAnswered': {
      const { side: by, madeAt: answeredAt } = fact.statement;
      return { type: DisputeAnsweredV1.type, data: { by, answeredAt, answerDueAt: fact.answerDueAt } };
    }
    case 'disputeUnanswered':
      return { type: DisputeUnansweredV1.type, data: { by: fact.side, lapsedAt: fact.lapsedAt } };
    case 'disputeSettled': {
      const { verdict, settledBy, creditNoteId, settledAt } = fact;
      return { type: DisputeSettledV1.type, data: { outcome: verdict.outcome, settledBy, creditNoteId, settledAt } };
    }
    case 'disputeWithdrawn':
      return { type: DisputeWithdrawnV1.type, data: { withdrawnAt: fact.withdrawnAt } };
    default:
      return fact satisfies never;
  }
}
