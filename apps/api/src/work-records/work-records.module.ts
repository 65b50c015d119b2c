import { Module } from '@nestjs/common';
import { DutyRunSchedule } from './duty-run-schedule.js';
import { DutyRunStore } from './duty-run.store.js';
import { EngagementOpening } from './engagement-opening.js';
import { EngagementStore } from './engagement.store.js';

/** Engagements and duty runs as they are kept: what agreements and bookings have a say in, too. */
@Module({
  providers: [EngagementStore, DutyRunStore, DutyRunSchedule, EngagementOpening],
  exports: [EngagementStore, DutyRunStore, DutyRunSchedule, EngagementOpening],
})
export class WorkRecordsModule {}
