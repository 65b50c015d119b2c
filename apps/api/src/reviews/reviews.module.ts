import { Module } from '@nestjs/common';
import { EngagementRecordsModule } from '../engagements/engagement-records.module.js';
import { GiveReviewHandler } from './give-review.js';
import { ReviewStore } from './review.store.js';
import { ReviewsController } from './reviews.controller.js';

@Module({
  imports: [EngagementRecordsModule],
  controllers: [ReviewsController],
  providers: [ReviewStore, GiveReviewHandler],
})
export class ReviewsModule {}
