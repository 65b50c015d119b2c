import { evolveReview, type Review, type ReviewFact, type Side } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { type ColumnsOf, StateStore } from '../state-store.js';
import { reviewEvent } from './review.events.js';
import { ReviewRow } from './review.row.js';

@Injectable()
export class ReviewStore extends StateStore<Review, ReviewFact, ReviewRow> {
  protected readonly kind = { noun: 'review', row: ReviewRow, evolve: evolveReview, toEvent: reviewEvent };

  /** The sides that have reviewed the engagement. */
  async givenBy(scope: Scope, engagementId: string): Promise<Side[]> {
    const rows = await this.database.transaction(scope, (tx) => tx.manager.findBy(ReviewRow, { engagementId }));
    return rows.map(({ side }) => side);
  }

  protected columnsOf(review: Review): ColumnsOf<ReviewRow> {
    const { engagementId, by, agencyId, businessId } = review;
    return { engagementId, side: by, agencyId, businessId };
  }
}
