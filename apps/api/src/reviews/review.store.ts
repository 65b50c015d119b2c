import { evolveReview, type Review, type ReviewFact, type Side } from '#domain';
import { AggregateStore, type Database, type Scope, type Versioned } from '#platform/database';
import { decodeCursor, encodeCursor, type Page, pageOf, type PageRequest } from '#platform/http';
import { Inject, Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { ofParty } from '../agreements/of-party.js';
import { apiDatabase } from '../api-database.js';
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
  page(scope: Scope, engagementId: string | undefined, page: PageRequest): Promise<Page<Versioned<Review>>> {
    const after = page.after === null ? null : decodeCursor<{ id: string }>(page.after, { id: 'uuid' }).id;
    const where = {
      ...(engagementId !== undefined && { engagementId }),
      ...(after !== null && { id: MoreThan(after) }),
    };
    return this.database.transaction(scope, async (tx) => {
      const rows = await tx.manager.find(ReviewRow, {
        where: ofParty(scope, where),
        order: { id: 'ASC' },
        take: page.limit + 1,
      });
      return pageOf(
        rows,
        page.limit,
        ({ state, version }) => ({ state, version }),
        ({ id }) => encodeCursor({ id }),
      );
    });
  }

  protected toState(row: ReviewRow): Review {
    return row.state;
  }

  protected toRow(review: Review): Omit<ReviewRow, 'id' | 'version'> {
    const { engagementId, by, agencyId, businessId } = review;
    return { engagementId, side: by, agencyId, businessId, state: review };
  }
}
