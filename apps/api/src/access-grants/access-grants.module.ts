import { Module } from '@nestjs/common';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { AccessEnding } from './access-ending.js';
import { AccessGrantStore } from './access-grant.store.js';
import { AccessGrantsController } from './access-grants.controller.js';
import { AccessReviews } from './access-reviews.js';
import { ChangeAccessHandler } from './change-access.js';
import { GiveAccessHandler } from './give-access.js';

@Module({
  imports: [WorkRecordsModule],
  controllers: [AccessGrantsController],
  providers: [AccessGrantStore, GiveAccessHandler, ChangeAccessHandler, AccessReviews, AccessEnding],
  exports: [AccessGrantStore],
})
export class AccessGrantsModule {}
