import { Access, type Actor, type Role, scopeOf } from '#access';
import { GiveReviewDto, ReviewDto, ReviewPageDto, ReviewQueryDto } from '#contracts';
import type { Review, ReviewId } from '#domain';
import type { Versioned } from '#platform/database';
import {
  type Answer,
  CurrentActor,
  Idempotent,
  Now,
  PageQuery,
  type PageRequest,
  UuidParam,
  versioned,
} from '#platform/http';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import { GiveReview } from './give-review.js';
import { ReviewStore } from './review.store.js';

const reviewers: readonly Role[] = ['business.owner', 'business.colleague', 'agency.owner', 'agency.coordinator'];
const readers: readonly Role[] = [...reviewers, 'marketplace.administrator'];

@ApiTags('reviews')
@Controller('v1/reviews')
export class ReviewsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reviews: ReviewStore,
  ) {}

  /** Each side reviews the other once, after the engagement has ended; a review never changes. */
  @Post()
  @Idempotent()
  @Access({ roles: reviewers, scope: 'reviews:write' })
  @ApiCreatedResponse({ type: ReviewDto })
  async give(
    @CurrentActor() actor: Actor,
    @Body() { engagementId, score, text }: GiveReviewDto,
    @Now() now: string,
  ): Promise<Answer<ReviewDto>> {
    const command = new GiveReview(actor, uuidv7() as ReviewId, engagementId, score, text ?? '', now);
    const review = await this.commands.execute(command);
    return versioned(reviewDto(review), review.version, { location: `/v1/reviews/${review.state.reviewId}` });
  }

  /** Those that the organisation gave or was given, oldest first. */
  @Get()
  @Access({ roles: readers, scope: 'reviews:read' })
  async list(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() { engagementId }: ReviewQueryDto,
  ): Promise<ReviewPageDto> {
    const found = await this.reviews.page(scopeOf(actor), engagementId, page);
    return { items: found.items.map(reviewDto), next: found.next };
  }

  @Get(':id')
  @Access({ roles: readers, scope: 'reviews:read' })
  @ApiOkResponse({ type: ReviewDto })
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<ReviewDto>> {
    const review = await this.reviews.load(scopeOf(actor), id);
    return versioned(reviewDto(review), review.version);
  }
}

const reviewDto = ({ state }: Versioned<Review>): ReviewDto => ({
  id: state.reviewId,
  engagementId: state.engagementId,
  side: state.by,
  agencyId: state.agencyId,
  businessId: state.businessId,
  assistantId: state.assistantId,
  score: state.score,
  text: state.text === '' ? null : state.text,
  givenAt: state.givenAt,
});
