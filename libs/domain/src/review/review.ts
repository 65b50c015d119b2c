import type { EngagementId, ReviewId, UserId } from '../ids.js';
import type { Party } from '../organisation/party.js';
import type { Side } from '../responsibilities/agreement/agreement.js';
import type { Engagement } from '../responsibilities/work/engagement.js';
import type { WorkParties } from '../work-parties.js';

/** What one side says about the other after the engagement; it never changes. */
export interface Review extends WorkParties {
  readonly reviewId: ReviewId;
  readonly engagementId: EngagementId;
  /** Who reviews: the business reviews the assistant and the agency, the agency reviews the business. */
  readonly by: Side;
  readonly userId: UserId | null;
  /** 1..5 */
  readonly score: number;
  readonly text: string;
  readonly givenAt: string;
}

export interface GiveReview {
  readonly type: 'giveReview';
  readonly reviewId: ReviewId;
  readonly by: Party;
  readonly engagement: Engagement;
  /** The sides that have reviewed this engagement already. */
  readonly alreadyGivenBy: readonly Side[];
  readonly score: number;
  readonly text: string;
  readonly now: string;
}
export type ReviewGiven = { readonly type: 'reviewGiven'; readonly review: Review };
export type ReviewFact = ReviewGiven;
