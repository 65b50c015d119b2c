import { Module } from '@nestjs/common';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { GiveReviewHandler } from './give-review.js';
import { ReviewStore } from './review.store.js';
import { ReviewsController } from './reviews.controller.js';

@Module({
  imports: [WorkRecordsModule],
  controllers: [ReviewsController],
  providers: [ReviewStore, GiveReviewHandler],
})
export class ReviewsModule {}
