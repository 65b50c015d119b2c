import { Access, type AccessRule, type Actor, administrators, bothTeams, scopeOf } from '#access';
import { GiveReviewDto, ReviewDto, ReviewPageDto, ReviewQueryDto } from '#contracts';
import type { Review, ReviewId } from '#domain';
import type { Versioned } from '#platform/database';
import { Creation, CurrentCall, Reading } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import type { Call } from '../call.js';
import { GiveReview } from './give-review.js';
import { ReviewStore } from './review.store.js';

const give: AccessRule = { roles: bothTeams, scope: 'reviews:write' };
const read: AccessRule = { roles: [...bothTeams, ...administrators], scope: 'reviews:read' };

@ApiTags('reviews')
@Controller('v1/reviews')
export class ReviewsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reviews: ReviewStore,
  ) {}

  /** Each side reviews the other once, after the engagement has ended; a review never changes. */
  @Creation(give, ReviewDto)
  async give(@CurrentCall() call: Call, @Body() body: GiveReviewDto): Promise<Answer<ReviewDto>> {
    const { engagementId, score, text = '' } = body;
    const reviewId = uuidv7() as ReviewId;
    const review = await this.commands.execute(new GiveReview({ ...call, reviewId, engagementId, score, text }));
    return versioned(reviewDto(review), review.version, { location: `/v1/reviews/${reviewId}` });
  }

  /** Those that the organisation gave or was given, oldest first. */
  @Get()
  @Access(read)
  list(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() { engagementId }: ReviewQueryDto,
  ): Promise<ReviewPageDto> {
    return this.reviews.page(scopeOf(actor), { engagementId }, page, reviewDto);
  }

  /** One review. */
  @Reading(':id', read, ReviewDto)
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
