import { Module } from '@nestjs/common';
import { AssistantsModule } from '../assistants/assistants.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { GiveReviewHandler } from './give-review.js';
import { ReviewRecordController } from './review-record.controller.js';
import { ReviewStore } from './review.store.js';
import { ReviewsController } from './reviews.controller.js';

@Module({
  imports: [AssistantsModule, WorkRecordsModule],
  controllers: [ReviewsController, ReviewRecordController],
  providers: [ReviewStore, GiveReviewHandler],
})
export class ReviewsModule {}
