import { evolveReview, type Review, type ReviewFact, type Side } from '#domain';
import { type Scope, StateSchema } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiStore } from '../api-store.js';
import { reviewEvent } from './review.events.js';
import { ReviewRow } from './review.row.js';

const reviewStates = new StateSchema<Review>('review');

@Injectable()
export class ReviewStore extends ApiStore<Review, ReviewFact, ReviewRow> {
  protected readonly kind = { noun: 'review', row: ReviewRow, evolve: evolveReview, toEvent: reviewEvent };

  /** The sides that have reviewed the engagement. */
  async givenBy(scope: Scope, engagementId: string): Promise<Side[]> {
    const rows = await this.database.transaction(scope, (tx) => tx.manager.findBy(ReviewRow, { engagementId }));
    return rows.map(({ side }) => side);
  }

  protected toState(row: ReviewRow): Review {
    return reviewStates.open(row.state);
  }

  protected toRow(review: Review): Omit<ReviewRow, 'id' | 'version'> {
    const { engagementId, by, agencyId, businessId } = review;
    return { engagementId, side: by, agencyId, businessId, state: reviewStates.keep(review) };
  }
}
