import { evolveReview, type Review, type ReviewFact, type Side } from '#domain';
import { AggregateStore, type Database, type Scope, type Versioned } from '#platform/database';
import type { Page, PageRequest } from '#platform/http';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';
import { listForParty } from '../list-for-party.js';
import { reviewEvent } from './review.events.js';
import { ReviewRow } from './review.row.js';

@Injectable()
export class ReviewStore extends AggregateStore<Review, ReviewFact, ReviewRow> {
  protected readonly entity = ReviewRow;
  protected readonly aggregateType = 'review';
  protected readonly evolve = evolveReview;
  protected readonly toEvent = reviewEvent;

  constructor(@Inject(apiDatabase) database: Database) {
    super(database);
  }

  /** The sides that have reviewed the engagement. */
  async givenBy(scope: Scope, engagementId: string): Promise<Side[]> {
    const rows = await this.database.transaction(scope, (tx) => tx.manager.findBy(ReviewRow, { engagementId }));
    return rows.map(({ side }) => side);
  }

  /** Those that the scope's organisation gave or was given, oldest first. */
  async page(scope: Scope, engagementId: string | undefined, page: PageRequest): Promise<Page<Versioned<Review>>> {
    const { items, next } = await listForParty(this.database, scope, ReviewRow, { engagementId }, page);
    return { items: items.map((row) => ({ state: this.toState(row), version: row.version })), next };
  }

  protected toState(row: ReviewRow): Review {
    return row.state;
  }

  protected toRow(review: Review): Omit<ReviewRow, 'id' | 'version'> {
    const { engagementId, by, agencyId, businessId } = review;
    return { engagementId, side: by, agencyId, businessId, state: review };
  }
}
