import { scopeOf } from '#access';
import { decideReview, type Review, type ReviewId } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { ReviewStore } from './review.store.js';

export class GiveReview extends commandOf<
  Call & { reviewId: ReviewId; engagementId: string; score: number; text: string },
  Versioned<Review>
>() {}

/** One side says what it thinks of the other, once, when the engagement is over. */
@CommandHandler(GiveReview)
export class GiveReviewHandler implements ICommandHandler<GiveReview> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly engagements: EngagementStore,
    private readonly reviews: ReviewStore,
  ) {}

  execute({ actor, reviewId, engagementId, score, text, now }: GiveReview): Promise<Versioned<Review>> {
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async () => {
      // Two of one side at once take turns, so that the second is told why it is refused.
      const { state: engagement } = await this.engagements.loadLocked(scope, engagementId);
      const alreadyGivenBy = await this.reviews.givenBy(scope, engagementId);
      const by = partyOf(actor);
      const facts = decideReview({ type: 'giveReview', reviewId, by, engagement, alreadyGivenBy, score, text, now });
      return this.reviews.create(scope, reviewId, facts);
    });
  }
}
