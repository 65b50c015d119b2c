import {
  AccessGrantClosedV1,
  AccessGrantGivenV1,
  AccessGrantReviewDueV1,
  AccessGrantReviewedV1,
  AccessGrantToCloseV1,
} from '#contracts';
import type { AccessGrant, AccessGrantFact } from '#domain';
import type { EventBody } from '#platform/database';
import { partiesOf } from '../parties-of.js';

/** Every fact of given access becomes one event. To what, for what and its proof stay at home. */
export function accessGrantEvent(fact: AccessGrantFact, grant: AccessGrant): EventBody {
  const { agreementId: engagementId, businessId, agencyId, reviewDueOn } = grant;
  const about = { engagementId, ...partiesOf(grant) };
  const audience = [businessId, agencyId];
  switch (fact.type) {
    case 'accessGiven':
      return { type: AccessGrantGivenV1.type, audience, data: { ...about, reviewDueOn, grantedAt: fact.givenAt } };
    case 'accessReviewed':
      return {
        type: AccessGrantReviewedV1.type,
        audience,
        data: { ...about, reviewDueOn, reviewedAt: fact.reviewedAt },
      };
    case 'accessReviewDue': {
      const { announcedAt } = fact;
      return { type: AccessGrantReviewDueV1.type, audience, data: { ...about, reviewDueOn, announcedAt } };
    }
    case 'accessToClose': {
      const { reason, toCloseSince: sinceAt } = fact;
      return { type: AccessGrantToCloseV1.type, audience, data: { ...about, reason, sinceAt } };
    }
    case 'accessClosed': {
      const { closedBy, closedAt } = fact;
      return { type: AccessGrantClosedV1.type, audience, data: { ...about, closedBy, closedAt } };
    }
    default:
      return fact satisfies never;
  }
}
