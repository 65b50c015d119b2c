import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { AssistantsModule } from '../assistants/assistants.module.js';
import { BookingsModule } from '../bookings/bookings.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { AbsencesController, EngagementAbsencesController, NoShowsController } from './absences.controller.js';
import { EndAbsenceHandler } from './end-absence.js';
import { ReadEngagementAbsences } from './read-engagement-absences.js';
import { ReportAbsenceHandler } from './report-absence.js';
import { ReportNoShowHandler } from './report-no-show.js';
import { WithdrawAbsenceHandler } from './withdraw-absence.js';

@Module({
  imports: [AgreementsModule, AssistantsModule, BookingsModule, WorkRecordsModule],
  controllers: [AbsencesController, NoShowsController, EngagementAbsencesController],
  providers: [
    ReadEngagementAbsences,
    ReportAbsenceHandler,
    ReportNoShowHandler,
    EndAbsenceHandler,
    WithdrawAbsenceHandler,
  ],
})
export class AbsencesModule {}
