import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { AssistantsModule } from '../assistants/assistants.module.js';
import { BookingsModule } from '../bookings/bookings.module.js';
import { HourPacksModule } from '../hour-packs/hour-packs.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { AcceptTimeEntryHandler } from './accept-time-entry.js';
import { CorrectTimeEntryHandler } from './correct-time-entry.js';
import { CreateTimeEntryHandler } from './create-time-entry.js';
import { DiscardTimeEntryHandler } from './discard-time-entry.js';
import { HoursController } from './hours.controller.js';
import { ReadHours } from './read-hours.js';
import { ReturnTimeEntryHandler } from './return-time-entry.js';
import { SilentAcceptanceOfTime } from './silent-acceptance-of-time.js';
import { StopTimerHandler } from './stop-timer.js';
import { TimeEntriesController } from './time-entries.controller.js';
import { TimeEntryChange } from './time-entry-change.js';
import { TimeEntryStore } from './time-entry.store.js';
import { WorkedTimeReader } from './worked-time-reader.js';

@Module({
  imports: [AgreementsModule, AssistantsModule, BookingsModule, HourPacksModule, WorkRecordsModule],
  controllers: [TimeEntriesController, HoursController],
  providers: [
    TimeEntryStore,
    TimeEntryChange,
    WorkedTimeReader,
    ReadHours,
    CreateTimeEntryHandler,
    StopTimerHandler,
    CorrectTimeEntryHandler,
    AcceptTimeEntryHandler,
    ReturnTimeEntryHandler,
    DiscardTimeEntryHandler,
    SilentAcceptanceOfTime,
  ],
  exports: [HourPacksModule, TimeEntryChange, TimeEntryStore],
})
export class TimeEntriesModule {}
