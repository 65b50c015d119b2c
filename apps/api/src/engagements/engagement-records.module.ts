import { Module } from '@nestjs/common';
import { DutyRunSchedule } from './duty-run-schedule.js';
import { DutyRunStore } from './duty-run.store.js';
import { EngagementStore } from './engagement.store.js';

/** What is kept of engagements, apart from what happens to them: agreements have a say in the schedule, too. */
@Module({
  providers: [EngagementStore, DutyRunStore, DutyRunSchedule],
  exports: [EngagementStore, DutyRunStore, DutyRunSchedule],
})
export class EngagementRecordsModule {}
