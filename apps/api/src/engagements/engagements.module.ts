import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { AssistantsModule } from '../assistants/assistants.module.js';
import { BookingsModule } from '../bookings/bookings.module.js';
import { FilesModule } from '../files/files.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { AcceptDutyRunHandler } from './accept-duty-run.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { AllDutyRunsController } from './all-duty-runs.controller.js';
import { AssistantScorecardController } from './assistant-scorecard.controller.js';
import { DutyRunsController } from './duty-runs.controller.js';
import { EndEngagementHandler } from './end-engagement.js';
import { EndingByTerm } from './ending-by-term.js';
import { EngagementEnding } from './engagement-ending.js';
import { EngagementReads } from './engagement-reads.js';
import { EngagementsController } from './engagements.controller.js';
import { GiveNoticeHandler } from './give-notice.js';
import { MarkDutyRunDoneHandler } from './mark-duty-run-done.js';
import { ReturnDutyRunHandler } from './return-duty-run.js';
import { SilentAcceptance } from './silent-acceptance.js';

@Module({
  imports: [AgreementsModule, AssistantsModule, BookingsModule, CatalogueModule, FilesModule, WorkRecordsModule],
  controllers: [AllDutyRunsController, AssistantScorecardController, EngagementsController, DutyRunsController],
  providers: [
    EngagementEnding,
    EngagementReads,
    SilentAcceptance,
    EndingByTerm,
    MarkDutyRunDoneHandler,
    AcceptDutyRunHandler,
    ReturnDutyRunHandler,
    EndEngagementHandler,
    GiveNoticeHandler,
  ],
  exports: [EngagementReads],
})
export class EngagementsModule {}
