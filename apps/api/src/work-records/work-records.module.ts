import { Module } from '@nestjs/common';
import { AbsenceStore } from './absence.store.js';
import { AgreedChannels } from './agreed-channels.js';
import { DutyRunSchedule } from './duty-run-schedule.js';
import { DutyRunStore } from './duty-run.store.js';
import { EngagementOpening } from './engagement-opening.js';
import { EngagementTerms } from './engagement-terms.js';
import { EngagementStore } from './engagement.store.js';
import { RunTallies } from './run-tallies.js';

const records = [
  EngagementStore,
  EngagementTerms,
  AgreedChannels,
  DutyRunStore,
  DutyRunSchedule,
  RunTallies,
  EngagementOpening,
  AbsenceStore,
];

/** Engagements and duty runs as they are kept: what agreements and bookings have a say in, too. */
@Module({
  providers: records,
  exports: records,
})
export class WorkRecordsModule {}
