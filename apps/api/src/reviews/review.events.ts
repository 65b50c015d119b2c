import { ReviewGivenV1 } from '#contracts';
import type { ReviewFact } from '#domain';
import type { EventBody } from '#platform/database';

/** For both sides, and for the matcher; who wrote it stays at home, and so does the text. */
export function reviewEvent({ review }: ReviewFact): EventBody {
  const { engagementId, assistantId, agencyId, businessId, by, score, givenAt } = review;
  return {
    type: ReviewGivenV1.type,
    audience: [agencyId, businessId],
    data: { engagementId, assistantId, agencyId, businessId, by, score, givenAt },
  };
}
