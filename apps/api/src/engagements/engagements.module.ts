import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { DutyRunsController } from './duty-runs.controller.js';
import { EndEngagementHandler } from './end-engagement.js';
import { EndingByTerm } from './ending-by-term.js';
import { EngagementEnding } from './engagement-ending.js';
import { EngagementReads } from './engagement-reads.js';
import { EngagementRecordsModule } from './engagement-records.module.js';
import { EngagementsController } from './engagements.controller.js';
import { JudgeDutyRunHandler } from './judge-duty-run.js';
import { MarkDutyRunDoneHandler } from './mark-duty-run-done.js';
import { EngagementOpening } from './open-engagement.js';
import { SilentAcceptance } from './silent-acceptance.js';

@Module({
  imports: [AgreementsModule, EngagementRecordsModule],
  controllers: [EngagementsController, DutyRunsController],
  providers: [
    EngagementOpening,
    EngagementEnding,
    EngagementReads,
    SilentAcceptance,
    EndingByTerm,
    MarkDutyRunDoneHandler,
    JudgeDutyRunHandler,
    EndEngagementHandler,
  ],
  exports: [EngagementOpening, EngagementRecordsModule],
})
export class EngagementsModule {}
