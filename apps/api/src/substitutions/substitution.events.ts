import {
  SubstitutionConsentedV1,
  SubstitutionDeclinedV1,
  SubstitutionEndedV1,
  SubstitutionHandoverWrittenV1,
  SubstitutionProposedV1,
  SubstitutionStartedV1,
  SubstitutionWithdrawnV1,
} from '#contracts';
import type { Substitution, SubstitutionFact } from '#domain';
import type { EventBody } from '#platform/database';
import { partiesOf } from '../parties-of.js';

/** Every fact of a substitution becomes one event. What is handed over, and why somebody is declined, stays at home. */
export function substitutionEvent(fact: SubstitutionFact, substitution: Substitution): EventBody {
  const { agreementId: engagementId, substituteId, businessId, agencyId } = substitution;
  const { type, data } = bodyOf(fact);
  return {
    type,
    audience: [businessId, agencyId],
    data: { engagementId, substituteId, ...partiesOf(substitution), ...data },
  };
}

function bodyOf(fact: SubstitutionFact): Omit<EventBody, 'audience'> {
  switch (fact.type) {
    case 'substitutionProposed': {
      const { temporary, proposedAt } = fact;
      return { type: SubstitutionProposedV1.type, data: { temporary, proposedAt } };
    }
    case 'handoverWritten': {
      const { missing, writtenAt } = fact;
      return { type: SubstitutionHandoverWrittenV1.type, data: { missing, writtenAt } };
    }
    case 'substitutionConsented':
      return { type: SubstitutionConsentedV1.type, data: { consentedAt: fact.consentedAt } };
    case 'substitutionDeclined':
      return { type: SubstitutionDeclinedV1.type, data: { declinedAt: fact.declinedAt } };
    case 'substitutionWithdrawn':
      return { type: SubstitutionWithdrawnV1.type, data: { withdrawnAt: fact.withdrawnAt } };
    case 'substitutionStarted':
      return { type: SubstitutionStartedV1.type, data: { startedAt: fact.startedAt } };
    case 'substitutionEnded':
      return { type: SubstitutionEndedV1.type, data: { endedAt: fact.endedAt } };
    default:
      return fact satisfies never;
  }
}
